namespace MeetingHub.Web.Decks.Import.Pdf;

/// <summary>
/// Small photographs may stand right in what a page draws (ISO 32000-1, 8.9.7), where they are copied as they are. One that carries
/// more than its pixels, or is wrapped so that this cannot be seen, is not clean. Programs of offices write none.
/// </summary>
internal static class InlinePictures
{
    private const int LongestHead = 1000;

    /// <param name="drawn">What a page, a form, a pattern or a letter draws, unpacked.</param>
    public static bool AreClean(ReadOnlySpan<byte> drawn)
    {
        for (var rest = drawn; rest.IndexOf("/DCT"u8) is >= 0 and var at; )
        {
            rest = rest[(at + 4)..];
            if (DataIn(rest) is { } start && !IsPixelsAlone(rest[start..]))
                return false;
        }

        return true;
    }

    /// <summary>Behind "ID" and one white space; null where the word stands in no picture's head.</summary>
    private static int? DataIn(ReadOnlySpan<byte> rest)
    {
        var head = rest[..Math.Min(rest.Length, LongestHead)];
        for (var at = 0; head[at..].IndexOf("ID"u8) is >= 0 and var found; at += found + 2)
        {
            var end = at + found + 2;
            if (end < head.Length && head[end] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0)
                return end + 1;
        }

        return null;
    }

    private static bool IsPixelsAlone(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith("\n"u8))
            data = data[1..];
        return data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) && data.StartsWith(PictureTraces.Jpeg(data));
    }
}
