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
        meetings
            .MapPost("{id:guid}/fallback", MoveToFallback)
            .WithSummary("Go on at the time agreed for being cut off");
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
        var (invited, wrong) = await SeatsApi.Invitees(entry.People ?? [], db, newcomers, me, host, partner, texts);
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

    private static async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> MoveToFallback(
        Guid id,
        ApiDoor door,
        HttpContext http,
        Secretariat secretariat
    ) =>
        await door.Enter(id) is { Caller: { } caller }
            ? await door.Answer(await secretariat.MoveToFallback(id, caller, http.Operation()))
            : door.Nobody();

    private static async Task<Results<Ok<MeetingOut>, ProblemHttpResult>> PlaceDeck(
        Guid id,
        DeckChoiceIn choice,
        ApiDoor door,
        HttpContext http,
        DeckShelf shelf,
        MeetingLog log
    )
    {
        if (await door.Enter(id) is not { Caller: { } caller, Meeting: { } meeting })
            return door.Nobody();
        var chosen = await shelf.Choose(choice.DeckId, meeting);
        return await door.Answer(
            await log.Do(
                id,
                new Command(caller.PersonId, (m, _) => chosen.Then(deck => Presenting.PlaceDeck(m, caller, deck)))
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
            FallbackDate = entry.Fallback is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day.Local.Date) : null,
            FallbackTime = entry.Fallback is { } time ? Times.Clock(time.Local.TimeOfDay) : null,
            FallbackHour = entry.Fallback?.Hour ?? HourChoice.Unasked,
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
        fault is Refusal.HourDoubled or Refusal.HourSkipped && InQuestion(form) is { } slot
            ? Problems.Problem(
                texts.Text(fault),
                fault.Status(),
                Code.Of(fault),
                more: ("choices", slot.Resolve().Instants)
            )
            : texts.Problem(fault);

    private static LocalSlot? InQuestion(MeetingForm form) =>
        form.Slot?.Chosen() is null ? form.Slot : form.FallbackSlot;
}
