using System.Globalization;
using System.Text;
using MailKit.Net.Smtp;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Calendar;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail.Inbox;
using MeetingHub.Web.Scheduling.Tray;
using MeetingHub.Web.Tests.Mail;
using MeetingHub.Web.Tests.Mail.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling.Replies;

/// <summary>
/// The whole way: our invitation goes out by SMTP, the calendar that gets it answers by SMTP, and the application hears of it by
/// IMAP. Both servers are real ones.
/// </summary>
public sealed class JourneyTests : IAsyncDisposable
{
    private const string Councillor = "conseil@chennevieres.example";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly LoopbackMailbox mailbox = new();
    private readonly LoopbackMailServer smtp;
    private readonly App app;

    public JourneyTests()
    {
        smtp = new LoopbackMailServer(maildir: mailbox.Maildir);
        app = new App
        {
            Settings = new Dictionary<string, string>
            {
                ["Mail:Transport"] = "Smtp",
                ["Mail:Smtp:Host"] = "127.0.0.1",
                ["Mail:Smtp:Port"] = smtp.Port.ToString(CultureInfo.InvariantCulture),
                ["Mail:Smtp:Tls"] = "None",
                ["Mail:Imap:Host"] = "127.0.0.1",
                ["Mail:Imap:Port"] = mailbox.Port.ToString(CultureInfo.InvariantCulture),
                ["Mail:Imap:User"] = "hub",
                ["Mail:Imap:Password"] = "right",
                ["Mail:Imap:Tls"] = "None",
                ["Mail:Imap:PollSeconds"] = "5",
            },
        };
        app.StartServer();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        smtp.Dispose();
        mailbox.Dispose();
    }

    [Fact]
    public async Task What_calendars_of_four_makers_answer_is_what_the_secretary_sees()
    {
        var google = await Invited(Councillor);
        await Send(Clients.Google(google with { PartStat = "ACCEPTED", Comment = "з радістю" }));
        await Send(Clients.Exchange(await Invited(App.PartnerHead) with { PartStat = "DECLINED", Comment = "malade" }));
        await Send(Clients.Apple(await Invited(App.Head) with { PartStat = "ACCEPTED" }));
        await Send(Clients.Thunderbird(await Invited(App.PartnerSecretary) with { PartStat = "TENTATIVE" }));

        await Soon(async () => (await Answers()).Count(a => a.Answer != Answer.NeedsAction) == 4);

        var answers = (await Answers()).ToDictionary(a => a.Email, a => (a.Answer, a.Note));
        Assert.Equal((Answer.Accepted, "з радістю"), answers[Councillor]);
        Assert.Equal((Answer.Declined, "malade"), answers[App.PartnerHead]);
        Assert.Equal((Answer.Accepted, null), answers[App.Head]);
        Assert.Equal((Answer.Tentative, null), answers[App.PartnerSecretary]);
        Assert.Empty(await Tray());
        await Soon(() => Task.FromResult(!mailbox.Unread.Any()));
    }

    [Fact]
    public async Task A_wish_a_stranger_and_a_letter_sent_twice_end_where_they_belong()
    {
        var invited = await Invited(Councillor);
        var instead = invited.Start + Duration.FromDays(2);
        await Send(Clients.Google(invited with { PartStat = "TENTATIVE", Instead = instead }));
        await Send(Clients.Google(invited with { Attendee = "mallory@elsewhere.example" }));
        var twice = Clients.Apple(await Invited(App.Head) with { PartStat = "ACCEPTED" });
        await Send(twice);
        await Send(twice);
        await Send(Clients.Thunderbird(await Invited(App.PartnerHead) with { PartStat = "DECLINED" }));

        // Letters are read in the order of arrival: with the last, all are read.
        await Soon(async () => (await Answers()).Any(a => a.Answer == Answer.Declined));

        var meeting = (await app.Meeting(await app.DemoMeeting))!;
        var councillor = meeting.SeatOf((await app.PersonOf(Councillor)).Id)!;
        Assert.Equal((Answer.NeedsAction, instead), (councillor.Answer, councillor.Proposed!.Start));
        var log = await app.Services.GetRequiredService<MeetingLog>().Read(meeting.Id, stop: Ct);
        Assert.Equal(2, log.Select(r => r.Fact).OfType<InvitationAnswered>().Count());
        Assert.Equal(
            [TrayKind.TimeProposed, TrayKind.TimeProposed, TrayKind.StrangersReply, TrayKind.StrangersReply],
            (await Tray()).Select(e => e.Kind)
        );
    }

    [Fact]
    public async Task An_answer_in_words_reaches_the_secretary_with_its_meeting()
    {
        await Invited(Councillor);
        var invitation = smtp.Messages().First(m => To(m) == Councillor);
        await Send(
            $"""
            From: Claude <{Councillor}>
            To: meetings@meetinghub.example
            Subject: Re: Invitation
            Message-ID: <words@hall.example>
            In-Reply-To: <{invitation.MessageId}>
            Content-Type: text/plain; charset=utf-8

            Yes I'm coming, by train.

            """
        );

        await Soon(async () => (await Tray()).Count > 0);

        var entry = Assert.Single(await Tray());
        Assert.Equal((TrayKind.UnmatchedLetter, await app.DemoMeeting), (entry.Kind, entry.MeetingId));
        Assert.Equal("Yes I'm coming, by train.", entry.Args[2]);
    }

    [Fact]
    public async Task A_crash_between_counting_an_answer_and_remembering_its_letter_counts_it_once()
    {
        var invited = await Invited(Councillor);
        using var second = new LoopbackMailbox();
        second.Deliver(Clients.Apple(invited with { PartStat = "ACCEPTED" }));
        var replies = app.Services.GetRequiredService<IInboundLetters>();
        var reading = new Reading(app.Services.GetRequiredService<IDbContextFactory<HubDb>>(), second.Settings());
        reading.Take = async letter =>
        {
            await replies.Handle(letter, Ct);
            throw new InvalidOperationException("the power went");
        };
        await Assert.ThrowsAsync<InvalidOperationException>(reading.Once);
        reading.Take = letter => replies.Handle(letter, Ct);
        await reading.Once();

        Assert.Equal(2, reading.Letters.Count);
        Assert.Empty(second.Unread);
        var log = await app.Services.GetRequiredService<MeetingLog>().Read(await app.DemoMeeting, stop: Ct);
        Assert.Single(log.Select(r => r.Fact).OfType<InvitationAnswered>());
    }

    /// <summary>What the person's calendar knows from the invitation that reached them.</summary>
    private async Task<Said> Invited(string email)
    {
        await Soon(() => Task.FromResult(smtp.Messages().Any(m => To(m) == email)));
        var part = smtp.Messages()
            .First(m => To(m) == email)
            .BodyParts.OfType<TextPart>()
            .First(p => p.ContentType.IsMimeType("text", "calendar"));
        var lines = part.Text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Split('\n');
        string Value(string name) =>
            lines.First(l => l.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..];
        var meeting = MeetingUid.Read(Value("UID"))!.Value;
        return new Said(
            meeting,
            email,
            "ACCEPTED",
            (await app.Meeting(meeting))!.Plan.Start,
            SystemClock.Instance.GetCurrentInstant(),
            int.Parse(Value("SEQUENCE"), CultureInfo.InvariantCulture)
        );
    }

    private static string To(MimeMessage message) => message.To.Mailboxes.Single().Address;

    private async Task Send(string letter)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(letter.ReplaceLineEndings("\r\n")));
        using var message = await MimeMessage.LoadAsync(bytes, Ct);
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", smtp.Port, MailKit.Security.SecureSocketOptions.None, Ct);
        await client.SendAsync(message, Ct);
        await client.DisconnectAsync(quit: true, Ct);
    }

    private async Task<List<(string Email, Answer Answer, string? Note)>> Answers()
    {
        var meeting = (await app.Meeting(await app.DemoMeeting))!;
        var people = await app.Ask(db => db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Email!, Ct));
        return [.. meeting.Seats.Values.Select(s => (people[s.PersonId], s.Answer, s.AnswerNote))];
    }

    private Task<List<TrayEntry>> Tray() => app.Ask(db => db.Tray.AsNoTracking().OrderBy(e => e.At).ToListAsync(Ct));

    private static async Task Soon(Func<Task<bool>> happens)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await happens())
            await look.WaitForNextTickAsync(patience.Token);
    }
}
