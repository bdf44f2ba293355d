using System.Text.RegularExpressions;

namespace MeetingHub.Domain.Decks;

/// <summary>
/// What a container's opening line says of its text: <c>::: fr of=3f2a91bc ok=9ab1c2d3 machine</c>. It stands in the file, so
/// that it travels with it.
/// </summary>
internal sealed partial record PartState(string? Of, string? Ok, bool IsMachine)
{
    private const string Machine = "machine";

    public static PartState None { get; } = new(null, null, false);

    public static PartState From(SlidePart part) => new(part.Of, part.Ok, part.IsMachine);

    /// <summary>Null for anything else, and for what is said twice.</summary>
    public static PartState? Read(IReadOnlyList<string> words)
    {
        var state = None;
        foreach (var word in words)
        {
            var hash = Hash().Match(word);
            if (word == Machine && !state.IsMachine)
                state = state with { IsMachine = true };
            else if (hash.Groups["of"].Success && state.Of is null)
                state = state with { Of = hash.Groups["of"].Value };
            else if (hash.Groups["ok"].Success && state.Ok is null)
                state = state with { Ok = hash.Groups["ok"].Value };
            else
                return null;
        }

        return state;
    }

    /// <summary>The opening line of a container in a language.</summary>
    public string Opening(string language) =>
        $"::: {language}"
        + (Of is null ? "" : $" of={Of}")
        + (Ok is null ? "" : $" ok={Ok}")
        + (IsMachine ? $" {Machine}" : "");

    [GeneratedRegex(
        "^(of=(?<of>[0-9a-f]{8})|ok=(?<ok>[0-9a-f]{8}))$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Hash();
}
