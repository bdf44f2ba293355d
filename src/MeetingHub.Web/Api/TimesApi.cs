using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time.Search;
using MeetingHub.Web.Busy;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Finding;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Api;

/// <summary>One time: its burdens in minutes (0: within working hours), and what each place's clock says.</summary>
public sealed record TimeOut(
    Instant Start,
    int Worst,
    int Sum,
    bool IsCompromise,
    IReadOnlyList<TimePlaceOut> Places,
    IReadOnlyList<Guid> Missing
)
{
    public static TimeOut Of(SlotView view) =>
        new(
            view.Slot.Start,
            view.Slot.Worst,
            view.Slot.Sum,
            view.Slot.IsCompromise,
            [.. view.Places.Select(p => new TimePlaceOut(p.Customs.Zone, p.From, p.To, p.Burden))],
            view.Missing
        );
}

public sealed record TimePlaceOut(string Zone, LocalDateTime From, LocalDateTime To, int Burden);

/// <summary>People of <c>Unknown</c> may be busy at any of the times.</summary>
public sealed record TimesOut(IReadOnlyList<TimeOut> Times, IReadOnlyDictionary<Guid, BusyFault> Unknown);

public static class TimesApi
{
    public static void MapTimesApi(this RouteGroupBuilder api) =>
        api.MapGet("times", Find)
            .WithTags("Meetings")
            .WithSummary("The fairest times for people who must come (need) and those who may (like)");

    private static async Task<Results<Ok<TimesOut>, ProblemHttpResult>> Find(
        Guid[] need,
        Guid[]? like,
        HttpContext http,
        HubDb db,
        CurrentPerson current,
        TimeFinder finder,
        IClock clock,
        Texts texts,
        CancellationToken stop
    )
    {
        var me = await current.Get();
        if (!me.IsSecretary || me.CommunityId is not { } mine)
            return texts.Problem(Refusal.NotAllowed);
        var zone = (await db.Communities.FindAsync([mine], stop))!.Zone;
        var form = FindForm.Read(http.Request.Query);
        var ids = form.Required.Concat(form.Optional).ToList();
        var people = await db
            .People.AsNoTracking()
            .Where(p => ids.Contains(p.Id) && p.CommunityId != null)
            .ToListAsync(stop);
        if (people.Count == 0 || people.Count < ids.Count || need.Length + (like?.Length ?? 0) == 0)
            return texts.Problem(Refusal.PersonUnknown);
        var (range, fault) = form.Range(zone, clock.GetCurrentInstant());
        if (
            (fault ?? (form.Minutes is < 5 or > MeetingPlan.LongestMinutes ? Refusal.DurationOutOfRange : null)) is
            { } no
        )
            return texts.Problem(no);
        var found = await finder.Find(people, form.Required, range!.Value, form.Minutes, zone, stop);
        return TypedResults.Ok(new TimesOut([.. found.Slots.Select(TimeOut.Of)], found.Unknown));
    }
}
