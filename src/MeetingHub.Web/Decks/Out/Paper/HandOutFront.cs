using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>Cover and contents: whose, which version, of when; then every slide with its page, to be clicked.</summary>
internal sealed class HandOutFront(FrozenDeck frozen, HandOutOrder order, Ruler ruler, Letters letters, Texts texts)
{
    private readonly Column column = new(Sheet.Inner, 1, ruler, _ => null);

    /// <param name="entries">What the contents name, and its page counted from the first after them.</param>
    /// <param name="before">How many pages cover and contents take.</param>
    public List<PaperPage> Set(IReadOnlyList<(OutlineEntry Entry, int Page)> entries, int before)
    {
        var pages = new Pages();
        pages.NewPage();
        pages.Add([Strip.Gap(4), new Strip(64, [new BoxMark(0, 40, 46, 4, Tone.Accent)])]);
        pages.Add(column.Set([.. CoverBlocks()]));
        pages.Add([new Strip(26, [])]);
        pages.Add(column.Set([new TextBlock(Style.Title, [new(texts["out.contents"])])]));
        pages.Add([.. entries.Index().Select(e => LineOf(e.Item.Entry, e.Item.Page + before + 1))]);
        return pages.All;
    }

    private IEnumerable<Block> CoverBlocks()
    {
        var title = frozen.Deck.Title;
        yield return Text(Style.Cover, title.In(order.Language));
        if (order.With is { } with && title.In(with) != title.In(order.Language))
            yield return Text(Style.Title, title.In(with));
        yield return Text(Style.Body, frozen.Community.In(order.Language));
        var day = Times.In(order.Language).ShortDay(Times.Local(frozen.PublishedAt, "UTC").Date);
        yield return Text(Style.Body, texts["out.version", frozen.ShortVersion, day]);
        yield return Text(
            Style.Note,
            $"{string.Join(" · ", order.Languages.Select(Language.NameOf))} · {texts["meeting.slides", frozen.Deck.Slides.Count]}"
        );
        if (order.HasNotes)
            yield return Text(Style.Caption, texts["out.with_notes"]);
        if (order.Languages.Any(HasMarks))
            yield return Text(Style.Note, texts["out.marks"]);
        if (letters.Missing.Count > 0)
            yield return Text(
                Style.Note,
                texts["out.missing_letters", string.Join(", ", letters.Missing.Take(20).Select(l => $"U+{l.Value:X4}"))]
            );
    }

    private bool HasMarks(string language) =>
        frozen.Deck.Slides.Any(s => !s.In.TryGetValue(language, out var text) || text.State != TextState.Present);

    private TextBlock Text(Style style, string text) => new(style, [new(letters.Printable(text))]);

    private Strip LineOf(OutlineEntry entry, int page)
    {
        const float size = 10;
        const float height = 17;
        var number = $"{page}";
        var numberWidth = ruler(number, Face.Regular, size);
        var title = Lines.Of([new(entry.Title)], Sheet.Inner - 60, size, ruler);
        var text = string.Concat(title[0].Select(p => p.Text)) + (title.Count > 1 ? "…" : "");
        var place = entry.Name.StartsWith('s') ? entry.Name[1..] : "";
        return new(
            height,
            [
                new WordsMark(0, 12, place, Face.Bold, size, Tone.Accent, ruler(place, Face.Bold, size), null),
                new WordsMark(24, 12, text, Face.Regular, size, Tone.Ink, ruler(text, Face.Regular, size), null),
                new WordsMark(Sheet.Inner - numberWidth, 12, number, Face.Regular, size, Tone.Muted, numberWidth, null),
                new BoxMark(0, height - 1, Sheet.Inner, 0.4f, Tone.Line),
                new LeadMark(0, 0, Sheet.Inner, height, entry.Name),
            ]
        );
    }
}
