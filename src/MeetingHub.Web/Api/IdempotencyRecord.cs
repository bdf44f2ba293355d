using NodaTime;

namespace MeetingHub.Web.Api;

/// <summary>The answer to a write that carried an <c>Idempotency-Key</c>, given again when the same request comes again.</summary>
public sealed class IdempotencyRecord
{
    public required Guid PersonId { get; init; }
    public required string Key { get; init; }
    public required string RequestHash { get; init; }
    public int Status { get; set; }
    public string? Body { get; set; }
    public string? Location { get; set; }
    public required Instant At { get; init; }
}
