using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling;

/// <summary>
/// Drains the outbox. A letter that fails is tried again, each time after twice as long, and given up at last in the
/// secretary's sight. Sent twice at worst (a crash between sending and noting it), always under the same Message-ID.
/// </summary>
public sealed class LetterSender(
    IDbContextFactory<HubDb> databases,
    IEnumerable<ILetterWriter> writers,
    IMailTransport transport,
    HubSettings settings,
    IClock clock,
    ILogger<LetterSender> logger
) : BackgroundService
{
    private const int AtOnce = 50;
    private static readonly Duration LongestWait = Duration.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SendDue(stoppingToken) == AtOnce) { }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogError(fault, "The outbox could not be read");
            }
        }
    }

    public async Task<int> SendDue(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await databases.CreateDbContextAsync(stop);
        var due = await db
            .Outbox.Where(m => m.SentAt == null && !m.HasFailed && m.DueAt <= now)
            .OrderBy(m => m.DueAt)
            .Take(AtOnce)
            .ToListAsync(stop);
        foreach (var message in due)
        {
            await Send(message, stop);
            await db.SaveChangesAsync(stop);
        }

        return due.Count;
    }

    private async Task Send(OutboxMessage message, CancellationToken stop)
    {
        message.Attempts++;
        try
        {
            if (await writers.Single(w => w.Writes(message.Kind)).Write(message, stop) is { } letter)
            {
                await transport.Send(letter, stop);
                message.SentTo = letter.ToAddress;
            }

            message.SentAt = clock.GetCurrentInstant();
            message.Secret = null;
            message.LastError = null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // The type alone: a mail server's words often repeat the address.
            logger.LogWarning(
                "Letter {Letter} failed at try {Try}: {Fault}",
                message.Id,
                message.Attempts,
                fault.GetType().Name
            );
            message.LastError = fault.Message.Length > 300 ? fault.Message[..300] : fault.Message;
            message.HasFailed = message.Attempts >= settings.LetterTries;
            message.DueAt = clock.GetCurrentInstant() + Wait(message.Attempts);
        }
    }

    private Duration Wait(int attempts) =>
        Duration.Min(LongestWait, Duration.FromSeconds(settings.LetterRetrySeconds * Math.Pow(2, attempts - 1)));
}
