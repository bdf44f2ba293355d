using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>
/// Words as WordprocessingML. XML 1.0 cannot hold control characters or half a surrogate pair: one of them in a guest's
/// question would otherwise make the whole record unreadable, or the download fail.
/// </summary>
internal static class DocxText
{
    public static Paragraph Paragraph(string style, params Run[] runs) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. runs]);

    /// <summary>A run says its language, so that a screen reader speaks it and a spelling checker leaves it alone.</summary>
    public static Run Run(string text, string language, bool isQuiet = false)
    {
        var properties = new RunProperties();
        if (isQuiet)
            properties.Append(new Color { Val = DocxStyles.Quiet });
        properties.Append(new Languages { Val = Tag(language) });

        var run = new Run(properties);
        foreach (var (i, line) in PlainCharacters.Of(text).Split('\n').Index())
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(line.Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>A label and a line to write on.</summary>
    public static Paragraph Blank(string label, string language)
    {
        var line = Run(label + " ", language, isQuiet: true);
        line.Append(new TabChar());
        return Paragraph(DocxStyles.Blank, line);
    }

    public static string Tag(string language) =>
        language switch
        {
            Language.Ukrainian => "uk-UA",
            Language.French => "fr-FR",
            _ => "en-GB",
        };
}
