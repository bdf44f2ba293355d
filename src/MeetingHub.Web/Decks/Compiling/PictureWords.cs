using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>A picture that says nothing, in this language, to those who do not see it.</summary>
public sealed record UnspokenPicture(string Name, string Language);

/// <summary>
/// What pictures say instead of being seen: the text's own words, or else those that were given with the picture. One wording
/// for all languages is a wording in the source language.
/// </summary>
internal static class PictureWords
{
    /// <summary>Asked before the reader's alternative is chosen: afterwards nobody can tell one wording for all from a translated one.</summary>
    public static IEnumerable<UnspokenPicture> Missing(
        MarkdownDocument document,
        SlidePart part,
        PictureShelf shelf,
        IReadOnlyList<string> languages,
        string reader
    )
    {
        var language = part.Language ?? reader;
        foreach (var image in PicturesIn(document))
        {
            var words = PlainText.Of(image);
            var isSpoken =
                words.Length == 0
                    ? shelf.Named(image.Url)?.Alt.Has(language) == true
                    : part.Kind == PartKind.Body || language == languages[0] || SaysItInAll(words, languages.Count);
            if (!isSpoken && shelf.Named(image.Url) is not null)
                yield return new(Uri.UnescapeDataString(image.Url!), language);
        }
    }

    public static void Fill(MarkdownDocument document, SlidePart part, PictureShelf shelf, string reader)
    {
        foreach (var image in PicturesIn(document).Where(i => PlainText.Of(i).Length == 0))
        {
            if (shelf.Named(image.Url)?.Alt.Exactly(part.Language ?? reader) is { } words)
                image.AppendChild(new LiteralInline(words));
        }
    }

    private static bool SaysItInAll(string words, int count) =>
        words.Split(Alternatives.Separator) is var pieces
        && pieces.Length == count
        && Array.TrueForAll(pieces, p => !string.IsNullOrWhiteSpace(p));

    private static List<LinkInline> PicturesIn(MarkdownDocument document) =>
        [.. document.Descendants<LinkInline>().Where(l => l.IsImage)];
}
