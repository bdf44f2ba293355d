using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Live;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MeetingHub.Web.Api;

/// <summary>Who a program is at a meeting, and how it is answered: the same for every resource.</summary>
public sealed class ApiDoor(
    MeetingLog log,
    Door door,
    Roll roll,
    CurrentPerson current,
    IHttpContextAccessor http,
    Addresses addresses,
    Texts texts
)
{
    public async Task<(Meeting Meeting, Caller Caller)?> Enter(Guid meetingId)
    {
        if (await log.Find(meetingId) is not { } meeting)
            return null;
        if (await door.CallerOf(http.HttpContext!, meeting) is not { } caller)
            return null;
        // A guest who was shown out has no community here to come back by.
        var isOurs = (await current.Get()).CommunityId is { } mine && meeting.SideOf(mine) is not null;
        return isOurs || Sits(meeting, caller) ? (meeting, caller) : null;
    }

    public ProblemHttpResult Nobody() => texts.Problem(Refusal.NotFound);

    public async Task<MeetingOut> Show(Meeting meeting) => MeetingOut.Of(meeting, await roll.NamesBySeat(meeting));

    public Task<Results<Ok<MeetingOut>, ProblemHttpResult>> Answer(Secretariat.Result result) => Answer(result.Outcome);

    public async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> Answer(Outcome outcome)
    {
        var now = outcome.Meeting is null ? null : await Show(outcome.Meeting);
        return outcome.Refusal is { } no ? texts.Problem(no, now) : TypedResults.Ok(now!);
    }

    public Dictionary<Guid, string> Open(IReadOnlyDictionary<Guid, string> links) =>
        links.ToDictionary(l => l.Key, l => $"{addresses.RootOf(http.HttpContext!.Request)}/i/{l.Value}");

    private static bool Sits(Meeting meeting, Caller caller) =>
        caller.SeatId is { } id && meeting.Seats.TryGetValue(id, out var seat) && !seat.IsRemoved;
}
