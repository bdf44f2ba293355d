using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using NodaTime;

namespace MeetingHub.Web.People;

/// <summary>A territorial community (hromada) or a municipality abroad, with the hours it lives by.</summary>
public sealed class Community
{
    public required Guid Id { get; init; }
    public required LocalText Name { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; set; }
    public required string Zone { get; set; }

    /// <summary>The language in which this side's wording must stand.</summary>
    public required string Language { get; set; }
    public LocalTime WorkFrom { get; set; } = new(8, 0);
    public LocalTime WorkTo { get; set; } = new(18, 0);
    public LocalTime? CurfewFrom { get; set; }
    public LocalTime? CurfewTo { get; set; }

    /// <summary>The region whose holidays are kept besides the country's, by the code of the holiday list.</summary>
    public string? Region { get; set; }

    /// <summary>Null: as usual in the country.</summary>
    public HolidayWeight? HolidayWeight { get; set; }

    /// <summary>Inhabitants. In France the notice of a council's sitting depends on them (CGCT L2121-11, L2121-12).</summary>
    public int? Population { get; set; }

    public LocalHours Hours => new(Zone, WorkFrom, WorkTo, CurfewFrom, CurfewTo);
}
