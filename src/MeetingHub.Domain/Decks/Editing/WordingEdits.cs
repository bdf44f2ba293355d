namespace MeetingHub.Domain.Decks.Editing;

/// <summary>
/// Writes one text of one slide into the deck's text and touches no other byte. What was written is read back: a wording that
/// would begin another slide, or close its own container, is refused.
/// </summary>
public static class WordingEdits
{
    /// <param name="text">The deck's text.</param>
    /// <param name="slideId">The slide.</param>
    /// <param name="place">Which of its texts; one that is not there yet is put where it belongs.</param>
    /// <param name="wording">Markdown. Blank: the text is taken out, its container stays.</param>
    /// <param name="isMachine">Mark it as a machine's, made from the source as it stands.</param>
    public static DeckEdit Write(string text, string slideId, PartPlace place, string wording, bool isMachine = false)
    {
        wording = PlainCharacters.Of(wording).Trim('\n', ' ', '\t');
        var written = text;
        if (DeckText.Read(text).Deck is not { } deck)
            return DeckEdit.Refused(EditRefusal.DeckBroken);
        if (deck.Slides.FirstOrDefault(s => s.Id == slideId) is not { } slide)
            return DeckEdit.Refused(EditRefusal.SlideGone);

        var isFirst = place.Language is { } language && slide.BodyIn(language) is null;
        while (place.AllIn(slide).Count() <= place.At)
        {
            var next = place with { At = place.AllIn(slide).Count() };
            if (NewParts.Insert(written, deck, slide, next, next == place ? wording : "") is not { } more)
                return DeckEdit.Refused(EditRefusal.PartGone);
            written = more;
            if (DeckText.Read(written).Deck?.Slides.FirstOrDefault(s => s.Id == slideId) is not { } grown)
                return DeckEdit.Refused(WhyNot(DeckText.Read(written)));
            if (place.AllIn(grown).Count() <= next.At)
                break; // A blank shared text is no part.
            slide = grown;
        }

        if (place.In(slide) is { } part)
            written = Splice(written, part, wording);
        if (place is { Kind: PartKind.Body, Language: { } own } && own != deck.SourceLanguage && (isFirst || isMachine))
            written = Stamps.Made(written, slideId, own, isMachine);
        return Checked(deck, slideId, place, wording, written);
    }

    private static string Splice(string text, SlidePart part, string wording)
    {
        var lines = new DeckLines(text);
        var (first, end) = (part.Line - 1, part.Line - 1 + part.Lines);
        // Blank lines around the wording are the author's layout.
        while (first < end && lines.IsBlank(first))
            first++;
        while (end > first && lines.IsBlank(end - 1))
            end--;
        return lines.Replace(first, end - first, wording.Length == 0 ? [] : wording.Split('\n'));
    }

    private static DeckEdit Checked(Deck before, string slideId, PartPlace place, string wording, string written)
    {
        var reading = DeckText.Read(written);
        if (reading.Deck is not { } after)
            return DeckEdit.Refused(WhyNot(reading));
        var slide = after.Slides.FirstOrDefault(s => s.Id == slideId);
        var isTakenOut = wording.Length == 0 && place.Kind == PartKind.Shared;
        var isSame =
            slide is not null
            && (isTakenOut || SourceHash.SameText(place.WordingIn(slide), wording))
            && Others(before, slideId, place).SequenceEqual(Others(after, slideId, isTakenOut ? null : place));
        return isSame ? DeckEdit.Done(written) : DeckEdit.Refused(EditRefusal.BreaksStructure);
    }

    private static EditRefusal WhyNot(DeckReading reading) =>
        reading.Problems[0].Code switch
        {
            DeckProblem.SourceMissing => EditRefusal.SourceEmpty,
            DeckProblem.SlideTooLong or DeckProblem.TooLong => EditRefusal.SlideTooLong,
            _ => EditRefusal.BreaksStructure,
        };

    private static IEnumerable<(string, SlideLayout, PartKind, string?, string)> Others(
        Deck deck,
        string slideId,
        PartPlace? place
    ) =>
        from slide in deck.Slides
        let edited = slide.Id == slideId ? place?.In(slide) : null
        from part in slide.Parts
        where !ReferenceEquals(part, edited) && !string.IsNullOrWhiteSpace(part.Markdown)
        select (slide.Id, slide.Layout, part.Kind, part.Language, part.Markdown.Trim());
}
