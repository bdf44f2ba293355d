using System.Diagnostics.CodeAnalysis;

namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>The words that a column takes.</summary>
public interface IWords
{
    /// <summary>The codes, as a file should write them.</summary>
    IReadOnlyList<string> Codes { get; }
}

/// <summary>An enum by its codes and by the words that people write instead, in Ukrainian, French and English.</summary>
public sealed class Words<T> : IWords
    where T : struct, Enum
{
    private readonly Dictionary<string, T> values = new(StringComparer.Ordinal);

    internal Words(params (T Value, string[] Said)[] words)
    {
        Codes = [.. Enum.GetValues<T>().Select(v => Code.Of(v))];
        foreach (var value in Enum.GetValues<T>())
        {
            values[Code.Of(value)] = value;
            values[Spelling.Of(Code.Of(value))] = value;
            values[Spelling.Of(value.ToString())] = value;
        }

        foreach (var (value, said) in words)
        foreach (var word in said)
            values[Spelling.Of(word)] = value;
    }

    public IReadOnlyList<string> Codes { get; }

    public bool TryRead(string text, [NotNullWhen(true)] out T? value)
    {
        value =
            values.TryGetValue(text, out var found) || values.TryGetValue(Spelling.Of(text), out found) ? found : null;
        return value is not null;
    }
}
