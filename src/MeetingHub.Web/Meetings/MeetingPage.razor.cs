using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Finding;
using MeetingHub.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Meetings;

/// <summary>Everything about one meeting for those who prepare it: time, people, letters, deck and what changed when.</summary>
public sealed partial class MeetingPage
{
    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "deck")]
    private Guid DeckId { get; set; }

    [SupplyParameterFromForm]
    private string? SeatAct { get; set; }

    [SupplyParameterFromForm(FormName = "invite")]
    private NewcomerRow? Newcomer { get; set; }

    [SupplyParameterFromForm(FormName = "invite")]
    private Guid InviteOperation { get; set; }

    [Inject]
    private Live.DeckShelf Shelf { get; set; } = null!;

    private readonly Guid inviteOperation = Guid.CreateVersion7();
    private Meeting? meeting;
    private Caller? caller;
    private Person me = null!;
    private Dictionary<Guid, Community> communities = [];
    private Dictionary<Guid, Person> names = [];
    private Dictionary<Guid, List<OutboxMessage>> letters = [];
    private List<DeckRow> decks = [];
    private List<(Instant At, string By, string What)> history = [];
    private IReadOnlyList<Place> places = [];
    private bool maySteerOrPresent;
    private bool isWithdrawn;
    private Instant? newer;
    private string? notice;
    private string? newLink;
    private Guid linkSeat;

    protected override async Task OnInitializedAsync()
    {
        me = await Current.Get();
        await Load();
    }

    private async Task Load()
    {
        meeting = await Log.Find(Id);
        caller = meeting is null ? null : await Door.CallerOf(Http.HttpContext!, meeting);
        if (meeting is null || caller is null)
        {
            meeting = null;
            Http.HttpContext!.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        maySteerOrPresent = caller.Steers || Presenting.MayPresent(meeting, caller);
        communities = await Db
            .Communities.AsNoTracking()
            .Where(c => c.Id == meeting.HostId || c.Id == meeting.PartnerId)
            .ToDictionaryAsync(c => c.Id);
        var ids = meeting.Seats.Values.Select(s => s.PersonId).ToList();
        var people = await Db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        names = meeting.Seats.Values.ToDictionary(s => s.Id, s => people[s.PersonId]);
        letters = (await Db.Outbox.AsNoTracking().Where(m => m.MeetingId == Id).OrderBy(m => m.CreatedAt).ToListAsync())
            .GroupBy(m => m.SeatId ?? default)
            .ToDictionary(g => g.Key, g => g.ToList());
        decks = await Db
            .Decks.AsNoTracking()
            .Where(d => d.CommunityId == me.CommunityId && Db.DeckVersions.Any(v => v.DeckId == d.Id))
            .ToListAsync();
        await LoadDeck();
        places = await PlaceBook.Of(
            communities[meeting.HostId],
            communities[meeting.PartnerId],
            names.Values.Select(p => p.Zone)
        );
        history = await History(people);
    }

    /// <summary>Whether the version on the table is there still, and whether there is one to put in its place.</summary>
    private async Task LoadDeck()
    {
        (isWithdrawn, newer) = (false, null);
        if (meeting?.Deck is not { } placed || meeting.Status is MeetingStatus.Cancelled or MeetingStatus.Closed)
            return;
        var versions = await Db
            .DeckVersions.AsNoTracking()
            .Where(v => v.DeckId == placed.DeckId)
            .OrderByDescending(v => v.PublishedAt)
            .Select(v => new { v.Version, v.PublishedAt })
            .ToListAsync();
        isWithdrawn = meeting.IsDeckWithdrawn || versions.All(v => v.Version != placed.Version);
        if (versions.FirstOrDefault() is { } latest && (latest.Version != placed.Version || meeting.IsDeckWithdrawn))
            newer = latest.PublishedAt;
    }

    private async Task<List<(Instant, string, string)>> History(Dictionary<Guid, Person> people)
    {
        var told = new List<(Instant, string, string)>();
        MeetingPlan? plan = null;
        foreach (var (_, at, by, fact) in await Log.Read(Id))
        {
            var who = by is { } id && people.TryGetValue(id, out var person) ? person.Name : "MeetingHub";
            switch (fact)
            {
                case MeetingScheduled e:
                    plan = e.Plan;
                    told.Add((at, who, T["history.scheduled", When.At(plan.Start, plan.Zone), When.Zone(plan.Zone)]));
                    break;
                case MeetingRescheduled e:
                    told.Add((at, who, Told(plan!, e.Plan)));
                    plan = e.Plan;
                    break;
                case MeetingPostponed e:
                    told.Add(
                        (at, who, T["history.postponed", When.At(e.Plan.Start, e.Plan.Zone), When.Zone(e.Plan.Zone)])
                    );
                    plan = e.Plan;
                    break;
                case MeetingDetailsChanged e:
                    told.Add((at, who, Told(plan!, e.Plan)));
                    plan = e.Plan;
                    break;
                case MeetingCancelled e:
                    told.Add((at, who, T["history.cancelled", e.Reason ?? ""]));
                    break;
                case MeetingOpened or MeetingClosed:
                    told.Add((at, who, T[$"history.{(fact is MeetingOpened ? "opened" : "closed")}"]));
                    break;
            }
        }

        told.Reverse();
        return told;
    }

    private string Told(MeetingPlan before, MeetingPlan after) =>
        string.Join(
            "; ",
            PlanDifference.Between(before, after, T, When).Select(d => $"{d.What}: {d.Theirs} → {d.Yours}")
        );

    private string ReminderState(Guid seatId)
    {
        var planned = letters[seatId]
            .Where(m => m.Kind == LetterKind.Reminder && m.ReminderOf == meeting!.Plan.Start)
            .ToList();
        var sent = planned.Count(m => m.SentTo is not null || m.IsPerhapsSent);
        var key = planned.Exists(m => m.IsPerhapsSent) ? "reminders.state_perhaps" : "reminders.state";
        return planned.Count == 0 ? "" : T[key, sent, planned.Count];
    }

    private string LetterState(OutboxMessage letter) =>
        letter.HasFailed ? T["letter.state.failed", letter.LastError]
        : letter.SentAt is { } sent && letter.SentTo is null ? T["letter.state.no_address", When.ShortAt(sent, me.Zone)]
        : letter.SentAt is { } at ? T["letter.state.sent", When.ShortAt(at, me.Zone)]
        : letter.LastError is not null ? T["letter.state.retry", When.ShortAt(letter.DueAt, me.Zone)]
        : T["letter.state.waiting"];

    private async Task Act(Seat seat)
    {
        var refusal = SeatAct switch
        {
            "link" => await NewLink(seat),
            "revoke" => (await Secretariat.RevokeLinks(Id, caller!, seat.Id)).Refusal,
            "represent" => (await Secretariat.NameRepresentative(Id, caller!, seat.Id)).Refusal,
            "uninvite" => (await Secretariat.Uninvite(Id, caller!, Guid.CreateVersion7(), seat.Id)).Refusal,
            _ => null,
        };
        notice = refusal is { } no ? T.Text(no) : null;
        await Load();
    }

    private async Task<Refusal?> NewLink(Seat seat)
    {
        var result = await Secretariat.NewLink(Id, caller!, seat.Id);
        if (result.Refusal is null)
            (newLink, linkSeat) = ($"{Addresses.RootOf(Http.HttpContext!.Request)}/i/{result.Links[seat.Id]}", seat.Id);
        return result.Refusal;
    }

    private Task PlaceDeck() => Place(DeckId);

    private Task PlaceNewer() => Place(meeting?.Deck?.DeckId ?? Guid.Empty);

    private async Task Place(Guid deckId)
    {
        if (meeting is null)
            return;
        var choice = await Shelf.Choose(deckId, meeting);
        var command = new Command(me.Id, (m, _) => choice.Then(deck => Presenting.PlaceDeck(m, caller!, deck)));
        var refusal = (await Log.Do(Id, command)).Refusal;
        notice = refusal is { } no ? T.Text(no) : null;
        // The files below are of the deck that lies on the table now: a page read anew names them.
        if (refusal is null)
            Nav.NavigateTo($"/meetings/{Id}#deck");
        else
            await Load();
    }

    private async Task Invite()
    {
        if (caller is not { Steers: true } || Newcomer is null)
            return;
        var (invited, wrong) = await Newcomers.Make([Newcomer], me, communities[meeting!.PartnerId], meeting.HostId);
        notice = wrong ?? (invited.Count == 0 ? T["newcomer.name_missing", ""] : null);
        if (notice is not null)
            return;
        var result = await Secretariat.Invite(Id, caller, InviteOperation, invited);
        notice = result.Refusal is { } no ? T.Text(no) : null;
        // Who has no address gets the link by hand: a chamber's screen, a councillor without mail.
        if (result.Refusal is null && result.Links.Count > 0)
            (newLink, linkSeat) = (
                $"{Addresses.RootOf(Http.HttpContext!.Request)}/i/{result.Links.Values.First()}",
                result.Links.Keys.First()
            );
        Newcomer = null;
        await Load();
    }

    private async Task SendAgain(Guid letterId)
    {
        if (caller is not { Steers: true })
            return;
        await Db
            .Outbox.Where(m => m.Id == letterId && m.MeetingId == Id && m.SentAt == null)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(m => m.HasFailed, false)
                    .SetProperty(m => m.Attempts, 0)
                    .SetProperty(m => m.DueAt, Clock.GetCurrentInstant())
            );
        await Load();
    }
}
