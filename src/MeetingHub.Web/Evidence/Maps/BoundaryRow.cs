using MeetingHub.Domain.Languages;
using NodaTime;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>A boundary that a community has brought in, with the terms on which it may be shown.</summary>
public sealed class BoundaryRow
{
    public required Guid Id { get; init; }
    public required Guid CommunityId { get; init; }
    public required LocalText Name { get; set; }
    public required BoundaryLevel Level { get; set; }

    /// <summary>A polygon or several as GeoJSON, longitude first, checked and thinned.</summary>
    public required string GeoJson { get; init; }

    public required string Licence { get; init; }
    public required string Source { get; init; }
    public LocalDate? Date { get; init; }
    public required Instant AddedAt { get; init; }
    public required Guid AddedBy { get; init; }
}
