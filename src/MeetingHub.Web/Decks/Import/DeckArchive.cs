using System.IO.Compression;
using System.Text.RegularExpressions;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Shared.Uploads;

namespace MeetingHub.Web.Decks.Import;

/// <summary>
/// Unpacks a zip in memory: never onto the disk, so a name can lead nowhere. Folders are ignored (packing a folder is what
/// people do), hence one name may appear once in the whole archive.
/// </summary>
internal sealed partial record DeckArchive(IReadOnlyDictionary<string, byte[]> Files, DeckProblem? Problem)
{
    private const int MaxPictureBytes = 5 * 1024 * 1024;

    public static bool IsDeck(string name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    public static DeckArchive Read(byte[] bytes)
    {
        if (DirectoryRecordsIn(bytes) > 2 * DeckUpload.MaxEntries)
            return Refused(DeckProblem.ZipTooMany, $"{DeckUpload.MaxEntries}");
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return zip.Entries.Count > DeckUpload.MaxEntries
                ? Refused(DeckProblem.ZipTooMany, $"{DeckUpload.MaxEntries}")
                : Unpack(zip);
        }
        // Broken archives come as either, depending on which field is wrong.
        catch (Exception e)
            when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return Refused(DeckProblem.ZipBroken, "");
        }
    }

    /// <summary>ZipArchive reads its whole directory before it can be counted: half a million records in 25 MB.</summary>
    private static int DirectoryRecordsIn(ReadOnlySpan<byte> bytes) => bytes.Count("PK\u0001\u0002"u8);

    private static DeckArchive Unpack(ZipArchive zip)
    {
        Dictionary<string, byte[]> files = new(StringComparer.OrdinalIgnoreCase);
        long left = DeckUpload.MaxTotalBytes;
        foreach (var entry in zip.Entries)
        {
            if (EntryProblem(entry) is { } problem)
                return Refused(problem, Shortened(entry.FullName));
            if (IsIgnored(entry.FullName))
                continue;

            var limit = Math.Min(left, IsDeck(entry.Name) ? Deck.MaxBytes : MaxPictureBytes);
            using var stream = entry.Open();
            if (BoundedBytes.Read(stream, limit) is not { } file)
                return Refused(TooLarge(entry.Name, left), entry.Name);
            if (FileKinds.Of(file) == FileKind.Zip)
                return Refused(DeckProblem.ZipNested, entry.Name);
            if (!files.TryAdd(entry.Name, file))
                return Refused(DeckProblem.ZipDuplicate, entry.Name);
            left -= file.Length;
        }

        return new(files, null);
    }

    private static string TooLarge(string name, long left) =>
        IsDeck(name) ? DeckProblem.TooLong
        : left < MaxPictureBytes ? DeckProblem.FileTooLarge
        : DeckProblem.PictureTooLarge;

    private static string? EntryProblem(ZipArchiveEntry entry)
    {
        const int fileTypeMask = 0xF000;
        const int symbolicLink = 0xA000;
        if (((entry.ExternalAttributes >> 16) & fileTypeMask) == symbolicLink)
            return DeckProblem.ZipLink;
        if (entry.IsEncrypted)
            return DeckProblem.ZipEncrypted;
        var parts = entry.FullName.TrimEnd('/').Split('/');
        return Array.TrueForAll(parts, part => SafeName().IsMatch(part) && part.Trim('.').Length > 0)
            ? null
            : DeckProblem.ZipName;
    }

    /// <summary>Folders, and what file managers add to an archive unasked.</summary>
    private static bool IsIgnored(string path) =>
        path.EndsWith('/')
        || path.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || Path.GetFileName(path) is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    private static DeckArchive Refused(string code, string what) =>
        new(new Dictionary<string, byte[]>(), new(code, 0, what));

    private static string Shortened(string name) => name.Length <= 80 ? name : name[..80] + "…";

    /// <summary>An empty part (an absolute path), a backslash or a drive's colon do not match.</summary>
    [GeneratedRegex(@"^[\p{L}\p{M}\p{N} ._()+-]{1,100}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SafeName();
}
