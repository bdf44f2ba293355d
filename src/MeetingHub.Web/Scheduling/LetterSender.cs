using MeetingHub.Web.Log;
using MeetingHub.Web.Mail;

namespace MeetingHub.Web.Scheduling;

/// <summary>
/// Drains the outbox, on as many nodes as there are. A letter that fails is tried again, each time after twice as long, and
/// given up at last in the secretary's sight. When a node dies between sending a letter and noting it, the letter is sent once
/// more under the same Message-ID; a reminder is not: a lost one harms less than a doubled one.
/// </summary>
public sealed class LetterSender(
    LetterClaims claims,
    IEnumerable<ILetterWriter> writers,
    IMailTransport transport,
    ILogger<LetterSender> logger
) : BackgroundService
{
    private const int AtOnce = 50;

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
        var due = await claims.Due(AtOnce, stop);
        foreach (var id in due)
        {
            if (await claims.Take(id, stop) is { } message)
                await Send(message, stop);
        }

        return due.Count;
    }

    private async Task Send(OutboxMessage message, CancellationToken stop)
    {
        if (message is { Kind: LetterKind.Reminder, BegunAt: not null })
        {
            await claims.Done(message, null, isPerhapsSent: true);
            return;
        }

        try
        {
            var letter = await writers.Single(w => w.Writes(message.Kind)).Write(message, stop);
            if (letter is not null)
            {
                if (!await claims.Begin(message, stop))
                    return;
                await transport.Send(letter, stop);
            }

            await claims.Done(message, letter?.ToAddress);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await claims.PutBack(message);
            throw;
        }
        catch (Exception fault)
        {
            // The type alone: a mail server's words often repeat the address.
            logger.LogWarning(
                "Letter {Letter} failed at try {Try}: {Fault}",
                message.Id,
                message.Attempts,
                fault.GetType().Name
            );
            await claims.Failed(message, fault);
        }
    }
}
