using System.Buffers.Binary;
using System.Text;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// Bytes to unfolded text. Folds are taken out before decoding, because some writers fold inside a character; control
/// characters go at the same time, so that nothing later has to reckon with them.
/// </summary>
internal static class CalendarText
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
    private static readonly Encoding Latin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text with LF between its lines, or null when it is in no encoding of calendars.</summary>
    public static string? Of(byte[] calendar)
    {
        if (WideEncoding(calendar) is not { } wide)
            return Decode(Unfold(WithoutMark(calendar)));

        try
        {
            return Utf8.GetString(Unfold(WithoutMark(Encoding.UTF8.GetBytes(wide.GetString(calendar)))));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Decode(ReadOnlySpan<byte> octets)
    {
        try
        {
            return Utf8.GetString(octets);
        }
        catch (ArgumentException)
        {
            return (LooksCyrillic(octets) ? Cyrillic : Latin).GetString(octets);
        }
    }

    // Some exports of old Outlook are UTF-16. A four-byte mark, or pairs that are no characters, throw and are refused.
    private static UnicodeEncoding? WideEncoding(ReadOnlySpan<byte> octets)
    {
        if (octets.Length < 2)
            return null;

        return BinaryPrimitives.ReadUInt16BigEndian(octets) switch
        {
            0xFEFF or ('\0' << 8) + 'B' => new UnicodeEncoding(bigEndian: true, false, throwOnInvalidBytes: true),
            0xFFFE or ('B' << 8) + '\0' => new UnicodeEncoding(bigEndian: false, false, throwOnInvalidBytes: true),
            _ => null,
        };
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> octets) =>
        octets.StartsWith("\uFEFF"u8) ? octets[3..] : octets;

    private static ReadOnlySpan<byte> Unfold(ReadOnlySpan<byte> octets)
    {
        var kept = new byte[octets.Length];
        var length = 0;
        for (var i = 0; i < octets.Length; i++)
        {
            if (octets[i] is (byte)'\r' or (byte)'\n')
            {
                i += octets[i..].StartsWith("\r\n"u8) ? 1 : 0;
                if (i + 1 < octets.Length && octets[i + 1] is (byte)' ' or (byte)'\t')
                    i++;
                else
                    kept[length++] = (byte)'\n';
            }
            else if (octets[i] is (byte)'\t' or (>= 0x20 and not 0x7F))
            {
                kept[length++] = octets[i];
            }
        }

        return kept.AsSpan(0, length);
    }

    // In windows-1251 whole words are high bytes; in French text an accented letter stands among plain ones.
    private static bool LooksCyrillic(ReadOnlySpan<byte> octets)
    {
        var (high, together) = (0, 0);
        for (var i = 1; i < octets.Length; i++)
        {
            high += octets[i] >= 0x80 ? 1 : 0;
            together += octets[i] >= 0x80 && octets[i - 1] >= 0x80 ? 1 : 0;
        }

        return together * 2 > high;
    }
}
