using System.Security.Cryptography;
using System.Text;
using MeetingHub.Web.People;

namespace MeetingHub.Web.Api;

/// <summary>
/// The operation's id behind a request. With an <c>Idempotency-Key</c> it follows from the person, the address and the key, so
/// that the log itself knows a repeated write, even when the server died before it could note its answer.
/// </summary>
public static class Operations
{
    public const string Header = "Idempotency-Key";
    public const int LongestKey = 200;

    public static Guid Operation(this HttpContext http)
    {
        string? key = http.Request.Headers[Header];
        if (string.IsNullOrEmpty(key))
            return Guid.CreateVersion7();

        var request = http.Request;
        var name = $"{http.User.Person()}\n{request.Method} {request.Path}\n{key}";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        // A name-based id of our own making: RFC 9562, version 8.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
