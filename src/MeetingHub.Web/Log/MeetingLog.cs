using System.Collections.Concurrent;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Log;

/// <summary>
/// The only door to a meeting. It loads, decides, appends, and tells: one command after another for each meeting. What is
/// told is on disk; what fails to reach the disk was never told.
/// </summary>
public sealed class MeetingLog(
    IDbContextFactory<HubDb> databases,
    IEnumerable<ISummary> summaries,
    IEnumerable<IListener> listeners,
    IClock clock,
    ILogger<MeetingLog> logger
)
{
    private const int TriesAgainstAnotherNode = 5;
    private readonly ConcurrentDictionary<Guid, Lane> lanes = new();

    public async Task<Meeting?> Find(Guid id, CancellationToken stop = default)
    {
        if (lanes.TryGetValue(id, out var lane) && lane.Meeting is { } known)
            return known;

        await using var entered = await Enter(id, stop);
        return await Load(entered.Lane, stop);
    }

    public async Task<IReadOnlyList<Recorded>> Read(Guid id, long after = 0, CancellationToken stop = default)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await db
            .Events.AsNoTracking()
            .Where(e => e.MeetingId == id && e.Seq > after)
            .OrderBy(e => e.Seq)
            .ToListAsync(stop);
        return [.. rows.Select(Recall)];
    }

    /// <summary>Starts a log. The decision is made by the caller, who alone knows what a meeting that is not yet there needs.</summary>
    public Task<Outcome> Begin(Guid id, Command command, CancellationToken stop = default) =>
        Do(id, command with { MayBegin = true }, stop);

    public async Task<Outcome> Do(Guid id, Command command, CancellationToken stop = default)
    {
        await using var entered = await Enter(id, stop);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Decide(entered.Lane, command, stop);
            }
            catch (DbUpdateException clash) when (StorageFaults.IsClash(clash) && tries < TriesAgainstAnotherNode)
            {
                entered.Lane.Forget(); // another node wrote this number first: hear it and decide again
            }
            catch (Exception fault) when (StorageFaults.IsFullOrLocked(fault))
            {
                entered.Lane.Forget();
                logger.LogError(fault, "The log of meeting {Meeting} could not be written", id);
                return new Outcome(null, Refusal.StorageFailed, 0);
            }
        }
    }

    /// <summary>Runs inside the meeting's lane, between two commands: for a heartbeat that must not overtake a fact.</summary>
    public async Task Between(Guid id, Action<Meeting> act, CancellationToken stop = default)
    {
        await using var entered = await Enter(id, stop);
        if (await Load(entered.Lane, stop) is { } meeting)
            act(meeting);
    }

    private async Task<Outcome> Decide(Lane lane, Command command, CancellationToken stop)
    {
        var meeting = await Load(lane, stop);
        if (meeting is null && !command.MayBegin)
            return new Outcome(null, Refusal.NotFound, 0);
        if (command.Operation is { } done && lane.Operations.TryGetValue((command.By ?? default, done), out var seq))
            return new Outcome(meeting, null, seq);

        var now = Truncated(clock.GetCurrentInstant());
        switch (command.Decide(meeting ?? new Meeting(lane.Id), now))
        {
            case Refused no:
                return new Outcome(meeting, no.Reason, meeting?.Seq ?? 0);
            case Accepted { Facts: { Count: > 0 } facts }:
                return await Append(lane, meeting ?? new Meeting(lane.Id), facts, command, now, stop);
            default:
                return new Outcome(meeting, null, meeting?.Seq ?? 0);
        }
    }

    private async Task<Outcome> Append(
        Lane lane,
        Meeting before,
        IReadOnlyList<MeetingEvent> facts,
        Command command,
        Instant now,
        CancellationToken stop
    )
    {
        var recorded = facts.Select((fact, i) => new Recorded(before.Seq + 1 + i, now, command.By, fact)).ToList();
        var after = recorded.Aggregate(before, (meeting, fact) => meeting.Apply(fact));

        await using (var db = await databases.CreateDbContextAsync(stop))
        {
            db.Events.AddRange(recorded.Select((r, i) => Store(lane.Id, r, i == 0 ? command.Operation : null)));
            var change = new Change(before, after, recorded, command.SaysNothing);
            foreach (var summary in summaries)
                await summary.Write(db, change, stop);
            command.Alongside?.Invoke(db, change);
            await db.SaveChangesAsync(stop);
        }

        // From here on it is true. No cancellation may come between the commit and the telling.
        lane.Meeting = after;
        if (command.Operation is { } operation)
            lane.Operations[(command.By ?? default, operation)] = after.Seq;
        Tell(after, recorded);
        return new Outcome(after, null, after.Seq);
    }

    private void Tell(Meeting after, IReadOnlyList<Recorded> recorded)
    {
        foreach (var listener in listeners)
        {
            try
            {
                listener.Hear(after, recorded);
            }
            catch (Exception fault)
            {
                logger.LogError(fault, "A listener failed at meeting {Meeting}, fact {Seq}", after.Id, after.Seq);
            }
        }

        foreach (var fact in recorded)
            logger.LogInformation("{Meeting} {Seq} {Fact}", after.Id, fact.Seq, EventNames.Of(fact.Fact));
    }

    private async Task<Meeting?> Load(Lane lane, CancellationToken stop)
    {
        if (lane.Meeting is not null)
            return lane.Meeting;

        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await db
            .Events.AsNoTracking()
            .Where(e => e.MeetingId == lane.Id)
            .OrderBy(e => e.Seq)
            .ToListAsync(stop);
        if (rows.Count == 0)
            return null;
        foreach (var row in rows.Where(r => r.Operation is not null))
            lane.Operations[(row.By ?? default, row.Operation!.Value)] = row.Seq;
        return lane.Meeting = Meeting.Of(lane.Id, rows.Select(Recall));
    }

    private static StoredEvent Store(Guid meeting, Recorded r, Guid? operation) =>
        new()
        {
            MeetingId = meeting,
            Seq = r.Seq,
            Type = EventNames.Of(r.Fact),
            Body = EventNames.Write(r.Fact),
            At = r.At,
            By = r.By,
            Operation = operation,
        };

    private static Recorded Recall(StoredEvent row) =>
        new(row.Seq, row.At, row.By, EventNames.Read(row.Type, row.Body));

    // Milliseconds are what every store and client keeps: a finer time would differ after a reload.
    private static Instant Truncated(Instant now) => Instant.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());

    private async Task<Entered> Enter(Guid id, CancellationToken stop)
    {
        var lane = lanes.GetOrAdd(id, static key => new Lane(key));
        await lane.Gate.WaitAsync(stop);
        return new Entered(lane);
    }

    private readonly record struct Entered(Lane Lane) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Lane.Gate.Release();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Lane(Guid id)
    {
        public Guid Id => id;
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public volatile Meeting? Meeting;
        public Dictionary<(Guid By, Guid Operation), long> Operations { get; } = [];

        public void Forget()
        {
            Meeting = null;
            Operations.Clear();
        }
    }
}
