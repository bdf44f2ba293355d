using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Calendar;
using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling;

/// <summary>
/// By what calendars know a meeting, the same in letters and in files, so that one never stands beside the other. A meeting of a
/// series is an exception from it: it is found by the series' UID and the start that the rule gives.
/// </summary>
public sealed record CalendarIdentity(Guid Id, int Sequence, Instant Stamp, RecurrenceId? Instance)
{
    public static async Task<CalendarIdentity> Of(HubDb db, Meeting meeting, CancellationToken stop)
    {
        if (meeting.Series is not { } place)
            return new CalendarIdentity(meeting.Id, meeting.CalendarSequence, meeting.CalendarStamp, null);
        var series = await db.Series.AsNoTracking().FirstAsync(s => s.Id == place.SeriesId, stop);
        return new CalendarIdentity(
            place.SeriesId,
            series.Sequence + meeting.CalendarSequence,
            Instant.Max(series.Stamp, meeting.CalendarStamp),
            new RecurrenceId(place.Original, place.Zone)
        );
    }
}
