using System.Text;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Decks.Documents;

/// <summary>Makes a deck of a document: a slide for each page, whose words stand in the document's language to be translated.</summary>
internal sealed class DocumentDeck(IDbContextFactory<HubDb> databases, FileStore files, DeckLibrary library)
{
    public async Task<Guid> Make(
        Guid communityId,
        Guid by,
        string fileName,
        ReadDocument document,
        IReadOnlyList<string> languages
    )
    {
        var id = Guid.CreateVersion7();
        const string name = "document.pdf";
        var row = new DocumentRow
        {
            DeckId = id,
            Name = name,
            File = files.Put(document.Pdf, ".pdf"),
            Pages = EventJson.Write(document.Pages.Select(p => new PageSize(p.Width, p.Height))),
        };
        try
        {
            var text = TextOf(TitleOf(fileName), name, document, languages);
            await library.Create(communityId, text, by, id: id, document: row);
        }
        catch
        {
            await using var db = await databases.CreateDbContextAsync();
            if (!await db.Documents.AnyAsync(d => d.File == row.File))
                files.Delete(row.File);
            throw;
        }

        return id;
    }

    internal static string TextOf(string title, string name, ReadDocument document, IReadOnlyList<string> languages)
    {
        var text = new StringBuilder();
        text.Append("---\n");
        text.Append(null, $"title: {title}\nlanguages: {string.Join(", ", languages)}\n---\n");
        foreach (var (at, page) in document.Pages.Index())
        {
            text.Append(null, $"\n# page-{at + 1}\n\n```page\nfile: {name}\nnumber: {at + 1}\n```\n");
            if (page.Text.Length > 0)
                text.Append(null, $"\n::: {languages[0]}\n{page.Text}\n:::\n");
            if (document.Notes[at].Length > 0)
                text.Append(null, $"\n::: notes {languages[0]}\n{document.Notes[at]}\n:::\n");
        }

        return text.ToString();
    }

    /// <summary>One title for all languages: a slash would part it.</summary>
    private static string TitleOf(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/'));
        var title = PlainCharacters.Of(name).ReplaceLineEndings(" ").Replace('/', '-').Trim();
        return title.Length == 0 ? "PDF" : title[..Math.Min(title.Length, 200)];
    }

    /// <summary>The document's language first: the others are translated from it.</summary>
    public static IReadOnlyList<string> LanguagesOf(string source, IEnumerable<string> others) =>
        [source, .. Language.All.Where(l => l != source && others.Contains(l))];
}
