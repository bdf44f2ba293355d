using MeetingHub.Domain.Polls;
using MeetingHub.Web.Data;
using MeetingHub.Web.Scheduling.Finding;
using MeetingHub.Web.Scheduling.Tray;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>Closes polls whose deadline has passed and tells both secretariats which time stands best, once.</summary>
public sealed class PollKeeper(
    IDbContextFactory<HubDb> databases,
    SecretaryTray tray,
    IClock clock,
    ILogger<PollKeeper> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await CloseDue(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogError(fault, "A poll could not be closed");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task CloseDue(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        var due = await db
            .Polls.Where(p => p.Status == PollStatus.Open && p.Deadline <= now)
            .Select(p => p.Id)
            .ToListAsync(stop);
        foreach (var id in due)
            await Close(id, now, stop);
    }

    private async Task Close(Guid id, Instant now, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (
            await StoredPoll.ToChange(db, id, stop) is not { } stored
            || Polling.Expire(stored.Poll, now) is not PollAccepted { After: var closed }
        )
            return;

        stored.Apply(closed);
        var best = Standing.Of(closed, stored.Ballots, (await PollPlaces.Of(new CustomsBook(db), stored)).Customs)[0];
        foreach (var community in new[] { stored.Host, stored.Partner })
        {
            await tray.Put(
                db,
                community.Id,
                TrayKind.PollClosed,
                [closed.Title.In(community.Language), TrayWords.Of(best.Option.Start)],
                subjectId: id,
                once: $"poll-closed:{id:N}:{PollPost.Mark(closed.Deadline)}"
            );
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
