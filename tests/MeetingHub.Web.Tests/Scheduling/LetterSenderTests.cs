using MeetingHub.Web.Mail;
using MeetingHub.Web.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

public sealed class LetterSenderTests
{
    [Fact]
    public async Task A_letter_that_fails_waits_twice_as_long_each_time_and_is_given_up_in_sight()
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 12, 1, 9, 0));
        var post = new ShutPost();
        await using var app = new App
        {
            Settings = new Dictionary<string, string>
            {
                ["MeetingHub:LetterTries"] = "4",
                ["MeetingHub:LetterRetrySeconds"] = "60",
            },
            Clock = clock,
            Instead = services => services.AddSingleton<IMailTransport>(post),
        };
        var sender = app.Services.GetRequiredService<LetterSender>();
        var waits = new List<Duration>();
        for (var i = 0; i < 3; i++)
        {
            await sender.SendDue(CancellationToken.None);
            var due = await app.Ask(db =>
                db.Outbox.Where(m => m.SentAt == null && m.Reminder == null).MinAsync(m => m.DueAt)
            );
            waits.Add(due - clock.GetCurrentInstant());
            clock.Reset(due);
        }

        await sender.SendDue(CancellationToken.None);

        Assert.Equal([Duration.FromMinutes(1), Duration.FromMinutes(2), Duration.FromMinutes(4)], waits);
        Assert.True(
            await app.Ask(db => db.Outbox.Where(m => m.Reminder == null).AllAsync(m => m.HasFailed && m.SentAt == null))
        );
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read($"/meetings/{await app.DemoMeeting}");
        Assert.Contains("the post is shut", page.Body!.TextContent, StringComparison.Ordinal);

        post.IsOpen = true;
        await desk.Send(page, "input[name=_handler][value^='again-']");
        await sender.SendDue(CancellationToken.None);
        Assert.Equal(1, await app.Ask(db => db.Outbox.CountAsync(m => m.SentAt != null)));
    }

    private sealed class ShutPost : IMailTransport
    {
        public bool IsOpen { get; set; }

        public Task Send(Letter letter, CancellationToken ct) =>
            IsOpen ? Task.CompletedTask : throw new IOException("the post is shut");
    }
}
