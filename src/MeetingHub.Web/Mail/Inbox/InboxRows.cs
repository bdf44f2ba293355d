using NodaTime;

namespace MeetingHub.Web.Mail.Inbox;

/// <summary>How far a mailbox has been read. UIDs mean something only together with their validity (RFC 3501, 2.3.1.1).</summary>
public sealed class InboxPlace
{
    /// <summary>User, server and folder: another account may number its letters alike.</summary>
    public required string Mailbox { get; init; }
    public required long UidValidity { get; set; }
    public required long LastUid { get; set; }
}

/// <summary>A letter that was handled, known by <see cref="InboundLetter.Key"/>, should the server ever number its mail anew.</summary>
public sealed class HandledLetter
{
    public required string Key { get; init; }
    public required Instant At { get; init; }
}
