using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using MeetingHub.Domain.Decks;
using Drawing = DocumentFormat.OpenXml.Drawing;
using SlidePart = DocumentFormat.OpenXml.Packaging.SlidePart;

namespace MeetingHub.Web.Decks.Import.Slides;

/// <summary>
/// What slides say, as Markdown: the title as heading, then every paragraph in the order of the file, and what their author wrote
/// about pictures. Hidden slides are not shown, so they are not read either.
/// </summary>
internal static class SlideText
{
    private const int LongestText = 4_000;

    public static IReadOnlyList<SlideSaid> Of(PresentationDocument document)
    {
        var main = document.PresentationPart!;
        var ids = main.Presentation!.SlideIdList?.Elements<SlideId>() ?? [];
        return
        [
            .. ids.Select(id => (SlidePart)main.GetPartById(id.RelationshipId!))
                .Where(part => part.Slide?.Show?.Value != false)
                .Select(part => new SlideSaid(TextOf(part), NotesOf(part))),
        ];
    }

    private static string TextOf(SlidePart part)
    {
        var (title, text) = ("", new StringBuilder());
        foreach (var element in part.Slide!.Descendants())
        {
            if (element is Drawing.Paragraph paragraph)
            {
                var shape = paragraph.Ancestors<Shape>().FirstOrDefault();
                var words = PlainMarkdown.Escape(WordsOf(paragraph));
                if (words.Length == 0 || IsFurniture(KindOf(shape)))
                    continue;
                if (title.Length == 0 && KindOf(shape) is { } kind && IsTitle(kind))
                    title = words;
                else
                    Append(text, KindOf(shape) is null ? words : $"- {words}");
            }
            else if (element is NonVisualDrawingProperties { Description.Value: { Length: > 0 } seen })
                Append(text, PlainMarkdown.Escape(Plain(seen)));
        }

        var whole = (title.Length > 0 ? $"## {title}\n\n" : "") + text;
        return Bounded(whole);
    }

    private static string NotesOf(SlidePart part)
    {
        var text = new StringBuilder();
        foreach (var paragraph in part.NotesSlidePart?.NotesSlide?.Descendants<Drawing.Paragraph>() ?? [])
        {
            var kind = KindOf(paragraph.Ancestors<Shape>().FirstOrDefault());
            var words = WordsOf(paragraph);
            if (words.Length > 0 && !IsFurniture(kind) && kind != PlaceholderValues.SlideImage)
                text.Append(PlainMarkdown.Escape(words)).Append("\n\n");
        }

        return Bounded(text.ToString());
    }

    private static void Append(StringBuilder text, string line)
    {
        var isItem = line.StartsWith("- ", StringComparison.Ordinal);
        text.Append(line).Append(isItem ? "\n" : "\n\n");
    }

    private static string WordsOf(Drawing.Paragraph paragraph) =>
        Plain(
            string.Concat(
                paragraph
                    .Descendants()
                    .Select(e =>
                        e switch
                        {
                            Drawing.Text text => text.Text,
                            Drawing.Break => " ",
                            _ => "",
                        }
                    )
            )
        );

    private static string Plain(string text) =>
        string.Join(' ', PlainCharacters.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static PlaceholderValues? KindOf(Shape? shape) =>
        shape?.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape is { } place
            ? place.Type?.Value ?? PlaceholderValues.Body
            : null;

    private static bool IsTitle(PlaceholderValues kind) =>
        kind == PlaceholderValues.Title || kind == PlaceholderValues.CenteredTitle;

    private static bool IsFurniture(PlaceholderValues? kind) =>
        kind == PlaceholderValues.SlideNumber
        || kind == PlaceholderValues.DateAndTime
        || kind == PlaceholderValues.Footer
        || kind == PlaceholderValues.Header;

    private static string Bounded(string text) =>
        text.Length <= LongestText ? text.TrimEnd() : text[..LongestText].TrimEnd() + " …";
}
