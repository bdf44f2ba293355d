using System.Globalization;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Scheduling.Finding;

/// <summary>What is sought, as it stands in the address of the page: a search can be sent to the other secretary as a link.</summary>
public sealed class FindForm
{
    public const int UsualDays = 14;

    public Guid? Partner { get; set; }
    public HashSet<Guid> Required { get; set; } = [];
    public HashSet<Guid> Optional { get; set; } = [];
    public int Minutes { get; set; } = 60;
    public LocalDate? From { get; set; }
    public LocalDate? To { get; set; }

    public bool IsAsked => Required.Count + Optional.Count > 0;

    public static FindForm Read(IQueryCollection query) =>
        new()
        {
            Partner = Guid.TryParse(query["partner"], out var partner) ? partner : null,
            Required = Ids(query["need"]),
            Optional = [.. Ids(query["like"]).Except(Ids(query["need"]))],
            Minutes = int.TryParse(query["minutes"], CultureInfo.InvariantCulture, out var minutes) ? minutes : 60,
            From = Day(query["from"]),
            To = Day(query["to"]),
        };

    /// <summary>From the later of now (to the next quarter) and the first day, to the end of the last day, in this zone.</summary>
    public (Interval? Range, Refusal? Fault) Range(string zone, Instant now)
    {
        var tz = DateTimeZoneProviders.Tzdb[LocalSlot.Canonical(zone)];
        var today = now.InZone(tz).Date;
        var from = From ?? today.PlusDays(1);
        var to = To ?? from.PlusDays(UsualDays - 1);
        if (to < from || Period.DaysBetween(from, to) >= SlotRequest.MostDays - 1)
            return (null, Refusal.DatesInvalid);
        var start = Instant.Max(now, tz.AtStartOfDay(from).ToInstant());
        var end = tz.AtStartOfDay(to.PlusDays(1)).ToInstant();
        return end <= start ? (null, Refusal.StartInThePast) : (new Interval(start, end), null);
    }

    private static HashSet<Guid> Ids(IEnumerable<string?> values) =>
        [
            .. values
                .Take(SlotRequest.MostPeople)
                .Select(v => Guid.TryParse(v, out var id) ? id : default)
                .Where(id => id != default),
        ];

    private static LocalDate? Day(string? text) =>
        text is { Length: > 0 } && LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : null;
}
