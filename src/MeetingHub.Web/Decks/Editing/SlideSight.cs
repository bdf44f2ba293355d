using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;
using MeetingHub.Domain.Terms;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Decks.Terms;
using MeetingHub.Web.Decks.Wordings;

namespace MeetingHub.Web.Decks.Editing;

/// <summary>What is seen of a slide that is being worked on, as it was saved last.</summary>
public sealed record SlideSight(
    SlideSheet Sheet,
    DeckCompilation Compiled,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<TermNeed> Needs
)
{
    /// <summary>The source has changed since the translation was made.</summary>
    public bool IsBehind { get; init; }

    /// <summary>The source's wording that the translation was made from; null when it is not known here.</summary>
    public string? MadeFrom { get; init; }
}

public sealed class SlideSights(DeckLibrary library, TermBook terms, WordingBook wordings)
{
    public async Task<SlideSight> Of(SlideSheet sheet)
    {
        var (row, slide, to) = (sheet.Row, sheet.Slide, sheet.To);
        var compiled = await library.Compile(row.Id, SlideOrder.Alone(row.Draft, slide.Id)!);
        var known = await terms.Of(row.CommunityId);
        var needs = to is null
            ? []
            : TermCheck.Of(known, slide.BodyIn(sheet.From) ?? "", sheet.From, slide.BodyIn(to) ?? "", to);
        var current = slide.BodyIn(sheet.Deck.SourceLanguage) is { } source ? SourceHash.Of(source) : null;
        var behind =
            to is null || to == sheet.Deck.SourceLanguage
                ? null
                : slide.BodiesIn(to).Select(p => p.Of).FirstOrDefault(of => of is not null && of != current);
        return new(sheet, compiled, known, needs)
        {
            IsBehind = behind is not null,
            MadeFrom = behind is null ? null : await wordings.Find(row.Id, slide.Id, behind),
        };
    }
}
