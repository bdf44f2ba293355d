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
    LocalDateTime Local,
    string Zone,
    int Minutes,
    MeetingKind Kind = MeetingKind.WorkingMeeting,
    HourChoice Hour = HourChoice.Unasked,
    IReadOnlyList<AgendaIn>? Agenda = null,
    string? VideoLink = null,
    bool AdmitAutomatically = false,
    Guid? PartnerId = null,
    IReadOnlyList<PersonIn>? People = null,
    bool Notify = true,
    long? BasedOn = null
);

public sealed record AgendaIn(LocalText Title, int Minutes, Guid? Id = null);

/// <summary>A known person by id, or a newcomer by name, with or without e-mail.</summary>
public sealed record PersonIn(
    Guid? PersonId = null,
    string? Name = null,
    string? Email = null,
    string? Language = null,
    Side Side = Side.Partner,
    SeatRole Role = SeatRole.Participant,
    bool? MayPresent = null
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
    public static MeetingOut Of(Meeting m, IReadOnlyDictionary<Guid, string> names) =>
        new(
            m.Id,
            m.Status,
            m.Plan,
            m.PlanRevision,
            m.HostId,
            m.PartnerId,
            m.Deck?.DeckId,
            [.. m.Seats.Values.Where(s => !s.IsRemoved).Select(s => SeatOut.Of(m, s, names[s.Id]))]
        );
}

public sealed record SeatOut(
    Guid SeatId,
    Guid PersonId,
    string Name,
    Side Side,
    SeatRole Role,
    bool MayPresent,
    string Language,
    Answer Answer,
    bool Represents
)
{
    public static SeatOut Of(Meeting m, Seat s, string name) =>
        new(s.Id, s.PersonId, name, s.Side, s.Role, s.MayPresent, s.Language, s.Answer, m.Represents(s));
}

/// <summary>The raw personal links, by seat: given now or never again.</summary>
public sealed record InvitedOut(IReadOnlyDictionary<Guid, string> Links);

public sealed record CancelIn(string? Reason = null);

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
        var mine = db
            .Meetings.AsNoTracking()
            .Where(m =>
                m.HostId == me.CommunityId
                || m.PartnerId == me.CommunityId
                || db.JoinLinks.Any(l => l.MeetingId == m.Id && l.PersonId == me.Id)
            )
            .Where(m => before == null || m.Start < until)
            .OrderByDescending(m => m.Start);
        var page = await mine.Take(Math.Clamp(limit, 1, 200)).ToListAsync();
        if (page.Count == 0)
            return TypedResults.Ok(page);
        // A page ends between two starts, so that the next one, before its last start, misses nothing.
        var last = page[^1].Start;
        var together = await mine.Where(m => m.Start == last).ToListAsync();
        return TypedResults.Ok(page.Where(m => m.Start != last).Concat(together).ToList());
    }

    private static async Task<Results<Created<MeetingOut>, ProblemHttpResult>> Schedule(
        MeetingIn entry,
        ApiDoor door,
        HttpContext http,
        HubDb db,
        CurrentPerson current,
        Newcomers newcomers,
        MeetingLog log,
        Secretariat secretariat,
        Texts texts
    )
    {
        var me = await current.Get();
        var id = http.Operation();
        // Done before, and the answer lost with the server: nobody is made twice for it.
        if (await log.Find(id) is { } done)
            return TypedResults.Created($"/api/v1/meetings/{id}", await door.Show(done));
        if (!me.IsSecretary || me.CommunityId is not { } host)
            return texts.Problem(Refusal.NotAllowed);
        if (await db.Communities.FirstOrDefaultAsync(c => c.Id == entry.PartnerId) is not { } partner)
            return texts.Problem(Refusal.PartnerInvalid);
        var form = FormOf(entry);
        var (plan, fault) = form.Read();
        if (fault is { } reason)
            return Faulty(form, reason, texts);
        var (invited, wrong) = await Invitees(entry.People ?? [], db, newcomers, me, host, partner, texts);
        if (wrong is not null)
            return wrong;

        var hostLanguage = (await db.Communities.FindAsync(host))!.Language;
        var scheduled = new MeetingScheduled(host, partner.Id, hostLanguage, partner.Language, plan!);
        var caller = new Caller(me.Id, null, Side.Host, true);
        var result = await secretariat.Schedule(id, scheduled, caller, invited, quietly: !entry.Notify);
        return result.Refusal is { } no
            ? texts.Problem(no)
            : TypedResults.Created($"/api/v1/meetings/{id}", await door.Show(result.Outcome.Meeting!));
    }

    private static async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> Show(Guid id, ApiDoor door) =>
        await door.Enter(id) is { Meeting: { } meeting } ? TypedResults.Ok(await door.Show(meeting)) : door.Nobody();

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
        var form = FormOf(entry);
        var (plan, fault) = form.Read();
        if (fault is { } reason)
            return Faulty(form, reason, texts);
        return await door.Answer(await secretariat.Revise(id, caller, http.Operation(), entry.BasedOn ?? 0, plan!));
    }

    private static async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> Cancel(
        Guid id,
        CancelIn? entry,
        ApiDoor door,
        HttpContext http,
        Secretariat secretariat
    ) =>
        await door.Enter(id) is { Caller: { } caller }
            ? await door.Answer(await secretariat.Cancel(id, caller, http.Operation(), Typed.Note(entry?.Reason)))
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
        return await door.Answer(
            await log.Do(
                id,
                new Command(caller.PersonId, (m, _) => Presenting.PlaceDeck(m, caller, deck))
                {
                    Operation = http.Operation(),
                }
            )
        );
    }

    private static MeetingForm FormOf(MeetingIn entry) =>
        new()
        {
            TitleUk = entry.Title.Exactly(Language.Ukrainian),
            TitleFr = entry.Title.Exactly(Language.French),
            TitleEn = entry.Title.Exactly(Language.English),
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
                    Uk = a.Title.Exactly(Language.Ukrainian),
                    Fr = a.Title.Exactly(Language.French),
                    En = a.Title.Exactly(Language.English),
                    Minutes = a.Minutes,
                }),
            ],
        };

    // A skipped or doubled hour comes with what it can mean, so that a program can ask its user.
    private static ProblemHttpResult Faulty(MeetingForm form, Refusal fault, Texts texts) =>
        fault is Refusal.HourDoubled or Refusal.HourSkipped && form.Slot is { } slot
            ? Problems.Problem(
                texts.Text(fault),
                fault.Status(),
                Code.Of(fault),
                more: ("choices", slot.Resolve().Instants)
            )
            : texts.Problem(fault);

    private static async Task<(IReadOnlyList<Invitee> Invited, ProblemHttpResult? Wrong)> Invitees(
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
