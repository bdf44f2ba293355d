using MeetingHub.Web.Evidence.Import.Files;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>The file's first letters that are not plain ASCII, as each encoding would have them, to be told apart by eye.</summary>
internal static class LetterSamples
{
    private const int Looked = 256 * 1024;
    private const int Shown = 60;

    public static IReadOnlyList<(string Encoding, string Letters)> Of(string path, string chosen)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[Looked];
        var read = bytes.AsSpan(0, file.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false));
        var isWide = Encodings.IsUtf16(read) is not null;
        var from = isWide ? 0 : Math.Max(0, read.IndexOfAnyInRange((byte)0x80, (byte)0xFF));
        var start = Math.Max(0, read[..from].LastIndexOfAny((byte)'\n', (byte)';', (byte)',') + 1);
        var sample = read[start..Math.Min(read.Length, start + 400)].ToArray();
        return
        [
            .. Encodings
                .Names.Where(n => n == chosen || isWide == n.StartsWith("utf-16", StringComparison.Ordinal))
                .Select(n => (n, Letters(Encodings.Get(n).GetString(sample)))),
        ];
    }

    private static string Letters(string text)
    {
        var plain = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).TrimStart('\uFEFF').Trim();
        return plain.Length <= Shown ? plain : plain[..Shown] + "…";
    }
}
