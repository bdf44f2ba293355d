using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MeetingHub.Web.Api;

/// <summary>Who a program is at a meeting, and how it is answered: the same for every resource.</summary>
public sealed class ApiDoor(MeetingLog log, Door door, IHttpContextAccessor http, Addresses addresses, Texts texts)
{
    public async Task<(Meeting Meeting, Caller Caller)?> Enter(Guid meetingId) =>
        await log.Find(meetingId) is { } meeting && await door.CallerOf(http.HttpContext!, meeting) is { } caller
            ? (meeting, caller)
            : null;

    public ProblemHttpResult Nobody() => texts.Problem(Refusal.NotFound);

    public Results<Ok<MeetingOut>, ProblemHttpResult> Answer(Secretariat.Result result) => Answer(result.Outcome);

    public Results<Ok<MeetingOut>, ProblemHttpResult> Answer(Outcome outcome) =>
        outcome.Refusal is { } no ? texts.Problem(no) : TypedResults.Ok(MeetingOut.Of(outcome.Meeting!));

    public IReadOnlyDictionary<Guid, string> Open(IReadOnlyDictionary<Guid, string> links) =>
        links.ToDictionary(l => l.Key, l => $"{addresses.RootOf(http.HttpContext!.Request)}/i/{l.Value}");
}
