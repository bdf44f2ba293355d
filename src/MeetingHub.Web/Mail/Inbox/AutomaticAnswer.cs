using MimeKit;

namespace MeetingHub.Web.Mail.Inbox;

/// <summary>Recognises what nobody wrote: "I am out of the office", "we have received your request" (RFC 3834, section 5).</summary>
internal static class AutomaticAnswer
{
    public static readonly string[] Headers = ["Auto-Submitted", "Precedence", "X-Autoreply", "X-Autorespond"];

    public static bool Is(HeaderList? headers) =>
        headers is not null
        && (
            (First(headers["Auto-Submitted"]) is { Length: > 0 } submitted && submitted != "no")
            || First(headers["Precedence"]) is "bulk" or "junk" or "list" or "auto_reply"
            || headers.Contains("X-Autoreply")
            || headers.Contains("X-Autorespond")
        );

    // Parameters may follow: "auto-replied; owner-email=...".
    private static string? First(string? value) => value?.Split(';')[0].Trim().ToLowerInvariant();
}
