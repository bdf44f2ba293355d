namespace MeetingHub.Domain.Decks;

/// <summary>
/// Remembers which wording of the source each translation was made from, in the deck's own text (<c>::: fr of=3f2a91bc</c>),
/// so that a translation left behind by a change of the source shows as stale, also after the file travelled elsewhere.
/// </summary>
public static class Translations
{
    /// <summary>
    /// The next text with every translation stamped. An unchanged translation keeps the stamp it had, so it turns stale when
    /// the source changed; a changed or new one is taken to be made from the source as it stands. An author who has
    /// checked that an old translation still holds writes the current hash, which is kept. A text that does not read
    /// as a deck is given back as it is.
    /// </summary>
    public static string Stamp(string? previous, string next)
    {
        if (DeckText.Read(next).Deck is not { } deck)
            return next;

        var before = previous is null ? null : DeckText.Read(previous).Deck;
        var lines = DeckText.LinesOf(next);
        foreach (var slide in deck.Slides)
        {
            if (slide.BodyIn(deck.SourceLanguage) is not { } source)
                continue;
            var current = SourceHash.Of(source);
            var old = before?.Slides.FirstOrDefault(s => s.Id == slide.Id);
            foreach (var part in slide.Parts.Where(p => p.Kind == PartKind.Body && p.Language != deck.SourceLanguage))
            {
                var of = StampFor(part, slide, old, before, current);
                // The opening of a container is the line above its text; lines count from 1.
                lines[part.Line - 2] = (PartState.From(part) with { Of = of }).Opening(part.Language!);
            }
        }

        return string.Join('\n', lines);
    }

    private static string StampFor(SlidePart part, Slide slide, Slide? old, Deck? before, string current)
    {
        if (part.Of == current)
            return current;
        // A slide seen for the first time may come from a deck exported elsewhere: its stamps are evidence.
        if (old is null || before is null)
            return part.Of ?? current;

        var oldText = old.BodyIn(part.Language!);
        var isUnchanged = oldText is not null && SourceHash.SameText(oldText, slide.BodyIn(part.Language!) ?? "");
        return isUnchanged ? StampBefore(old, part.Language!, before, current) : current;
    }

    private static string StampBefore(Slide old, string language, Deck before, string current)
    {
        var oldSource = old.BodyIn(before.SourceLanguage) is { } body ? SourceHash.Of(body) : current;
        return old.BodiesIn(language).Select(p => p.Of).FirstOrDefault(of => of is not null && of != oldSource)
            ?? oldSource;
    }
}
