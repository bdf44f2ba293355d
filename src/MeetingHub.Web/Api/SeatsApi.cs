using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Meetings;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Api;

/// <summary>Who is asked to a meeting, and the personal links of those who come without an account.</summary>
public static class SeatsApi
{
    public static void MapSeatsApi(this RouteGroupBuilder api)
    {
        var meetings = api.MapGroup("/meetings").WithTags("Meetings");
        meetings.MapPost("{id:guid}/people", Invite).WithSummary("Invite more people");
        meetings.MapDelete("{id:guid}/people/{seatId:guid}", Uninvite).WithSummary("Uninvite someone");
        meetings
            .MapPost("{id:guid}/people/{seatId:guid}/links", NewLink)
            .WithSummary("A new personal link, shown once");
        meetings.MapDelete("{id:guid}/people/{seatId:guid}/links", RevokeLinks).WithSummary("Revoke a seat's links");
        meetings
            .MapPost("{id:guid}/people/{seatId:guid}/represent", Represent)
            .WithSummary("Name your side's representative");
    }

    private static async Task<Results<Ok<InvitedOut>, ProblemHttpResult>> Invite(
        Guid id,
        List<PersonIn> people,
        ApiDoor door,
        HttpContext http,
        HubDb db,
        CurrentPerson current,
        Newcomers newcomers,
        Secretariat secretariat,
        Texts texts,
        bool notify = true
    )
    {
        if (await door.Enter(id) is not { Caller: { } caller, Meeting: { } meeting })
            return door.Nobody();
        if (!caller.Steers)
            return texts.Problem(Refusal.NotAllowed);
        var partner = await db.Communities.FirstAsync(c => c.Id == meeting.PartnerId);
        var (invited, wrong) = await Invitees(
            people,
            db,
            newcomers,
            await current.Get(),
            meeting.HostId,
            partner,
            texts
        );
        if (wrong is not null)
            return wrong;
        var result = await secretariat.Invite(id, caller, http.Operation(), invited, quietly: !notify);
        return result.Refusal is { } no ? texts.Problem(no) : TypedResults.Ok(new InvitedOut(door.Open(result.Links)));
    }

    private static async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> Uninvite(
        Guid id,
        Guid seatId,
        ApiDoor door,
        HttpContext http,
        Secretariat secretariat
    ) =>
        await door.Enter(id) is { Caller: { } caller }
            ? await door.Answer(await secretariat.Uninvite(id, caller, http.Operation(), seatId))
            : door.Nobody();

    private static async Task<Results<Ok<InvitedOut>, ProblemHttpResult>> NewLink(
        Guid id,
        Guid seatId,
        ApiDoor door,
        Secretariat secretariat,
        Texts texts
    )
    {
        if (await door.Enter(id) is not { Caller: { } caller })
            return door.Nobody();
        var result = await secretariat.NewLink(id, caller, seatId);
        return result.Refusal is { } no ? texts.Problem(no) : TypedResults.Ok(new InvitedOut(door.Open(result.Links)));
    }

    private static async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> RevokeLinks(
        Guid id,
        Guid seatId,
        ApiDoor door,
        Secretariat secretariat
    ) =>
        await door.Enter(id) is { Caller: { } caller }
            ? await door.Answer(await secretariat.RevokeLinks(id, caller, seatId))
            : door.Nobody();

    private static async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> Represent(
        Guid id,
        Guid seatId,
        ApiDoor door,
        Secretariat secretariat
    ) =>
        await door.Enter(id) is { Caller: { } caller }
            ? await door.Answer(await secretariat.NameRepresentative(id, caller, seatId))
            : door.Nobody();

    internal static async Task<(IReadOnlyList<Invitee> Invited, ProblemHttpResult? Wrong)> Invitees(
        IReadOnlyList<PersonIn> people,
        HubDb db,
        Newcomers newcomers,
        Person me,
        Guid host,
        Community partner,
        Texts texts
    )
    {
        var ids = people.Select(p => p.PersonId).OfType<Guid>().ToList();
        // Only people of the two communities can be named by id: ids of others' guests are nobody's to use.
        var known = await db
            .People.AsNoTracking()
            .Where(p => ids.Contains(p.Id) && (p.CommunityId == host || p.CommunityId == partner.Id))
            .ToDictionaryAsync(p => p.Id);
        if (!ids.TrueForAll(known.ContainsKey))
            return ([], texts.Problem(Refusal.PersonUnknown));

        var hostLanguage = (await db.Communities.FindAsync(host))!.Language;
        var rows = people
            .Where(p => p.PersonId is null)
            .Select(p => new NewcomerRow
            {
                Name = p.Name,
                Email = p.Email,
                Language = p.Language ?? (p.Side == Side.Host ? hostLanguage : partner.Language),
                Side = p.Side,
                Role = p.Role,
                MayPresent = p.MayPresent,
            });
        var (made, wrong) = await newcomers.Make(rows, me, partner, host);
        if (wrong is not null)
            return ([], Problems.Problem(wrong, StatusCodes.Status422UnprocessableEntity, "person_invalid"));

        var asked = people
            .Where(p => p.PersonId is not null)
            .Select(p => (Entry: p, Person: known[p.PersonId!.Value]))
            .Select(p => new Invitee(
                Guid.CreateVersion7(),
                p.Person.Id,
                p.Person.CommunityId == host ? Side.Host : Side.Partner,
                p.Entry.Role,
                p.Entry.MayPresent ?? p.Entry.Role == SeatRole.Head,
                p.Person.Language,
                p.Person.HasAccount
            ));
        return ([.. asked, .. made], null);
    }
}
