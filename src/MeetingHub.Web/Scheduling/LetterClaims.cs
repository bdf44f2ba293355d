using System.Linq.Expressions;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling;

/// <summary>
/// What senders write into the outbox, so that two nodes never have one letter in hand at once: each step is one conditional
/// UPDATE, which the database carries out for one of them only. A claim runs out, because a node may die with it.
/// </summary>
public sealed class LetterClaims(IDbContextFactory<HubDb> databases, HubSettings settings, IClock clock)
{
    private static readonly Duration Term = Duration.FromMinutes(5);
    private static readonly Duration LongestWait = Duration.FromHours(6);
    private readonly string me = Guid.NewGuid().ToString("N");

    public async Task<List<Guid>> Due(int most, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db
            .Outbox.Where(IsDue(clock.GetCurrentInstant()))
            .OrderBy(m => m.DueAt)
            .Take(most)
            .Select(m => m.Id)
            .ToListAsync(stop);
    }

    /// <summary>The letter, from now on in this sender's hand alone; null when another was faster or it is no longer owed.</summary>
    public async Task<OutboxMessage?> Take(Guid id, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await databases.CreateDbContextAsync(stop);
        var taken = await db
            .Outbox.Where(m => m.Id == id)
            .Where(IsDue(now))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.ClaimedBy, me)
                        .SetProperty(m => m.ClaimedUntil, now + Term)
                        .SetProperty(m => m.Attempts, m => m.Attempts + 1),
                stop
            );
        return taken == 0 ? null : await db.Outbox.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, stop);
    }

    /// <summary>Notes that it goes to the way out now. False when the claim was lost, or the letter dropped, meanwhile.</summary>
    public async Task<bool> Begin(OutboxMessage message, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db
                .Outbox.Where(m => m.Id == message.Id && m.ClaimedBy == me && m.SentAt == null)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.BegunAt, now).SetProperty(m => m.ClaimedUntil, now + Term),
                    stop
                ) == 1;
    }

    /// <summary>It left, or nobody is to be written to (null). Not to be cancelled: it would be sent once more.</summary>
    public async Task Done(OutboxMessage message, string? to, bool isPerhapsSent = false)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await databases.CreateDbContextAsync();
        await db
            .Outbox.Where(m => m.Id == message.Id)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(m => m.SentAt, now)
                    .SetProperty(m => m.SentTo, to)
                    .SetProperty(m => m.IsPerhapsSent, isPerhapsSent)
                    .SetProperty(m => m.Secret, (string?)null)
                    .SetProperty(m => m.LastError, (string?)null)
            );
    }

    public async Task Failed(OutboxMessage message, Exception fault)
    {
        var due = clock.GetCurrentInstant() + Wait(message.Attempts);
        var error = fault.Message.Length > 300 ? fault.Message[..300] : fault.Message;
        await using var db = await databases.CreateDbContextAsync();
        await Mine(db, message)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(m => m.LastError, error)
                    .SetProperty(m => m.HasFailed, message.Attempts >= settings.LetterTries)
                    .SetProperty(m => m.DueAt, due)
                    .SetProperty(m => m.BegunAt, (Instant?)null)
                    .SetProperty(m => m.ClaimedUntil, (Instant?)null)
            );
    }

    /// <summary>The node shuts down: whoever comes next need not wait for the claim to run out.</summary>
    public async Task PutBack(OutboxMessage message)
    {
        await using var db = await databases.CreateDbContextAsync();
        await Mine(db, message).ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedUntil, (Instant?)null));
    }

    private IQueryable<OutboxMessage> Mine(HubDb db, OutboxMessage message) =>
        db.Outbox.Where(m => m.Id == message.Id && m.ClaimedBy == me && m.SentAt == null);

    private static Expression<Func<OutboxMessage, bool>> IsDue(Instant now) =>
        m => m.SentAt == null && !m.HasFailed && m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now);

    private Duration Wait(int attempts) =>
        Duration.Min(LongestWait, Duration.FromSeconds(settings.LetterRetrySeconds * Math.Pow(2, attempts - 1)));
}
