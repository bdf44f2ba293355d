namespace MeetingHub.Web.Evidence.Import.Files;

public enum TableKind
{
    Csv,
    Xlsx,
}

/// <summary>What a file is by its first bytes, whatever it is called.</summary>
internal static class TableKinds
{
    private const int Looked = 4096;

    public static (TableKind? Kind, FileFault? Fault) Of(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> bytes = stackalloc byte[Looked];
        bytes = bytes[..file.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false)];
        if (bytes.IsEmpty)
            return (null, FileFault.Empty);
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            return (TableKind.Xlsx, null);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return (null, FileFault.OldOrLocked);
        return IsText(bytes) ? (TableKind.Csv, null) : (null, FileFault.NotTable);
    }

    /// <summary>Text has no control characters but line ends and tabs; UTF-16 has zeros, and is told by them.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF"u8) || bytes.StartsWith("{\\rtf"u8) || Encodings.IsUtf16(bytes) is not null)
            return Encodings.IsUtf16(bytes) is not null;
        foreach (var b in bytes)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1A))
                return false;
        }

        var start = bytes.TrimStart(" \t\r\n\u00EF\u00BB\u00BF"u8);
        return !start.StartsWith("<"u8);
    }
}
