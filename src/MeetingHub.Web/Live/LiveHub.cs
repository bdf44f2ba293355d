using MeetingHub.Domain;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace MeetingHub.Web.Live;

/// <summary>
/// The room's door for browsers and programs. It holds no rules: each call finds out anew who the caller is, hands the command
/// to the log, and gives back a receipt. README.md beside this file is the protocol's description for writers of clients.
/// </summary>
public sealed partial class LiveHub(
    MeetingLog log,
    Door door,
    Rooms rooms,
    LiveViews views,
    Broadcaster broadcaster,
    Roll roll,
    AskLimit askLimit,
    DeckShelf shelf,
    Epoch epoch,
    IClock clock
) : Hub<IRoomClient>
{
    /// <summary>More missed facts than this, and a snapshot is the shorter way.</summary>
    private const int LongestTail = 200;

    private Guid MeetingId => (Guid)Context.Items["meeting"]!;

    private Door.Proof Proof => (Door.Proof)Context.Items["proof"]!;

    public override async Task OnConnectedAsync()
    {
        var http = Context.GetHttpContext()!;
        var meeting = Guid.Parse((string)http.Request.RouteValues["meetingId"]!);
        Context.Items["meeting"] = meeting;
        Context.Items["proof"] = await door.ProofOf(http, meeting);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (rooms.Leave(MeetingId, Context.ConnectionId) is { Waits: true })
            broadcaster.TellSteering(MeetingId);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Enters the room. A client that comes back names the epoch and the last number it has, and gets what it missed.
    /// In the group first and then the state: a fact in between arrives twice and is ignored once, but never not at all.
    /// </summary>
    public async Task<Joined> Join(string? knownEpoch, long? knownSeq)
    {
        var (meeting, caller, refusal) = await Known();
        if (refusal is null && caller is { Steers: true, SeatId: null })
            (meeting, caller, refusal) = await Sit(caller!);
        refusal ??= Attending.CannotEnter(meeting!, caller!, clock.GetCurrentInstant());
        if (refusal is { } reason && reason != Refusal.NotAdmitted)
            return No(reason, caller, meeting);

        var seat = meeting!.Seats[caller!.SeatId!.Value];
        var waits = refusal is not null;
        rooms.Enter(new Visitor(Context.ConnectionId, MeetingId, seat.Id, Proof, waits));
        if (waits)
        {
            broadcaster.TellSteering(MeetingId);
            return No(Refusal.NotAdmitted, caller, meeting) with
            {
                Waiting = true,
                You = Describe(meeting, caller, seat),
            };
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, Rooms.GroupOf(MeetingId));
        if (caller.Steers || Presenting.MayPresent(meeting, caller))
            await Groups.AddToGroupAsync(Context.ConnectionId, Rooms.SteeringGroupOf(MeetingId));
        meeting = (await log.Find(MeetingId))!;
        var missed = knownEpoch == epoch.Current ? await Tail(meeting, knownSeq) : null;
        return new Joined(
            true,
            null,
            false,
            epoch.Current,
            meeting.Seq,
            clock.GetCurrentInstant(),
            missed is null ? views.Of(meeting).Json : null,
            missed,
            Describe(meeting, caller, meeting.Seats[seat.Id])
        );
    }

    /// <summary>The facts after a number, for a client that noticed a gap; null when a snapshot is the shorter way.</summary>
    public async Task<IReadOnlyList<Told>?> Missed(long seq)
    {
        var (meeting, caller, refusal) = await Known();
        refusal ??= Attending.CannotEnter(meeting!, caller!, clock.GetCurrentInstant());
        return refusal is null ? await Tail(meeting!, seq) : null;
    }

    /// <summary>Names of those here and waiting: only for those who steer or may present.</summary>
    public async Task<IReadOnlyList<PersonHere>> People()
    {
        var (meeting, caller, refusal) = await Known();
        return refusal is null && (caller!.Steers || Presenting.MayPresent(meeting!, caller))
            ? await roll.Call(meeting!)
            : [];
    }

    private async Task<IReadOnlyList<Told>?> Tail(Meeting meeting, long? seq)
    {
        if (seq is not { } known || known < 0 || known > meeting.Seq || meeting.Seq - known > LongestTail)
            return null;
        if (known == meeting.Seq)
            return [];
        return [.. (await log.Read(MeetingId, known)).Select(r => Broadcaster.Tell(epoch.Current, r))];
    }

    private async Task<Receipt> Do(Guid operation, Func<Meeting, Caller, Instant, Decision> decide)
    {
        var (meeting, caller, refusal) = await Known();
        if (refusal is { } reason)
            return Receipt(reason, meeting, caller);
        var command = new Command(
            caller!.PersonId,
            (m, now) => Attending.CannotEnter(m, caller, now) is { } no ? no : decide(m, caller, now)
        )
        {
            Operation = operation,
        };
        var outcome = await log.Do(MeetingId, command);
        return outcome.Refusal is { } no ? Receipt(no, outcome.Meeting, caller) : new Receipt(true, outcome.Seq, null);
    }

    private async Task<(Meeting? Meeting, Caller? Caller, Refusal? Refusal)> Known()
    {
        if (await log.Find(MeetingId) is not { } meeting)
            return (null, null, Refusal.NotFound);
        return await door.CallerOf(Proof, meeting, Context.ConnectionAborted) is { } caller
            ? (meeting, caller, null)
            : (meeting, null, Refusal.NotFound);
    }

    private async Task<(Meeting?, Caller?, Refusal?)> Sit(Caller caller)
    {
        var language = (await roll.PersonOf(caller.PersonId))?.Language ?? Language.English;
        var sit = new Command(
            caller.PersonId,
            (m, _) => Attending.TakeSeat(m, caller, Guid.CreateVersion7(), SeatRole.Secretary, language)
        )
        {
            SaysNothing = true,
        };
        var outcome = await log.Do(MeetingId, sit);
        return (
            outcome.Meeting,
            caller with
            {
                SeatId = outcome.Meeting?.SeatOf(caller.PersonId)?.Id,
            },
            outcome.Refusal
        );
    }

    private static You Describe(Meeting meeting, Caller caller, Seat seat) =>
        new(
            seat.Id,
            seat.Side,
            seat.Role,
            seat.Language,
            Presenting.MayPresent(meeting, caller),
            caller.Steers,
            meeting.Represents(seat),
            [.. meeting.Questions.Where(q => q.Voters.Contains(seat.Id)).Select(q => q.Id)]
        );

    private Joined No(Refusal reason, Caller? caller, Meeting? meeting) =>
        new(false, In(reason, caller, meeting), false, epoch.Current, 0, clock.GetCurrentInstant(), null, null, null);

    private static Receipt Receipt(Refusal reason, Meeting? meeting, Caller? caller) =>
        new(false, meeting?.Seq ?? 0, In(reason, caller, meeting));

    private static Refused In(Refusal reason, Caller? caller, Meeting? meeting)
    {
        var language =
            caller?.SeatId is { } id && meeting?.Seats.TryGetValue(id, out var seat) == true ? seat.Language : null;
        return new Refused(Code.Of(reason), Texts.In(language ?? Language.English).Text(reason));
    }
}
