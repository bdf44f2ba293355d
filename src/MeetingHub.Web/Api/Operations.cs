using System.Security.Cryptography;
using System.Text;
using MeetingHub.Web.People;

namespace MeetingHub.Web.Api;

/// <summary>
/// The operation's id behind a request. With an <c>Idempotency-Key</c> it follows from the person and the key, so that the log
/// itself knows a repeated write, even when the server died before it could note its answer.
/// </summary>
public static class Operations
{
    public const string Header = "Idempotency-Key";

    public static Guid Operation(this HttpContext http)
    {
        string? key = http.Request.Headers[Header];
        if (string.IsNullOrEmpty(key))
            return Guid.CreateVersion7();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{http.User.Person()}\n{key}"));
        return new Guid(hash.AsSpan(0, 16));
    }
}
