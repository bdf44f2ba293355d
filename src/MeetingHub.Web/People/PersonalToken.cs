using NodaTime;

namespace MeetingHub.Web.People;

/// <summary>A personal access token for the API: shown once, kept as a hash, ended by its owner at any time.</summary>
public sealed class PersonalToken
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string Hash { get; init; }
    public required string Name { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant ExpiresAt { get; init; }
    public Instant? RevokedAt { get; set; }
}
