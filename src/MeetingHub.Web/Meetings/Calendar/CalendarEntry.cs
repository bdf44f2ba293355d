using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using NodaTime;

namespace MeetingHub.Web.Meetings.Calendar;

/// <summary>A meeting in somebody's calendar: in their own zone, and in that of the side which is not theirs.</summary>
public sealed record CalendarEntry(
    Guid Id,
    string Title,
    MeetingStatus Status,
    LocalDateTime From,
    LocalDateTime To,
    string OtherZone,
    LocalDateTime OtherFrom,
    LocalDateTime OtherTo,
    string Between
)
{
    public bool IsCancelled => Status == MeetingStatus.Cancelled;

    public string Clocks => $"{Times.Clock(From.TimeOfDay)}–{Times.Clock(To.TimeOfDay)}";

    public string OtherClocks => $"{Times.Clock(OtherFrom.TimeOfDay)}–{Times.Clock(OtherTo.TimeOfDay)}";

    public bool Touches(LocalDate day) => From.Date <= day && day <= To.PlusNanoseconds(-1).Date;

    public static CalendarEntry Of(
        MeetingRow row,
        Person me,
        IReadOnlyDictionary<Guid, Community> communities,
        string language
    )
    {
        var (host, partner) = (communities[row.HostId], communities[row.PartnerId]);
        var other = LocalSlot.Canonical((row.HostId == me.CommunityId ? partner : host).Zone);
        var end = row.Start + Duration.FromMinutes(row.Minutes);
        return new CalendarEntry(
            row.Id,
            row.Title.In(language),
            row.Status,
            Times.Local(row.Start, me.Zone),
            Times.Local(end, me.Zone),
            other,
            Times.Local(row.Start, other),
            Times.Local(end, other),
            $"{host.Name.In(language)} – {partner.Name.In(language)}"
        );
    }
}
