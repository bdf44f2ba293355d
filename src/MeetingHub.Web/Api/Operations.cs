using MeetingHub.Web.People;
using MeetingHub.Web.Shared;

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
        return NamedId.Of($"{http.User.Person()}\n{request.Method} {request.Path}\n{key}");
    }
}
