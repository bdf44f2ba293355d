using System.IO.Compression;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Decks.Import;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Decks.Out.Bundle;

/// <summary>
/// A deck's text with its pictures as one zip, which <see cref="DeckUpload"/> reads back: a community can take its work
/// elsewhere. Only pictures that the text names, and only as they were stored: without places and cameras.
/// </summary>
internal sealed class DeckBundles(IDbContextFactory<HubDb> databases, FileStore files)
{
    public async Task<byte[]> Of(DeckRow deck)
    {
        await using var db = await databases.CreateDbContextAsync();
        var pictures = await db.Pictures.AsNoTracking().Where(p => p.DeckId == deck.Id).ToListAsync();
        var named = NamedIn(deck.Draft);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "deck.md", Encoding.UTF8.GetBytes(deck.Draft), CompressionLevel.SmallestSize);
            foreach (var picture in pictures.Where(p => named?.Contains(p.Name) ?? true).OrderBy(p => p.Name))
            {
                if (files.Find(picture.File) is { } path)
                    Put(zip, picture.Name, await File.ReadAllBytesAsync(path), CompressionLevel.NoCompression);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The pictures that slides show; null for a draft that cannot be read: then nothing may be left behind.</summary>
    private static HashSet<string>? NamedIn(string text) =>
        DeckText.Read(text).Deck is { } deck
            ?
            [
                .. deck
                    .Slides.SelectMany(s => s.Parts)
                    .SelectMany(p => SlideMarkdown.Parse(p.Markdown)?.Descendants<LinkInline>() ?? [])
                    .Where(l => l.IsImage)
                    .SelectMany(l => new[] { l.Url ?? "", Uri.UnescapeDataString(l.Url ?? "") }),
            ]
            : null;

    private static void Put(ZipArchive zip, string name, byte[] bytes, CompressionLevel level)
    {
        using var entry = zip.CreateEntry(name, level).Open();
        entry.Write(bytes);
    }
}
