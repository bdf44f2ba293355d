using MeetingHub.Web.Data;
using MeetingHub.Web.People;

namespace MeetingHub.Web.Meetings;

/// <summary>Which meetings a person sees in lists: those of their community, and those that they are asked to.</summary>
public static class MyMeetings
{
    public static IQueryable<MeetingRow> MeetingsOf(this HubDb db, Person me) =>
        db.Meetings.Where(m =>
            (me.CommunityId != null && (m.HostId == me.CommunityId || m.PartnerId == me.CommunityId))
            || db.JoinLinks.Any(l => l.MeetingId == m.Id && l.PersonId == me.Id)
        );
}
