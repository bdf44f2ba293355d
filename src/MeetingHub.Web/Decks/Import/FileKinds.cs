namespace MeetingHub.Web.Decks.Import;

internal enum FileKind
{
    Other,
    Png,
    Jpeg,
    Gif,
    WebP,
    Zip,
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
        : FileKind.Other;
}
