using NodaTime;

namespace MeetingHub.Web.People;

/// <summary>Who did what outside of any meeting's log: signed in, made a token, invited a colleague. Ids, never names.</summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }
    public required Instant At { get; init; }
    public Guid? By { get; init; }
    public required string What { get; init; }
    public string? Subject { get; init; }
}
