using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using NodaTime;

namespace MeetingHub.Web.Meetings.Calendar;

/// <summary>
/// A meeting in somebody's calendar: by their own clock, and by those of the sides that live by another one. That is one other
/// clock as a rule, two for whoever belongs to neither side, and none when all live by the same.
/// </summary>
public sealed record CalendarEntry(
    Guid Id,
    string Title,
    MeetingStatus Status,
    LocalDateTime From,
    LocalDateTime To,
    IReadOnlyList<Elsewhere> Elsewhere,
    string Between
)
{
    public bool IsCancelled => Status == MeetingStatus.Cancelled;

    public string Clocks => $"{Times.Clock(From.TimeOfDay)}–{Times.Clock(To.TimeOfDay)}";

    public bool Touches(LocalDate day) => From.Date <= day && day <= To.PlusNanoseconds(-1).Date;

    public static CalendarEntry Of(
        MeetingRow row,
        Person me,
        IReadOnlyDictionary<Guid, Community> communities,
        string language
    )
    {
        var sides = new[] { communities[row.HostId], communities[row.PartnerId] };
        var end = row.Start + Duration.FromMinutes(row.Minutes);
        return new CalendarEntry(
            row.Id,
            row.Title.In(language),
            row.Status,
            Times.Local(row.Start, me.Zone),
            Times.Local(end, me.Zone),
            [
                .. sides
                    .Select(s => LocalSlot.Canonical(s.Zone))
                    .Where(z => z != LocalSlot.Canonical(me.Zone))
                    .Distinct()
                    .Select(z => new Elsewhere(z, Times.Local(row.Start, z), Times.Local(end, z))),
            ],
            string.Join(" – ", sides.Select(s => s.Name.In(language)))
        );
    }
}

/// <summary>The same meeting by another side's clock.</summary>
public sealed record Elsewhere(string Zone, LocalDateTime From, LocalDateTime To)
{
    public string Clocks => $"{Times.Clock(From.TimeOfDay)}–{Times.Clock(To.TimeOfDay)}";
}
