using MeetingHub.Web.Log;
using MeetingHub.Web.Mail;
using MeetingHub.Web.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

/// <summary>Two nodes on one database, and nodes that die.</summary>
public sealed class TwoSendersTests
{
    private const int Many = 300;

    [Fact]
    public async Task Two_nodes_send_hundreds_of_letters_once_each()
    {
        await using var planned = await Planned.Make();
        await Owe(planned, Many);
        Task[] nodes = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() => Drain(Node(planned, planned.Post))))];
        await Task.WhenAll(nodes);

        Assert.Equal(Many, planned.Post.Letters.Count);
        Assert.Equal(Many, planned.Post.Letters.DistinctBy(l => l.Id).Count());
        Assert.False(
            await planned.App.Ask(db => db.Outbox.AnyAsync(m => m.SentAt == null && m.Kind != LetterKind.Reminder))
        );
    }

    [Fact]
    public async Task A_letter_in_one_nodes_hand_is_left_alone_by_the_other()
    {
        await using var planned = await Planned.Make();
        await Owe(planned, 1);
        planned.Post.Before = async _ =>
        {
            planned.Post.Before = null;
            await Node(planned, planned.Post).SendDue(CancellationToken.None);
        };
        await Node(planned, planned.Post).SendDue(CancellationToken.None);
        Assert.Single(planned.Post.Letters);
    }

    [Fact]
    public async Task A_reminder_whose_sender_died_is_perhaps_sent_and_not_repeated()
    {
        await using var planned = await Planned.Make();
        planned.Clock.Reset(Planned.Start - Duration.FromHours(1));
        await Die(planned);
        await planned.SendAt(planned.Clock.GetCurrentInstant() + Duration.FromMinutes(6));

        var due = (await planned.Reminders()).Where(m => m.Reminder == Domain.Meetings.ReminderKind.Hour).ToList();
        Assert.Single(due, m => m.IsPerhapsSent);
        Assert.Single(due, m => m.SentTo is not null);
        Assert.Single(planned.Post.Letters, l => l.Unsubscribe is not null && due.Any(m => m.Id == l.Id));
        Assert.All(due, m => Assert.Null(m.Secret));
    }

    [Fact]
    public async Task Another_letter_whose_sender_died_goes_out_again_as_the_same_letter()
    {
        await using var planned = await Planned.Make();
        await Owe(planned, 1);
        var dead = await Die(planned);
        await planned.Send();
        Assert.Empty(planned.Post.Letters); // still in the dead node's hand
        await planned.SendAt(Planned.Now + Duration.FromMinutes(6));
        Assert.Equal(dead.Id, Assert.Single(planned.Post.Letters).Id);
    }

    [Fact]
    public async Task A_reminder_that_the_mail_server_refused_is_tried_again()
    {
        await using var planned = await Planned.Make();
        planned.Post.Before = _ => throw new IOException("refused");
        await planned.SendAt(Planned.Start - Duration.FromHours(1));
        planned.Post.Before = null;
        await planned.SendAt(Planned.Start - Duration.FromMinutes(50));
        Assert.Equal(2, planned.Post.Letters.Count(l => l.Subject.StartsWith("Dans 50", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_letter_that_was_dropped_while_it_was_worded_is_not_sent()
    {
        await using var planned = await Planned.Make();
        planned.Clock.Reset(Planned.Start - Duration.FromHours(1));
        var claims = Claims(planned);
        var ours = (await planned.Reminders()).First(m => m.Reminder == Domain.Meetings.ReminderKind.Hour);
        var message = (await claims.Take(ours.Id, CancellationToken.None))!;
        await planned.Revise(p => Planned.At(p, Planned.Start + Duration.FromDays(1)));
        Assert.False(await claims.Begin(message, CancellationToken.None));
    }

    /// <summary>A node dies with a letter handed over half: it was begun and never noted.</summary>
    private static async Task<OutboxMessage> Die(Planned planned)
    {
        var claims = Claims(planned);
        foreach (var id in await claims.Due(50, CancellationToken.None))
        {
            var message = await claims.Take(id, CancellationToken.None);
            if (
                message!.MeetingId != planned.Id
                || message.Reminder is Domain.Meetings.ReminderKind.Week or Domain.Meetings.ReminderKind.Day
            )
                continue;
            Assert.True(await claims.Begin(message, CancellationToken.None));
            return message;
        }

        throw new InvalidOperationException("Nothing is due");
    }

    private static Task<int> Owe(Planned planned, int count) =>
        planned.App.Ask(async db =>
        {
            var seq = (await planned.Meeting()).Seq;
            var seat = (await planned.Meeting()).SeatOf(planned.Maire.Id)!;
            db.Outbox.AddRange(
                Enumerable
                    .Range(0, count)
                    .Select(_ => new OutboxMessage
                    {
                        Id = Guid.CreateVersion7(),
                        MeetingId = planned.Id,
                        SeatId = seat.Id,
                        PersonId = planned.Maire.Id,
                        Kind = LetterKind.Update,
                        AtSeq = seq,
                        CreatedAt = Planned.Now,
                        DueAt = Planned.Now,
                    })
            );
            return await db.SaveChangesAsync();
        });

    private static async Task Drain(LetterSender sender)
    {
        while (await sender.SendDue(CancellationToken.None) > 0) { }
    }

    private static LetterClaims Claims(Planned planned) =>
        ActivatorUtilities.CreateInstance<LetterClaims>(planned.App.Services);

    private static LetterSender Node(Planned planned, IMailTransport post) =>
        ActivatorUtilities.CreateInstance<LetterSender>(planned.App.Services, Claims(planned), post);
}
