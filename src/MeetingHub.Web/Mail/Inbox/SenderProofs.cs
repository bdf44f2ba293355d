using MimeKit;
using MimeKit.Cryptography;

namespace MeetingHub.Web.Mail.Inbox;

/// <summary>
/// What the mailbox's own server found out about the sender (RFC 8601). The threat: anyone can put such a header into a
/// letter. So only the topmost one under the configured name counts, where that server wrote its own.
/// </summary>
internal static class SenderProofs
{
    public static SenderProof Of(HeaderList? headers, string authServId)
    {
        if (authServId.Length == 0 || headers is null)
            return SenderProof.Unknown;
        var own = headers
            .Where(h => h.Id == HeaderId.AuthenticationResults)
            .Select(h => AuthenticationResults.TryParse(h.RawValue, out var results) ? results : null)
            .FirstOrDefault(r =>
                string.Equals(r?.AuthenticationServiceIdentifier, authServId, StringComparison.OrdinalIgnoreCase)
            );
        return own?.Results.FirstOrDefault(r => r.Method == "dmarc")?.Result switch
        {
            "pass" => SenderProof.Passed,
            "fail" => SenderProof.Failed,
            _ => SenderProof.Unknown,
        };
    }
}
