using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.Scheduling;

namespace MeetingHub.Web.Graph;

/// <summary>
/// Puts the Teams link into a meeting's plan, through the secretariat like any other change, so that everyone's letter and the
/// room carry it. A link that somebody typed stays.
/// </summary>
public sealed class TeamsLinks(MeetingLog log, Secretariat secretariat)
{
    private const int Tries = 5;

    public async Task<Refusal?> Place(CalendarCopy copy, string? link, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            if (await log.Find(copy.MeetingId, stop) is not { } meeting)
                return Refusal.NotFound;
            var plan = meeting.Plan;
            if (plan.VideoLink == link || (plan.VideoLink is { } theirs && theirs != copy.PlacedLink))
                return null;
            // The secretary who asked for the copy asked for this; that they were a secretary was checked then.
            var caller = new Caller(copy.AskedBy, null, meeting.SideOf(copy.CommunityId), IsSecretary: true);
            var result = await secretariat.Revise(
                meeting.Id,
                caller,
                Guid.CreateVersion7(),
                meeting.PlanRevision,
                plan with
                {
                    VideoLink = link,
                }
            );
            if (result.Refusal is not Refusal.ChangedMeanwhile || tries == Tries)
                return result.Refusal;
        }
    }
}
