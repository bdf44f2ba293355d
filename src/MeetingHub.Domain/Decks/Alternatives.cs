namespace MeetingHub.Domain.Decks;

/// <summary>
/// <c>Школа / École / School</c>: one short text in each of a deck's languages, in their order. With any other number of
/// pieces the text is one text, meant for everybody: "km / h" stays as it is in a deck of three languages.
/// </summary>
public static class Alternatives
{
    public const string Separator = " / ";

    /// <summary>Exactly <paramref name="count"/> texts.</summary>
    public static IReadOnlyList<string> Of(string text, int count)
    {
        var pieces = text.Split(Separator);
        return pieces.Length == count ? pieces : [.. Enumerable.Repeat(text, count)];
    }
}
