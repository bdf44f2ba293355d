using MailKit;
using MimeKit;
using NodaTime;

namespace MeetingHub.Web.Mail.Inbox;

/// <summary>
/// Reads one letter in the mailbox: its outline first, then only the parts that are needed, each to a limit. An attachment of
/// 30 MB is never fetched, and no part is believed to be as small as the letter says.
/// </summary>
/// <param name="Letter">Null for what machines write about mail: reports, and automatic answers without a calendar.</param>
internal sealed record LetterReading(InboundLetter? Letter, UndeliveredLetter? Undelivered)
{
    private const int MostReferences = 50;
    private const int LongestLine = 500;

    private static readonly FetchRequest Outline = new(
        MessageSummaryItems.UniqueId
            | MessageSummaryItems.Envelope
            | MessageSummaryItems.BodyStructure
            | MessageSummaryItems.InternalDate
            | MessageSummaryItems.References,
        [.. AutomaticAnswer.Headers, "Authentication-Results"]
    );

    /// <summary>The letter; null when it is no longer there.</summary>
    public static async Task<LetterReading?> Of(
        IMailFolder folder,
        UniqueId uid,
        ImapSettings settings,
        CancellationToken stop
    )
    {
        var found = await folder.FetchAsync([uid], Outline, stop);
        if (found.FirstOrDefault(m => m.UniqueId.Id == uid.Id) is not { Body: not null } outline)
            return null;

        var parts = new LetterParts(folder, uid, outline.Body);
        if (parts.IsReport)
            return new LetterReading(null, await DeliveryReport.Read(parts, stop));

        var calendars = await parts.Calendars(stop);
        // Google Calendar sends even a person's own reply as "auto-generated": what carries a calendar is looked at anyway.
        if (calendars.Count == 0 && AutomaticAnswer.Is(outline.Headers))
            return new LetterReading(null, null);

        var envelope = outline.Envelope ?? new Envelope();
        return new LetterReading(
            new InboundLetter(
                Cut(envelope.MessageId) ?? $"{folder.UidValidity}.{uid.Id}",
                [
                    .. envelope
                        .From.Mailboxes.Take(5)
                        .Select(m => Cut(m.GetAddress(idnEncode: false))!.ToLowerInvariant()),
                ],
                Cut(envelope.Subject) ?? "",
                outline.InternalDate is { } at ? Instant.FromDateTimeOffset(at) : Instant.MinValue,
                calendars,
                await parts.Text(stop),
                SenderProofs.Of(outline.Headers, settings.AuthServId),
                Answers(outline, envelope)
            ),
            null
        );
    }

    private static IReadOnlyList<Guid> Answers(IMessageSummary outline, Envelope envelope)
    {
        // References names the oldest first.
        IEnumerable<string> older = outline.References is { } all ? all.TakeLast(MostReferences).Reverse() : [];
        return [.. older.Prepend(envelope.InReplyTo ?? "").Select(LetterId.Read).OfType<Guid>().Distinct()];
    }

    private static string? Cut(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : text.Length > LongestLine ? text[..LongestLine]
        : text;
}
