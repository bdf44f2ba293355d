namespace MeetingHub.Domain.Decks.Editing;

/// <summary>Where a text goes that is not on the slide yet: translations below what they translate, notes at the end.</summary>
internal static class NewParts
{
    /// <summary>Null when there is nothing that it could be the translation of.</summary>
    public static string? Insert(string text, Deck deck, Slide slide, PartPlace place, string wording)
    {
        if (LineFor(deck, slide, place) is not { } line)
            return null;

        var lines = new DeckLines(text);
        line = Math.Min(line, lines.Count);
        List<string> inner = wording.Length == 0 ? [] : [.. wording.Split('\n')];
        List<string> block = place.Kind switch
        {
            PartKind.Shared => inner,
            PartKind.Notes => [$"::: notes {place.Language}", .. inner, ":::"],
            _ => [$"::: {place.Language}", .. inner, ":::"],
        };
        if (block.Count > 0 && !lines.IsBlank(line - 1) && line != slide.Line)
            block.Insert(0, "");
        if (block.Count > 0 && line < lines.Count && !lines.IsBlank(line))
            block.Add("");
        return lines.Replace(line, 0, block);
    }

    /// <summary>The line, from 0, before which it is put.</summary>
    private static int? LineFor(Deck deck, Slide slide, PartPlace place) =>
        place.Kind switch
        {
            PartKind.Shared when place.At > 0 => null,
            PartKind.Shared => After(slide.Parts.LastOrDefault(p => p.Kind == PartKind.Body)) ?? slide.Line,
            _ => After(Preceding(deck, slide, place)) ?? (place.At > 0 ? null : AtEnd(slide, place.Kind)),
        };

    /// <summary>The text with the same number in the nearest language that the deck lists before this one.</summary>
    private static SlidePart? Preceding(Deck deck, Slide slide, PartPlace place) =>
        deck
            .Languages.TakeWhile(l => l != place.Language)
            .Select(l => (place with { Language = l }).In(slide))
            .LastOrDefault(p => p is not null);

    private static int? After(SlidePart? container) => container is null ? null : container.Line + container.Lines;

    private static int AtEnd(Slide slide, PartKind kind)
    {
        if (kind == PartKind.Body)
            return slide.Line;
        return slide.Parts switch
        {
            [] => slide.Line,
            [.., { Kind: PartKind.Shared } last] => last.Line - 1 + Filled(last),
            [.., var last] => last.Line + last.Lines,
        };
    }

    private static int Filled(SlidePart part) => part.Markdown.TrimEnd().Split('\n').Length;
}
