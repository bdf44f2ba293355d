using System.Text;
using MeetingHub.Web.Mail.Inbox;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace MeetingHub.Web.Tests.Mail.Inbox;

public sealed class InboxRoundTests : IAsyncDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly LoopbackMailbox mailbox = new();
    private readonly Database database = new();
    private readonly Reading reading;

    public InboxRoundTests() => reading = new Reading(database.Databases, mailbox.Settings());

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        mailbox.Dispose();
    }

    [Fact]
    public async Task A_letter_is_handed_over_once_in_the_order_of_arrival_and_marked_as_read()
    {
        mailbox.Deliver(Mails.Plain("one@hall.example", "first"));
        mailbox.Deliver(Mails.Plain("two@hall.example", "second"));
        await reading.Once();
        await reading.Once();

        Assert.Equal(["first", "second"], reading.Letters.Select(l => l.Subject));
        Assert.Equal(["claude@hall.example"], reading.Letters[0].From);
        Assert.Equal("one@hall.example", reading.Letters[0].MessageId);
        Assert.Equal("Yes, I am coming.", reading.Letters[0].Text?.Trim());
        Assert.Empty(mailbox.Unread);
    }

    [Fact]
    public async Task A_crash_before_it_is_remembered_hands_the_letter_over_once_more_and_loses_none()
    {
        mailbox.Deliver(Mails.Plain("one@hall.example", "first"));
        mailbox.Deliver(Mails.Plain("two@hall.example", "second"));
        reading.Take = _ => throw new InvalidOperationException("the power went");
        await Assert.ThrowsAsync<InvalidOperationException>(reading.Once);
        reading.Take = _ => Task.FromResult(true);
        await reading.Once();
        await reading.Once();

        Assert.Equal(["first", "first", "second"], reading.Letters.Select(l => l.Subject));
    }

    [Fact]
    public async Task A_letter_that_breaks_us_each_time_does_not_keep_the_others_waiting()
    {
        mailbox.Deliver(Mails.Plain("bad@hall.example", "bad"));
        mailbox.Deliver(Mails.Plain("good@hall.example", "good"));
        reading.Take = l => l.Subject == "bad" ? throw new InvalidOperationException("no") : Task.FromResult(true);
        var round = reading.Round();
        for (var tries = 0; tries < 6; tries++)
        {
            using var line = await InboxLine.Open(mailbox.Settings().Value.Imap, TimeProvider.System, Ct);
            await Record.ExceptionAsync(() => round.Read(line, Ct));
        }

        Assert.Equal("good", reading.Letters[^1].Subject);
        Assert.Single(mailbox.Unread);
    }

    [Fact]
    public async Task A_full_disk_gives_no_letter_up()
    {
        mailbox.Deliver(Mails.Plain("one@hall.example", "first"));
        reading.Take = _ => throw new IOException("no space");
        var round = reading.Round();
        using var line = await InboxLine.Open(mailbox.Settings().Value.Imap, TimeProvider.System, Ct);
        for (var tries = 0; tries < 10; tries++)
            await Assert.ThrowsAsync<IOException>(() => round.Read(line, Ct));

        Assert.Equal(10, reading.Letters.Count);
    }

    [Fact]
    public async Task What_a_person_has_read_in_the_mailbox_is_read_here_all_the_same()
    {
        await reading.Once();
        mailbox.Deliver(Mails.Plain("one@hall.example", "first"));
        foreach (var file in Directory.GetFiles(Path.Combine(mailbox.Maildir, "new")))
            File.Move(file, Path.Combine(mailbox.Maildir, "cur", Path.GetFileName(file) + ":2,S"));
        await reading.Once();

        Assert.Single(reading.Letters);
    }

    [Fact]
    public async Task A_mailbox_that_is_numbered_anew_hands_nothing_over_twice()
    {
        mailbox.Deliver(Mails.Plain("one@hall.example", "first"));
        await reading.Once();
        await using (var db = await database.Databases.CreateDbContextAsync(Ct))
            await db.InboxPlaces.ExecuteUpdateAsync(s => s.SetProperty(p => p.UidValidity, 1L), Ct);
        foreach (var file in Directory.GetFiles(Path.Combine(mailbox.Maildir, "cur")))
            File.Move(file, file[..file.IndexOf(":2,", StringComparison.Ordinal)]);
        mailbox.Deliver(Mails.Plain("two@hall.example", "second"));
        await reading.Once();

        Assert.Equal(["first", "second"], reading.Letters.Select(l => l.Subject));
    }

    [Fact]
    public async Task Letters_for_us_are_moved_aside_and_other_mail_is_left_as_it_lay()
    {
        var tidy = new Reading(database.Databases, mailbox.Settings(imap => imap.ProcessedFolder = "MeetingHub"))
        {
            Take = l => Task.FromResult(l.Subject == "ours"),
        };
        mailbox.Deliver(Mails.Plain("one@hall.example", "ours"));
        mailbox.Deliver(Mails.Plain("two@hall.example", "somebody else's"));
        await tidy.Once();

        Assert.Single(mailbox.In("MeetingHub"));
        Assert.Single(mailbox.Unread);
    }

    [Fact]
    public async Task An_out_of_office_answer_is_passed_over_but_no_reply_of_a_calendar()
    {
        mailbox.Deliver(Mails.Plain("away@hall.example", "Away", "Auto-Submitted: auto-replied"));
        mailbox.Deliver(Mails.Plain("list@hall.example", "News", "Precedence: bulk"));
        mailbox.Deliver(Mails.Calendar("yes@hall.example", "Accepted", "Auto-Submitted: auto-generated"));
        await reading.Once();

        Assert.Equal("Accepted", Assert.Single(reading.Letters).Subject);
    }

    [Fact]
    public async Task A_letter_that_is_nothing_but_a_calendar_is_read_whole()
    {
        mailbox.Deliver(Mails.Calendar("one@hall.example", "Accepted"));
        await reading.Once();

        var calendar = Encoding.UTF8.GetString(Assert.Single(Assert.Single(reading.Letters).Calendars));
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Зустріч", calendar, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR", calendar.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_attachment_is_not_fetched_and_no_text_is_read_to_its_end()
    {
        mailbox.Deliver(Mails.WithHugeParts("big@hall.example"));
        await reading.Once();

        var letter = Assert.Single(reading.Letters);
        Assert.Equal(InboundLetter.LongestText, letter.Text!.Length);
        Assert.Empty(letter.Calendars);
        Assert.True(Mails.BytesSent(mailbox.Log) < 100_000, mailbox.Log);
    }

    [Fact]
    public async Task A_reply_inside_a_forwarded_letter_is_not_the_senders_word()
    {
        mailbox.Deliver(Mails.Forwarding(Mails.Calendar("inner@hall.example", "Accepted")));
        await reading.Once();

        Assert.Empty(Assert.Single(reading.Letters).Calendars);
    }

    [Fact]
    public async Task A_letter_of_a_thousand_nested_parts_stops_nobody()
    {
        mailbox.Deliver(Mails.Nested(1000));
        mailbox.Deliver(Mails.Plain("after@hall.example", "after"));
        await reading.Once();

        Assert.Equal("after", reading.Letters[^1].Subject);
    }

    [Theory]
    [InlineData("failed", true)]
    [InlineData("delayed", false)]
    public async Task A_bounce_names_our_letter_and_a_delay_is_none(string action, bool isBounce)
    {
        var letter = Guid.CreateVersion7();
        mailbox.Deliver(Mails.Bounce(letter, action, headersOnly: false));
        mailbox.Deliver(Mails.Bounce(letter, action, headersOnly: true));
        await reading.Once();

        Assert.Equal(isBounce ? 2 : 0, reading.Undelivered.Count);
        Assert.All(
            reading.Undelivered,
            u => Assert.Equal(new(letter, "nobody@hall.example", "550 5.1.1 No such user here"), u)
        );
        Assert.Empty(reading.Letters);
    }

    [Fact]
    public async Task An_answer_names_the_letter_of_ours_that_it_answers()
    {
        var (older, newer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        mailbox.Deliver(
            Mails.Plain(
                "one@hall.example",
                "Re: Invitation",
                $"References: <{older:N}@meetinghub.example> <x@y.example> <{newer:N}@meetinghub.example>",
                $"In-Reply-To: <{newer:N}@meetinghub.example>"
            )
        );
        await reading.Once();

        Assert.Equal([newer, older], Assert.Single(reading.Letters).Answers);
    }

    [Theory]
    [InlineData("mx.hub.example; dmarc=fail header.from=hall.example", SenderProof.Failed)]
    [InlineData("mx.hub.example; dmarc=pass header.from=hall.example", SenderProof.Passed)]
    [InlineData("mx.evil.example; dmarc=pass header.from=hall.example", SenderProof.Unknown)]
    public async Task Only_our_own_servers_word_on_the_sender_counts(string results, SenderProof proof)
    {
        var careful = new Reading(database.Databases, mailbox.Settings(imap => imap.AuthServId = "mx.hub.example"));
        mailbox.Deliver(
            Mails.Plain(
                "one@hall.example",
                "Hello",
                $"Authentication-Results: {results}",
                proof == SenderProof.Failed ? "Authentication-Results: mx.hub.example; dmarc=pass" : "X-Other: none"
            )
        );
        await careful.Once();

        Assert.Equal(proof, Assert.Single(careful.Letters).Sender);
    }
}
