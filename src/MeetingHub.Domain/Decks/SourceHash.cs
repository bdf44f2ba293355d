using System.Security.Cryptography;
using System.Text;

namespace MeetingHub.Domain.Decks;

/// <summary>
/// Eight hex digits that name a wording: enough to notice a change within one slide, short enough to read in the file.
/// Blank space at line ends and around the text does not count.
/// </summary>
public static class SourceHash
{
    public static string Of(string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normalize(body))))[..8];

    public static bool SameText(string a, string b) => Normalize(a) == Normalize(b);

    private static string Normalize(string body) =>
        string.Join('\n', body.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim();
}
