using MeetingHub.Domain;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Data;
using MeetingHub.Web.Live;
using MeetingHub.Web.Log;
using MeetingHub.Web.Meetings;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Api;

/// <summary>What a program says about a meeting. <c>Hour</c> answers a skipped or doubled hour: <c>earlier</c> or <c>later</c>.</summary>
public sealed record MeetingIn(
    LocalText Title,
    MeetingKind Kind,
    Guid? PartnerId,
    LocalDateTime Local,
    string Zone,
    int Minutes,
    IReadOnlyList<AgendaIn>? Agenda,
    string? VideoLink,
    bool AdmitAutomatically,
    HourChoice Hour,
    IReadOnlyList<PersonIn>? People,
    long? BasedOn
);

public sealed record AgendaIn(Guid? Id, LocalText Title, int Minutes);

/// <summary>A known person by id, or a newcomer by name, with or without e-mail.</summary>
public sealed record PersonIn(
    Guid? PersonId,
    string? Name,
    string? Email,
    string? Language,
    Side Side,
    SeatRole Role,
    bool MayPresent
);

public sealed record MeetingOut(
    Guid Id,
    MeetingStatus Status,
    MeetingPlan Plan,
    long Revision,
    Guid HostId,
    Guid PartnerId,
    Guid? DeckId,
    IReadOnlyList<SeatOut> Seats
)
{
    public static MeetingOut Of(Meeting m) =>
        new(
            m.Id,
            m.Status,
            m.Plan,
            m.PlanRevision,
            m.HostId,
            m.PartnerId,
            m.Deck?.DeckId,
            [
                .. m
                    .Seats.Values.Where(s => !s.IsRemoved)
                    .Select(s => new SeatOut(
                        s.Id,
                        s.PersonId,
                        s.Side,
                        s.Role,
                        s.MayPresent,
                        s.Language,
                        s.Answer,
                        m.Represents(s)
                    )),
            ]
        );
}

public sealed record SeatOut(
    Guid SeatId,
    Guid PersonId,
    Side Side,
    SeatRole Role,
    bool MayPresent,
    string Language,
    Answer Answer,
    bool Represents
);

/// <summary>The raw personal links, by seat: given now or never again.</summary>
public sealed record InvitedOut(IReadOnlyDictionary<Guid, string> Links);

public sealed record CancelIn(string? Reason);

public sealed record DeckChoiceIn(Guid DeckId);

public static class MeetingsApi
{
    public static void MapMeetingsApi(this RouteGroupBuilder api)
    {
        var meetings = api.MapGroup("/meetings").WithTags("Meetings");
        meetings.MapGet("", List).WithSummary("Meetings of your community, and those you are asked to, latest first");
        meetings.MapPost("", Schedule).WithSummary("Schedule a meeting and invite people");
        meetings.MapGet("{id:guid}", Show).WithSummary("One meeting");
        meetings.MapPut("{id:guid}", Revise).WithSummary("Change a meeting, based on the revision that you saw");
        meetings.MapPost("{id:guid}/cancel", Cancel).WithSummary("Cancel a meeting and tell everyone");
        meetings.MapPost("{id:guid}/people", Invite).WithSummary("Invite more people");
        meetings.MapDelete("{id:guid}/people/{seatId:guid}", Uninvite).WithSummary("Uninvite someone");
        meetings
            .MapPost("{id:guid}/people/{seatId:guid}/links", NewLink)
            .WithSummary("A new personal link, shown once");
        meetings.MapDelete("{id:guid}/people/{seatId:guid}/links", RevokeLinks).WithSummary("Revoke a seat's links");
        meetings
            .MapPost("{id:guid}/people/{seatId:guid}/represent", Represent)
            .WithSummary("Name your side's representative");
        meetings.MapPost("{id:guid}/deck", PlaceDeck).WithSummary("Put a published deck on the table");
    }

    private static async Task<Ok<List<MeetingRow>>> List(
        HubDb db,
        CurrentPerson current,
        int limit = 50,
        DateTimeOffset? before = null
    )
    {
        var me = await current.Get();
        var until = before is { } given ? Instant.FromDateTimeOffset(given) : Instant.MaxValue;
        return TypedResults.Ok(
            await db
                .Meetings.AsNoTracking()
                .Where(m => before == null || m.Start < until)
                .Where(m =>
                    m.HostId == me.CommunityId
                    || m.PartnerId == me.CommunityId
                    || db.JoinLinks.Any(l => l.MeetingId == m.Id && l.PersonId == me.Id)
                )
                .OrderByDescending(m => m.Start)
                .Take(Math.Clamp(limit, 1, 200))
                .ToListAsync()
        );
    }

    private static async Task<Results<Created<MeetingOut>, ProblemHttpResult>> Schedule(
        MeetingIn entry,
        HttpContext http,
        HubDb db,
        CurrentPerson current,
        Newcomers newcomers,
        Secretariat secretariat,
        Texts texts
    )
    {
        var me = await current.Get();
        if (!me.IsSecretary || me.CommunityId is not { } host)
            return texts.Problem(Refusal.NotAllowed);
        if (await db.Communities.FirstOrDefaultAsync(c => c.Id == entry.PartnerId) is not { } partner)
            return texts.Problem(Refusal.PartnerInvalid);
        var (plan, fault) = Plan(entry);
        if (fault is { } reason)
            return texts.Problem(reason);
        var (invited, wrong) = await Invitees(entry.People ?? [], db, newcomers, me, host, partner);
        if (wrong is not null)
            return Problems.Problem(wrong, 422, "person_invalid");

        var hostLanguage = (await db.Communities.FindAsync(host))!.Language;
        var id = http.Operation();
        var scheduled = new MeetingScheduled(host, partner.Id, hostLanguage, partner.Language, plan!);
        var result = await secretariat.Schedule(id, scheduled, new Caller(me.Id, null, Side.Host, true), invited);
        return result.Refusal is { } no
            ? texts.Problem(no)
            : TypedResults.Created($"/api/v1/meetings/{id}", MeetingOut.Of(result.Outcome.Meeting!));
    }

    private static async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> Show(Guid id, ApiDoor door) =>
        await door.Enter(id) is { Meeting: { } meeting } ? TypedResults.Ok(MeetingOut.Of(meeting)) : door.Nobody();

    private static async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> Revise(
        Guid id,
        MeetingIn entry,
        ApiDoor door,
        HttpContext http,
        Secretariat secretariat,
        Texts texts
    )
    {
        if (await door.Enter(id) is not { Caller: { } caller })
            return door.Nobody();
        var (plan, fault) = Plan(entry);
        if (fault is { } reason)
            return texts.Problem(reason);
        return door.Answer(await secretariat.Revise(id, caller, http.Operation(), entry.BasedOn ?? 0, plan!));
    }

    private static async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> Cancel(
        Guid id,
        CancelIn entry,
        ApiDoor door,
        HttpContext http,
        Secretariat secretariat
    ) =>
        await door.Enter(id) is { Caller: { } caller }
            ? door.Answer(await secretariat.Cancel(id, caller, http.Operation(), Typed.Note(entry.Reason)))
            : door.Nobody();

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
        var (invited, wrong) = await Invitees(people, db, newcomers, await current.Get(), meeting.HostId, partner);
        if (wrong is not null)
            return Problems.Problem(wrong, 422, "person_invalid");
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
            ? door.Answer(await secretariat.Uninvite(id, caller, http.Operation(), seatId))
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
            ? door.Answer(await secretariat.RevokeLinks(id, caller, seatId))
            : door.Nobody();

    private static async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> Represent(
        Guid id,
        Guid seatId,
        ApiDoor door,
        Secretariat secretariat
    ) =>
        await door.Enter(id) is { Caller: { } caller }
            ? door.Answer(await secretariat.NameRepresentative(id, caller, seatId))
            : door.Nobody();

    private static async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> PlaceDeck(
        Guid id,
        DeckChoiceIn choice,
        ApiDoor door,
        HttpContext http,
        DeckShelf shelf,
        MeetingLog log,
        Texts texts
    )
    {
        if (await door.Enter(id) is not { Caller: { } caller, Meeting: { } meeting })
            return door.Nobody();
        if (await shelf.Latest(choice.DeckId, meeting) is not { } deck)
            return texts.Problem(Refusal.NoDeck);
        return door.Answer(
            await log.Do(
                id,
                new Command(caller.PersonId, (m, _) => Presenting.PlaceDeck(m, caller, deck))
                {
                    Operation = http.Operation(),
                }
            )
        );
    }

    private static (MeetingPlan? Plan, Refusal? Fault) Plan(MeetingIn entry)
    {
        var form = new MeetingForm
        {
            TitleUk = entry.Title?.Exactly(Language.Ukrainian),
            TitleFr = entry.Title?.Exactly(Language.French),
            TitleEn = entry.Title?.Exactly(Language.English),
            Kind = entry.Kind,
            Date = NodaTime.Text.LocalDatePattern.Iso.Format(entry.Local.Date),
            Time = Times.Clock(entry.Local.TimeOfDay),
            Zone = entry.Zone,
            Hour = entry.Hour,
            Minutes = entry.Minutes,
            VideoLink = entry.VideoLink,
            AdmitAutomatically = entry.AdmitAutomatically,
            Agenda =
            [
                .. (entry.Agenda ?? []).Select(a => new AgendaRow
                {
                    Id = a.Id ?? default,
                    Uk = a.Title?.Exactly(Language.Ukrainian),
                    Fr = a.Title?.Exactly(Language.French),
                    En = a.Title?.Exactly(Language.English),
                    Minutes = a.Minutes,
                }),
            ],
        };
        return form.Read();
    }

    private static async Task<(IReadOnlyList<Invitee> Invited, string? Wrong)> Invitees(
        IReadOnlyList<PersonIn> people,
        HubDb db,
        Newcomers newcomers,
        Person me,
        Guid host,
        Community partner
    )
    {
        var ids = people.Select(p => p.PersonId).OfType<Guid>().ToList();
        var known = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var rows = people
            .Where(p => p.PersonId is null)
            .Select(p => new NewcomerRow
            {
                Name = p.Name,
                Email = p.Email,
                Language = p.Language ?? partner.Language,
                Side = p.Side,
                Role = p.Role,
            });
        var (made, wrong) = await newcomers.Make(rows, me, partner, host);
        // Only people of the two communities can be named by id: ids of others' guests are nobody's to use.
        var asked = people
            .Where(p =>
                p.PersonId is { } id
                && known.TryGetValue(id, out var person)
                && (person.CommunityId == host || person.CommunityId == partner.Id)
            )
            .Select(p => (Entry: p, Person: known[p.PersonId!.Value]))
            .Select(p => new Invitee(
                Guid.CreateVersion7(),
                p.Person.Id,
                p.Person.CommunityId == host ? Side.Host : Side.Partner,
                p.Entry.Role,
                p.Entry.MayPresent,
                p.Person.Language,
                p.Person.HasAccount
            ));
        return ([.. asked, .. made], wrong);
    }
}
