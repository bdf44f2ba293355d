using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MeetingHub.Web.Api;

/// <summary>What one person asked to show, and what another says to it.</summary>
public static class ReleasesApi
{
    public static void MapReleasesApi(this RouteGroupBuilder api)
    {
        var releases = api.MapGroup("/releases").WithTags("Registers");
        releases.MapGet("", Waiting).WithSummary("Releases that wait for a second person");
        releases.MapPost("{release:guid}/confirm", Confirm).WithSummary("Let it be shown; not for who asked");
        releases.MapPost("{release:guid}/decline", Decline).WithSummary("Say no, or take your own request back");
    }

    /// <summary>For those who may answer: what waits is mostly what others of the community may not read.</summary>
    private static async Task<Ok<List<ReleaseOut>>> Waiting(ReleaseDesk desk, CurrentPerson current)
    {
        var me = await current.Get();
        if (me.CommunityId is not { } community || !ReleaseDesk.MayRelease(me, community))
            return TypedResults.Ok(new List<ReleaseOut>());
        return TypedResults.Ok(
            (await desk.Waiting(community))
                .Select(r => new ReleaseOut(
                    r.Id,
                    r.Register,
                    r.Key,
                    r.Access,
                    r.ReleaseAfter,
                    r.Reason,
                    r.AskedBy,
                    r.AskedAt
                ))
                .ToList()
        );
    }

    private static Task<Results<NoContent, ProblemHttpResult>> Confirm(
        Guid release,
        ReleaseDesk desk,
        CurrentPerson current,
        Texts texts
    ) => Decide(current, texts, (community, me) => desk.Confirm(community, me, release));

    private static Task<Results<NoContent, ProblemHttpResult>> Decline(
        Guid release,
        ReleaseDesk desk,
        CurrentPerson current,
        Texts texts
    ) => Decide(current, texts, (community, me) => desk.Decline(community, me, release));

    private static async Task<Results<NoContent, ProblemHttpResult>> Decide(
        CurrentPerson current,
        Texts texts,
        Func<Guid, Person, Task<Refusal?>> decide
    )
    {
        var me = await current.Get();
        var refusal = me.CommunityId is { } community ? await decide(community, me) : Refusal.NotFound;
        return refusal is { } no ? texts.Problem(no) : TypedResults.NoContent();
    }
}
