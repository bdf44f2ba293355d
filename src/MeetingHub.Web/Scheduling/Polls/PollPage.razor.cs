using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Polls;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Finding;
using MeetingHub.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>The secretaries' page of a poll. Who is no secretary of either side is told that there is no such poll.</summary>
public partial class PollPage(
    HubDb db,
    CurrentPerson current,
    PollSecretariat polls,
    PollMeeting meetings,
    CustomsBook book,
    Addresses addresses,
    NavigationManager nav,
    IClock clock,
    IHttpContextAccessor http
)
{
    /// <summary>A time that is typed on this page, with the revision that was seen.</summary>
    public sealed class TimeForm
    {
        public long BasedOn { get; set; }
        public PollTimeRow Time { get; set; } = new();
        public string? Zone { get; set; }
    }

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "choose")]
    private Guid Option { get; set; }

    [SupplyParameterFromForm(FormName = "link")]
    private Guid Voter { get; set; }

    [SupplyParameterFromForm(FormName = "add")]
    private TimeForm? Add { get; set; }

    [SupplyParameterFromForm(FormName = "deadline")]
    private TimeForm? Due { get; set; }

    [SupplyParameterFromForm(FormName = "close")]
    private long Closing { get; set; }

    [SupplyParameterFromForm(FormName = "withdraw")]
    private long Withdrawing { get; set; }

    private StoredPoll? stored;
    private Poll poll = null!;
    private PollPlaces places = null!;
    private Person me = null!;
    private Caller caller = null!;
    private List<PollVoterRow> silent = [];
    private Dictionary<Guid, OutboxMessage> letters = [];
    private TimeForm add = null!;
    private TimeForm due = null!;
    private Instant now;
    private string? problem;
    private string? notice;
    private string? shownLink;

    private bool IsOpen => poll.IsOpen(now);

    private bool MayChange => poll.Status is PollStatus.Open or PollStatus.Closed;

    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        me = await current.Get();
        now = clock.GetCurrentInstant();
        stored = me.IsSecretary ? await StoredPoll.Read(db, Id) : null;
        if (stored is null || me.CommunityId is not { } mine || stored.Poll.SideOf(mine) is not { } side)
        {
            stored = null;
            http.HttpContext!.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        poll = stored.Poll;
        caller = new Caller(me.Id, null, side, true);
        places = await PollPlaces.Of(book, stored);
        silent = [.. stored.Unanswered];
        letters = (
            await db
                .Outbox.AsNoTracking()
                .Where(m => m.SubjectId == Id && m.DueAt <= now)
                .OrderBy(m => m.CreatedAt)
                .ToListAsync()
        )
            .GroupBy(m => m.PersonId)
            .ToDictionary(g => g.Key, g => g.Last());
        add = Add ?? new TimeForm();
        due = Due ?? new TimeForm { Time = PollTimeRow.Of(poll.Deadline, poll.DeadlineZone), Zone = poll.DeadlineZone };
    }

    private async Task Choose()
    {
        if (stored is null)
            return;
        if (await meetings.Make(Id, caller, Option) is { } no)
            await Tell(no);
        else
            nav.NavigateTo($"/meetings/{poll.MeetingId}");
    }

    private async Task NewLink()
    {
        if (stored is null)
            return;
        var (refusal, secret) = await polls.NewLink(Id, caller, Voter);
        shownLink = secret is null ? null : $"{addresses.RootOf(http.HttpContext!.Request)}/p/{secret}";
        await Tell(refusal);
    }

    private async Task Remind()
    {
        if (stored is null)
            return;
        var (refusal, reminded) = await polls.Remind(Id, caller);
        notice = refusal is null ? T["poll.reminded", reminded] : null;
        await Tell(refusal);
    }

    private async Task AddTime()
    {
        if (stored is null)
            return;
        var (option, fault) = add.Time.Read(add.Zone);
        await Done(fault ?? await polls.AddOption(Id, caller, add.BasedOn, option!));
    }

    private async Task MoveDeadline()
    {
        if (stored is null)
            return;
        var (deadline, fault) = due.Time.Read(due.Zone);
        await Done(fault ?? await polls.MoveDeadline(Id, caller, due.BasedOn, deadline!.Start, deadline.Zone));
    }

    private async Task Close()
    {
        if (stored is not null)
            await Done(await polls.Close(Id, caller, Closing));
    }

    private async Task Withdraw()
    {
        if (stored is not null)
            await Done(await polls.Withdraw(Id, caller, Withdrawing));
    }

    private async Task Done(Refusal? refusal)
    {
        if (refusal is null)
            nav.NavigateTo($"/polls/{Id}");
        else
            await Tell(refusal);
    }

    private async Task Tell(Refusal? refusal)
    {
        problem = refusal is { } no ? T.Text(no) : null;
        await Load();
    }

    private IReadOnlyList<Place> Sides =>
        [new(SideName(Side.Host), places.Host), new(SideName(Side.Partner), places.Partner)];

    private string SideName(Side side) => (side == Side.Host ? stored!.Host : stored!.Partner).Name.In(T.Language);

    private string State(PollVoterRow voter)
    {
        if (voter.SavedAt is { } saved)
            return T[
                stored!.BallotOf(voter.PersonId).Answers(poll) ? "poll.state.answered" : "poll.state.partly",
                When.ShortAt(saved, me.Zone)
            ];
        if (stored!.People.GetValueOrDefault(voter.PersonId)?.Email is null)
            return T["letter.state.no_address"];
        return !letters.TryGetValue(voter.PersonId, out var letter) ? T["poll.silent"]
            : letter.HasFailed ? T["letter.state.failed", letter.LastError]
            : letter.SentAt is { } at ? T["poll.state.asked", When.ShortAt(at, me.Zone)]
            : T["letter.state.waiting"];
    }
}
