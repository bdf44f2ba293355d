using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>
/// Where one person's busy times are read; one a person. The address of a subscription is a secret by itself and a password
/// is one: both are sealed with keys that lie outside the database.
/// </summary>
public sealed class BusySourceRow
{
    public required Guid PersonId { get; init; }
    public required BusySourceKind Kind { get; set; }

    /// <summary>An ICS address or a CalDAV collection, sealed; for Microsoft 365 the mailbox's address.</summary>
    public required string Address { get; set; }
    public string? User { get; set; }

    /// <summary>Sealed.</summary>
    public string? Password { get; set; }
    public required Instant AddedAt { get; init; }
}
