using MeetingHub.Domain.Languages;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>The foot of every page (what it is, which page of how many) and, with two languages, which column is which.</summary>
internal sealed class PageFrame(FrozenDeck frozen, HandOutOrder order, Ruler ruler, Letters letters, Texts texts)
{
    private const float Size = 8;

    public void Around(IReadOnlyList<PaperPage> pages, int before)
    {
        var title = Lines.Of([new(letters.Printable(frozen.Deck.Title.In(order.Language)))], 300, Size, ruler);
        var named = string.Concat(title[0].Select(p => p.Text)) + (title.Count > 1 ? "…" : "");
        var foot = $"{named} · {texts["out.version_short", frozen.ShortVersion]}";
        foreach (var (at, page) in pages.Index())
        {
            var number = $"{at + 1} / {pages.Count}";
            var y = Sheet.Height - 32;
            page.Marks.Add(new BoxMark(Sheet.Side, y - 13, Sheet.Inner, 0.5f, Tone.Line));
            page.Marks.Add(Words(Sheet.Side, y, foot));
            page.Marks.Add(Words(Sheet.Width - Sheet.Side - ruler(number, Face.Regular, Size), y, number));
            if (order.With is { } with && at >= before)
            {
                page.Marks.Add(Words(Sheet.Side, 34, Language.NameOf(order.Language)));
                page.Marks.Add(Words(Sheet.Side + (Sheet.Inner + 20) / 2, 34, Language.NameOf(with)));
            }
        }
    }

    private WordsMark Words(float x, float y, string text) =>
        new(x, y, text, Face.Regular, Size, Tone.Muted, ruler(text, Face.Regular, Size), null);
}
