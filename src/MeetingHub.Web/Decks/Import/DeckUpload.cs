using System.Diagnostics.CodeAnalysis;
using System.Text;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Shared.Imaging;
using MeetingHub.Web.Shared.Uploads;

namespace MeetingHub.Web.Decks.Import;

/// <summary>
/// What an author uploads: a <c>.md</c> file, or a <c>.zip</c> with one of them and its pictures. Nothing the file says of itself
/// is believed: types come from the first bytes, sizes from counting, and every picture is drawn anew, so that neither
/// its metadata (where it was taken) nor a payload survives.
/// </summary>
/// <param name="Markdown">The deck's text, not yet compiled.</param>
/// <param name="Pictures">As we drew them, by the file name that the text uses.</param>
public sealed record DeckUpload(string Markdown, IReadOnlyDictionary<string, DrawnPicture> Pictures)
{
    public const int MaxTotalBytes = 25 * 1024 * 1024;
    public const int MaxEntries = 100;

    public static DeckUploadReading Read(Stream zipOrMd, string fileName)
    {
        if (BoundedBytes.Read(zipOrMd, MaxTotalBytes) is not { } bytes)
            return new(null, new(DeckProblem.FileTooLarge, 0, fileName));

        if (FileKinds.Of(bytes) == FileKind.Markup)
            return new(null, new(DeckProblem.FileMarkup, 0, fileName));
        return Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".md" => ReadDeck(bytes, fileName, []),
            ".zip" when FileKinds.Of(bytes) == FileKind.Zip => ReadZip(bytes),
            _ => new(null, new(DeckProblem.FileType, 0, fileName)),
        };
    }

    private static DeckUploadReading ReadZip(byte[] bytes)
    {
        var archive = DeckArchive.Read(bytes);
        if (archive.Problem is not null)
            return new(null, archive.Problem);

        string[] decks = [.. archive.Files.Keys.Where(DeckArchive.IsDeck)];
        if (decks.Length != 1)
            return new(null, new(DeckProblem.ZipOneDeck, 0, $"{decks.Length}"));

        Dictionary<string, DrawnPicture> pictures = [];
        foreach (var (name, file) in archive.Files.Where(file => file.Key != decks[0]))
        {
            var drawn = Shared.Imaging.Pictures.Redraw(name, file);
            if (!drawn.Succeeded)
                return new(null, drawn.Problem);
            pictures[name] = drawn.Picture;
        }

        return ReadDeck(archive.Files[decks[0]], decks[0], pictures);
    }

    private static DeckUploadReading ReadDeck(byte[] bytes, string name, Dictionary<string, DrawnPicture> pictures)
    {
        if (bytes.Length > Deck.MaxBytes)
            return new(null, new(DeckProblem.TooLong, 0, name));
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return new(new(text.TrimStart('\uFEFF'), pictures), null);
        }
        catch (DecoderFallbackException)
        {
            return new(null, new(DeckProblem.NotUtf8, 0, name));
        }
    }
}

/// <summary>An upload, or why it was refused.</summary>
public sealed record DeckUploadReading(DeckUpload? Upload, DeckProblem? Problem)
{
    [MemberNotNullWhen(true, nameof(Upload))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Upload is not null;
}
