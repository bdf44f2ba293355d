using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;
using MeetingHub.Web.Decks.Editing;
using MeetingHub.Web.Translating;

namespace MeetingHub.Web.Decks.Suggesting;

/// <summary>What became of a wish for a suggestion.</summary>
public sealed record SuggestionEnd(TranslatingFault? Fault, EditRefusal? Refusal)
{
    public static SuggestionEnd Done { get; } = new(null, null);

    public bool IsDone => Fault is null && Refusal is null;
}

/// <summary>
/// Puts a machine's translation into slides, marked as one. Only what is on the slide is sent: notes are said in confidence. Text
/// that somebody wrote meanwhile is not written over.
/// </summary>
public sealed class SlideSuggestions(ITranslator translator, DeckLibrary library, SlideDesk desk)
{
    public bool IsOffered => translator.Name is not null;

    public string? Name => translator.Name;

    /// <summary>A machine writes over nothing but a machine.</summary>
    public static bool MayWrite(Standing? standing) => standing is Standing.Missing or Standing.Machine;

    public async Task<SuggestionEnd> Suggest(
        Guid deckId,
        string slideId,
        string to,
        Guid by,
        CancellationToken stop = default
    )
    {
        if ((await library.Find(deckId))?.Draft is not { } text || DeckText.Read(text).Deck is not { } deck)
            return new(null, EditRefusal.DeckBroken);
        if (deck.Slides.FirstOrDefault(s => s.Id == slideId) is not { } slide)
            return new(null, EditRefusal.SlideGone);
        if (!MayWrite(deck.StandingOf(slide, to)))
            return SuggestionEnd.Done;

        List<PartEdit> edits = [];
        foreach (
            var at in Enumerable.Range(0, new PartPlace(PartKind.Body, deck.SourceLanguage, 0).AllIn(slide).Count())
        )
        {
            var source = new PartPlace(PartKind.Body, deck.SourceLanguage, at).WordingIn(slide);
            if (source.Length == 0)
                continue;
            var place = new PartPlace(PartKind.Body, to, at);
            var suggested = await new MarkdownTranslation(translator).Translate(source, deck.SourceLanguage, to, stop);
            if (suggested.Markdown is null)
                return new(suggested.Fault, null);
            edits.Add(new(place, SlideDesk.BaseOf(slide, place), suggested.Markdown));
        }

        var written = await desk.Write(deckId, slideId, edits, by, isMachine: true);
        return new(null, written.Refusal);
    }
}
