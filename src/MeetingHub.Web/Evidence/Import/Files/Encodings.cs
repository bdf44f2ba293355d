using System.Text;
using System.Text.Unicode;

namespace MeetingHub.Web.Evidence.Import.Files;

/// <summary>
/// Which letters a file's bytes mean. UTF-8 and UTF-16 prove themselves. The two code pages that offices in Ukraine and in France
/// still write are told apart by one property: Ukrainian words are runs of bytes above 127, while in French such a byte stands
/// alone between plain letters. A general detector knows sixty more encodings to mistake these for; ours is shown with its
/// letters and can be changed.
/// </summary>
public static class Encodings
{
    private const int Looked = 1024 * 1024;
    public const string Utf8 = "utf-8";
    public const string Cyrillic = "windows-1251";
    public const string Western = "windows-1252";

    public static IReadOnlyList<string> Names { get; } =
    [Utf8, "utf-16", "utf-16BE", Cyrillic, Western, "koi8-u", "cp866"];

    static Encodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Get(string name) => Encoding.GetEncoding(Names.Contains(name) ? name : Utf8);

    /// <returns>The encoding's name, and whether the bytes prove it.</returns>
    public static (string Name, bool IsSure) Of(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[Looked];
        return Of(bytes.AsSpan(0, file.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false)));
    }

    public static (string Name, bool IsSure) Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (Utf8, true);
        if (IsUtf16(bytes) is { } wide)
            return (wide, true);
        if (Utf8IsValid(bytes))
            return (Utf8, true);
        return (HighRuns(bytes) > HighAlone(bytes) ? Cyrillic : Western, false);
    }

    /// <summary>By its mark, or by the zeros that every digit, separator and line end has in it.</summary>
    internal static string? IsUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return "utf-16";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return "utf-16BE";
        var looked = bytes[..Math.Min(bytes.Length, 4096)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < looked.Length; i++)
        {
            if (looked[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        }

        return odd > looked.Length / 10 && even == 0 ? "utf-16"
            : even > looked.Length / 10 && odd == 0 ? "utf-16BE"
            : null;
    }

    /// <summary>A character that the sample's end cuts in two is no fault.</summary>
    private static bool Utf8IsValid(ReadOnlySpan<byte> bytes)
    {
        const int longest = 4;
        for (var cut = 0; cut < longest && cut <= bytes.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
                return true;
            if (bytes.Length < Looked)
                return false;
        }

        return false;
    }

    private static int HighRuns(ReadOnlySpan<byte> bytes)
    {
        var runs = 0;
        for (var i = 1; i < bytes.Length; i++)
        {
            if (bytes[i] >= 0x80 && bytes[i - 1] >= 0x80)
                runs++;
        }

        return runs;
    }

    private static int HighAlone(ReadOnlySpan<byte> bytes)
    {
        var alone = 0;
        for (var i = 1; i < bytes.Length - 1; i++)
        {
            if (bytes[i] >= 0x80 && char.IsAsciiLetter((char)bytes[i - 1]) && bytes[i + 1] < 0x80)
                alone++;
        }

        return alone;
    }
}
