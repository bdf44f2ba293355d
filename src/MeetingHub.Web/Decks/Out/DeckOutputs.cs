using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks.Out.Offline;
using MeetingHub.Web.Decks.Out.Paper;
using MeetingHub.Web.Log;

namespace MeetingHub.Web.Decks.Out;

/// <summary>
/// Makes the files that leave from a frozen version, and keeps each beside that version under the hash of all that it was
/// made from: a hall of a hundred phones asks for one file, and it is set once.
/// </summary>
internal sealed partial class DeckOutputs(FileStore files, OfflinePage offline) : IDisposable
{
    // Another build may draw otherwise.
    private static readonly string Maker = typeof(DeckOutputs).Module.ModuleVersionId.ToString("N");

    private readonly SemaphoreSlim one = new(1);

    public Task<byte[]> HandOut(FrozenDeck frozen, HandOutOrder order) =>
        Kept(frozen, $"pdf {order}", order.HasNotes, ".pdf", () => HandOutMaking.Pdf(frozen, order, [], Picture));

    public Task<byte[]> OfflineFile(FrozenDeck frozen, string language, bool hasNotes) =>
        Kept(
            frozen,
            $"html {language} {hasNotes} {offline.Revision}",
            hasNotes,
            ".html",
            () => Encoding.UTF8.GetBytes(offline.Of(frozen, language, hasNotes, Picture))
        );

    /// <summary>The bytes of a picture by the address that a slide shows it from.</summary>
    public byte[]? Picture(string address) =>
        address.StartsWith("/files/", StringComparison.Ordinal) && files.Find(address["/files/".Length..]) is { } path
            ? File.ReadAllBytes(path)
            : null;

    public void Dispose() => one.Dispose();

    // A picture that was taken back since must not live on in a file that was made before.
    private string Missing(FrozenDeck frozen) =>
        string.Join(
            ' ',
            frozen
                .Deck.Slides.SelectMany(s => s.In.Values)
                .SelectMany(text => PictureName().Matches(text.Html))
                .Select(name => name.Value)
                .Distinct()
                .Where(name => files.Find(name) is null)
        );

    [GeneratedRegex(@"(?<=/files/)[0-9a-f]{32}\.webp", RegexOptions.None, 1000)]
    private static partial Regex PictureName();

    private async Task<byte[]> Kept(FrozenDeck frozen, string what, bool hasNotes, string ending, Func<byte[]> make)
    {
        var notes = hasNotes
            ? EventJson.Write(frozen.Deck.Slides.Select(s => s.Notes.OrderBy(n => n.Key, StringComparer.Ordinal)))
            : "";
        var from =
            $"{Maker}\n{what}\n{frozen.PublishedAt}\n{EventJson.Write(frozen.Community)}\n{notes}\n{Missing(frozen)}";
        var suffix = $".{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(from)))[..32]}{ending}";
        if (files.FindBeside(frozen.Version, suffix) is { } known)
            return await File.ReadAllBytesAsync(known);

        await one.WaitAsync();
        try
        {
            if (files.FindBeside(frozen.Version, suffix) is { } meanwhile)
                return await File.ReadAllBytesAsync(meanwhile);
            var made = await Task.Run(make);
            files.PutBeside(frozen.Version, suffix, made);
            return made;
        }
        finally
        {
            one.Release();
        }
    }
}
