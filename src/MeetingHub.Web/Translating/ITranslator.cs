namespace MeetingHub.Web.Translating;

/// <summary>A service that translates texts by machine. What it gives is a suggestion until a person has confirmed it.</summary>
public interface ITranslator
{
    /// <summary>The service's name, as its texts are marked; null where there is none.</summary>
    string? Name { get; }

    /// <param name="texts">Each by itself, in one language; with <paramref name="isHtml"/> HTML fragments whose tags stay.</param>
    /// <param name="isHtml">Whether the texts are HTML.</param>
    /// <param name="from">The texts' language.</param>
    /// <param name="to">The language wanted.</param>
    /// <param name="stop">Ends the asking.</param>
    Task<Translated> Translate(
        IReadOnlyList<string> texts,
        bool isHtml,
        string from,
        string to,
        CancellationToken stop = default
    );
}

/// <summary>As many texts as were sent, in their order, or why there are none.</summary>
public sealed record Translated(IReadOnlyList<string> Texts, TranslatingFault? Fault)
{
    public static Translated Of(IReadOnlyList<string> texts) => new(texts, null);

    public static Translated Failed(TranslatingFault fault) => new([], fault);
}

/// <summary>Why a service gave no translation; shown to whoever asked, with what helps.</summary>
public enum TranslatingFault
{
    /// <summary>The key is missing, wrong, or may not do this (401, 403).</summary>
    KeyRefused,

    /// <summary>Too many requests in too short a time (429, 529): later it works.</summary>
    TooMany,

    /// <summary>The plan's characters are used up (456).</summary>
    QuotaUsed,

    /// <summary>The text is too long for the service (413, 414).</summary>
    TooLong,

    /// <summary>The service does not know these languages, or not this way of asking (400, 404).</summary>
    NotAccepted,

    /// <summary>It cannot be reached, or has a fault of its own (5xx).</summary>
    NotReachable,
    TimedOut,

    /// <summary>It answered something that is no translation of what was sent.</summary>
    NotUnderstood,
}

internal sealed class NoTranslator : ITranslator
{
    public string? Name => null;

    public Task<Translated> Translate(
        IReadOnlyList<string> texts,
        bool isHtml,
        string from,
        string to,
        CancellationToken stop = default
    ) => Task.FromResult(Translated.Failed(TranslatingFault.NotAccepted));
}
