using MailKit;
using MimeKit;

namespace MeetingHub.Web.Mail.Inbox;

/// <summary>
/// Reads a bounce (RFC 3464): which of our letters it is about, told by the Message-ID in what is returned, and for whom it
/// failed for good. "Delayed" is no bounce: the server is still trying.
/// </summary>
internal static class DeliveryReport
{
    private const int Largest = 16 * 1024;
    private const int LongestReason = 300;

    public static async Task<UndeliveredLetter?> Read(LetterParts parts, CancellationToken stop)
    {
        if (parts.First("message", "delivery-status") is not { } status)
            return null;
        if (LetterId.Read(await ReturnedId(parts, stop)) is not { } letter)
            return null;

        using var bytes = await Bytes(parts, status, stop);
        var report = await MimeEntity.LoadAsync(new ContentType("message", "delivery-status"), bytes, stop);
        var failed = (report as MessageDeliveryStatus)
            ?.StatusGroups.Take(20)
            .FirstOrDefault(g => string.Equals(g["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase));
        return failed is null
            ? null
            : new UndeliveredLetter(
                letter,
                AfterType(failed["Original-Recipient"] ?? failed["Final-Recipient"]),
                AfterType(failed["Diagnostic-Code"] ?? failed["Status"])
            );
    }

    // The letter itself comes back, or its headers alone.
    private static async Task<string?> ReturnedId(LetterParts parts, CancellationToken stop)
    {
        if (parts.First("message", "rfc822") is BodyPartMessage { Envelope.MessageId: { } whole })
            return whole;
        if (parts.First("text", "rfc822-headers") is not { } headers)
            return null;
        using var bytes = await Bytes(parts, headers, stop);
        return (await HeaderList.LoadAsync(bytes, stop))[HeaderId.MessageId];
    }

    private static async Task<MemoryStream> Bytes(LetterParts parts, BodyPartBasic part, CancellationToken stop)
    {
        using var content = await parts.Content(part, Largest, stop);
        var bytes = new MemoryStream();
        await content.DecodeToAsync(bytes, stop);
        bytes.Position = 0;
        return bytes;
    }

    // "rfc822; name@example" and "smtp; 550 5.1.1 No such user".
    private static string AfterType(string? field)
    {
        var text = Calendar.SafeText.Line(field ?? "");
        text = text[(text.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();
        return text.Length > LongestReason ? text[..LongestReason] : text;
    }
}
