namespace MeetingHub.Web.Shared.Uploads;

internal enum FileKind
{
    Other,
    Png,
    Jpeg,
    Gif,
    WebP,
    Zip,
    Pdf,

    /// <summary>The old binary files of Office: a .ppt, or a .pptx under a password.</summary>
    Ole,

    /// <summary>HTML, SVG or other XML: a browser may run what stands in it.</summary>
    Markup,
}

/// <summary>What a file is by its first bytes, whatever it is called.</summary>
internal static class FileKinds
{
    public static FileKind Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']) ? FileKind.Png
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? FileKind.Gif
        : bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) ? FileKind.WebP
        : bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8) ? FileKind.Zip
        : bytes.StartsWith("%PDF-"u8) ? FileKind.Pdf
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? FileKind.Ole
        : IsMarkup(bytes) ? FileKind.Markup
        : FileKind.Other;

    /// <summary>What a browser would sniff: marks of encodings, blanks and the zeros of UTF-16 before the first "<" do not hide it.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 1024)].IndexOfAnyExcept(Blanks);
        if (start < 0 || bytes[start] != '<')
            return false;
        var rest = bytes[(start + 1)..];
        var next = rest.IndexOfAnyExcept((byte)0);
        return next >= 0 && (char.IsAsciiLetter((char)rest[next]) || rest[next] is (byte)'!' or (byte)'?');
    }

    private static readonly System.Buffers.SearchValues<byte> Blanks = System.Buffers.SearchValues.Create([
        0,
        (byte)' ',
        (byte)'\t',
        (byte)'\n',
        (byte)'\r',
        (byte)'\f',
        0xEF,
        0xBB,
        0xBF,
        0xFE,
        0xFF,
    ]);
}
