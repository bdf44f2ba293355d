namespace MeetingHub.Domain.Decks.Editing;

/// <summary>Rewrites what the opening lines of one language of one slide say, and nothing else.</summary>
public static class Stamps
{
    /// <summary>A person has read this wording and, of a translation, found that it says what the source says now.</summary>
    public static DeckEdit Confirm(string text, string slideId, string language) =>
        Edit(
            text,
            slideId,
            language,
            (deck, slide, state) =>
                new(deck.SourceLanguage == language ? state.Of : Current(deck, slide), Own(slide, language), false)
        );

    /// <summary>The review does not count any more.</summary>
    public static DeckEdit TakeBack(string text, string slideId, string language) =>
        Edit(text, slideId, language, (_, _, state) => state with { Ok = null });

    /// <summary>An old translation that the changed source did not make wrong. A review of it stays one.</summary>
    public static DeckEdit StillHolds(string text, string slideId, string language) =>
        Edit(text, slideId, language, (deck, slide, state) => state with { Of = Current(deck, slide) });

    /// <summary>Made just now from the source as it stands.</summary>
    internal static string Made(string text, string slideId, string language, bool isMachine) =>
        Edit(text, slideId, language, (deck, slide, _) => new(Current(deck, slide), null, isMachine)).Text ?? text;

    private static DeckEdit Edit(
        string text,
        string slideId,
        string language,
        Func<Deck, Slide, PartState, PartState> next
    )
    {
        if (DeckText.Read(text).Deck is not { } deck)
            return DeckEdit.Refused(EditRefusal.DeckBroken);
        if (deck.Slides.FirstOrDefault(s => s.Id == slideId) is not { } slide)
            return DeckEdit.Refused(EditRefusal.SlideGone);
        if (slide.BodyIn(language) is null)
            return DeckEdit.Refused(EditRefusal.PartGone);

        foreach (var part in slide.Parts.Where(p => p.Kind == PartKind.Body && p.Language == language))
        {
            var (was, will) = (PartState.From(part), next(deck, slide, PartState.From(part)));
            if (was != will)
                text = new DeckLines(text).Replace(part.Line - 2, 1, [will.Opening(language)]);
        }

        return DeckEdit.Done(text);
    }

    private static string? Current(Deck deck, Slide slide) =>
        slide.BodyIn(deck.SourceLanguage) is { } source ? SourceHash.Of(source) : null;

    private static string Own(Slide slide, string language) => SourceHash.Of(slide.BodyIn(language)!);
}
