using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MeetingHub.Web.Shared.Security;

/// <summary>
/// Secrets that travel in links and headers: 192 random bits, kept only as SHA-256. A plain hash is enough because nobody
/// can try 2^192 secrets; a slow one would let anyone keep the server busy.
/// </summary>
public static class Secret
{
    private const int Bytes = 24;

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether a text could be one of ours at all, before a database is asked.</summary>
    public static bool CouldBe(string? text) => text?.Length == 32 && Base64Url.IsValid(text);
}
