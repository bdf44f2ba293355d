using System.IO.Compression;

namespace MeetingHub.Web.Evidence.Import.Files;

/// <summary>
/// A workbook is a zip archive: 100 KB may unpack to gigabytes, and its own lengths may lie. Every part is unpacked once into
/// nothing and counted, before anybody parses a byte of it.
/// </summary>
internal static class XlsxBounds
{
    public static void Check(string path, CancellationToken stop)
    {
        using var file = File.OpenRead(path);
        if (file.Length > Bounds.WorkbookBytes)
            throw new TableException(FileFault.TooLarge, $"{Bounds.WorkbookBytes / 1024 / 1024}");
        // ZipArchive reads the whole directory before it can be asked how long it is: two million records in 100 MB.
        if (DirectoryRecords(file) > Bounds.WorkbookParts)
            throw new TableException(FileFault.UnpacksTooLarge);
        file.Position = 0;
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            if (!zip.Entries.Any(e => e.FullName.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)))
                throw new TableException(FileFault.NotTable);
            Count(zip, stop);
        }
        catch (Exception e)
            when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new TableException(FileFault.Broken, null, e);
        }
    }

    private static void Count(ZipArchive zip, CancellationToken stop)
    {
        var left = Bounds.UnpackedBytes;
        var buffer = new byte[128 * 1024];
        foreach (var part in zip.Entries)
        {
            var isText = part.Name.Contains("sharedStrings", StringComparison.OrdinalIgnoreCase);
            var most = isText || !IsSheet(part) ? Bounds.SharedTextBytes : left;
            long size = 0;
            var run = 0;
            using var unpacked = part.Open();
            int count;
            while ((count = unpacked.Read(buffer)) > 0)
            {
                stop.ThrowIfCancellationRequested();
                size += count;
                left -= count;
                run = RunOf(buffer.AsSpan(0, count), run, out var longest);
                if (size > most || left < 0 || (longest > Bounds.RowBytes && IsIn(part, "worksheets/")))
                    throw new TableException(FileFault.UnpacksTooLarge);
            }
        }
    }

    // A cell's text stands between two marks, and the reader holds it as a whole: 200 KB of archive can be one cell of 600 MB.
    private static int RunOf(ReadOnlySpan<byte> read, int before, out int longest)
    {
        longest = 0;
        int mark;
        while ((mark = read.IndexOf((byte)'<')) >= 0)
        {
            longest = Math.Max(longest, before + mark);
            read = read[(mark + 1)..];
            before = 0;
        }

        longest = Math.Max(longest, before + read.Length);
        return before + read.Length;
    }

    // Pictures and the like are never opened by the reader; they count towards the whole.
    private static bool IsSheet(ZipArchiveEntry part) => IsIn(part, "worksheets/") || IsIn(part, "media/");

    private static bool IsIn(ZipArchiveEntry part, string folder) =>
        part.FullName.Contains(folder, StringComparison.OrdinalIgnoreCase);

    private static int DirectoryRecords(FileStream file)
    {
        const int overlap = 3;
        var buffer = new byte[1024 * 1024];
        var (records, kept) = (0, 0);
        int count;
        while ((count = file.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var read = buffer.AsSpan(0, kept + count);
            records += read.Count("PK\u0001\u0002"u8);
            kept = Math.Min(overlap, read.Length);
            read[^kept..].CopyTo(buffer);
        }

        return records;
    }
}
