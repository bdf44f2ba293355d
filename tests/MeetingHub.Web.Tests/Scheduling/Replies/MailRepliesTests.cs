using System.Text;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail.Inbox;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Scheduling.Tray;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling.Replies;

public sealed class MailRepliesTests : IAsyncLifetime
{
    private const string Councillor = "conseil@chennevieres.example";
    private readonly App app = new();
    private readonly Instant now = SystemClock.Instance.GetCurrentInstant();
    private int letters;
    private Meeting meeting = null!;

    private IInboundLetters Replies => app.Services.GetRequiredService<IInboundLetters>();

    private MeetingLog Log => app.Services.GetRequiredService<MeetingLog>();

    public async ValueTask InitializeAsync() => meeting = (await app.Meeting(await app.DemoMeeting))!;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task R1_a_reply_is_matched_by_its_UID_and_needs_no_organizer()
    {
        var letter = Letter(Said.By(meeting, Councillor, "ACCEPTED", now) with { Comment = "avec joie" });
        var text = Encoding.UTF8.GetString(letter.Calendars[0]);
        var bare = text.Replace("ORGANIZER:mailto:meetings@meetinghub.example\r\n", "", StringComparison.Ordinal);

        Assert.True(await Replies.Handle(letter with { Calendars = [Encoding.UTF8.GetBytes(bare)] }, Ct));

        var seat = await Seat(Councillor);
        Assert.Equal((Answer.Accepted, "avec joie"), (seat.Answer, seat.AnswerNote));
        Assert.Empty(await Tray());
    }

    [Fact]
    public async Task R1_a_reply_to_an_event_that_is_not_ours_is_put_before_the_senders_own_secretary()
    {
        var said = Said.By(meeting, Councillor, "ACCEPTED", now) with { Meeting = Guid.NewGuid() };

        Assert.True(await Replies.Handle(Letter(said), Ct));

        var entry = Assert.Single(await Tray());
        Assert.Equal((TrayKind.UnmatchedLetter, meeting.PartnerId), (entry.Kind, entry.CommunityId));
    }

    [Fact]
    public async Task R2_a_reply_to_an_instance_does_not_answer_a_meeting_that_has_none()
    {
        var letter = Letter(Said.By(meeting, Councillor, "ACCEPTED", now));
        var text = Encoding.UTF8.GetString(letter.Calendars[0]);
        var instance = text.Replace(
            "SEQUENCE:",
            "RECURRENCE-ID:20270105T130000Z\r\nSEQUENCE:",
            StringComparison.Ordinal
        );

        await Replies.Handle(letter with { Calendars = [Encoding.UTF8.GetBytes(instance)] }, Ct);

        Assert.Equal(Answer.NeedsAction, (await Seat(Councillor)).Answer);
    }

    [Fact]
    public async Task R3_a_reply_to_an_earlier_time_is_noted_and_not_counted()
    {
        var early = Said.By(meeting, Councillor, "ACCEPTED", now);
        await Move();

        await Replies.Handle(Letter(early), Ct);

        Assert.Equal(Answer.NeedsAction, (await Seat(Councillor)).Answer);
        var entry = Assert.Single(await Tray());
        Assert.Equal((TrayKind.StaleReply, meeting.PartnerId), (entry.Kind, entry.CommunityId));
        Assert.Equal(["Claude Témoin", "answer.accepted"], entry.Args);
    }

    [Fact]
    public async Task R3_a_reply_sent_before_somebody_else_was_uninvited_counts()
    {
        var early = Said.By(meeting, Councillor, "ACCEPTED", now);
        var host = meeting.Seats.Values.First(s => s is { Side: Side.Host, Role: SeatRole.Head });
        var caller = new Caller((await app.PersonOf(App.Secretary)).Id, null, Side.Host, true);
        await app.Services.GetRequiredService<Secretariat>().Uninvite(meeting.Id, caller, Guid.NewGuid(), host.Id);

        await Replies.Handle(Letter(early), Ct);

        Assert.Equal(Answer.Accepted, (await Seat(Councillor)).Answer);
        Assert.Empty(await Tray());
    }

    [Fact]
    public async Task R3_of_two_letters_the_one_written_last_counts_though_it_comes_first()
    {
        await Replies.Handle(Letter(Said.By(meeting, Councillor, "DECLINED", now)), Ct);
        await Replies.Handle(Letter(Said.By(meeting, Councillor, "ACCEPTED", now - Duration.FromMinutes(5))), Ct);

        Assert.Equal(Answer.Declined, (await Seat(Councillor)).Answer);
    }

    [Theory]
    [InlineData("nobody@elsewhere.example", "nobody@elsewhere.example")]
    [InlineData("forwarded@elsewhere.example", Councillor)]
    public async Task R4_R5_nobody_but_the_invited_person_answers_and_from_their_own_address(
        string from,
        string attendee
    )
    {
        await Replies.Handle(Letter(Said.By(meeting, attendee, "ACCEPTED", now)) with { From = [from] }, Ct);

        Assert.All((await Now()).Seats.Values, s => Assert.Equal(Answer.NeedsAction, s.Answer));
        Assert.Equal(meeting.Seats.Count, (await Now()).Seats.Count);
        var tray = await Tray();
        Assert.All(tray, e => Assert.Equal(TrayKind.StrangersReply, e.Kind));
        Assert.All(tray, e => Assert.Equal([from, attendee, "answer.accepted"], e.Args));
        // Nobody knows on whose side a stranger is: both secretariats look.
        Assert.Equal(attendee == Councillor ? 1 : 2, tray.Count);
    }

    [Fact]
    public async Task R5_what_a_reply_repeats_of_others_is_not_theirs()
    {
        var letter = Letter(Said.By(meeting, Councillor, "ACCEPTED", now));
        var text = Encoding.UTF8.GetString(letter.Calendars[0]);
        var repeated = text.Replace(
            "ATTENDEE",
            $"ATTENDEE;PARTSTAT=DECLINED:mailto:{App.PartnerHead}\r\nATTENDEE",
            StringComparison.Ordinal
        );

        await Replies.Handle(letter with { Calendars = [Encoding.UTF8.GetBytes(repeated)] }, Ct);

        Assert.Equal(Answer.Accepted, (await Seat(Councillor)).Answer);
        Assert.Equal(Answer.NeedsAction, (await Seat(App.PartnerHead)).Answer);
        Assert.Empty(await Tray());
    }

    [Fact]
    public async Task R5_two_senders_are_nobody_and_neither_is_one_that_the_mail_server_does_not_believe()
    {
        var letter = Letter(Said.By(meeting, Councillor, "DECLINED", now));
        await Replies.Handle(letter with { From = [Councillor, "mallory@elsewhere.example"] }, Ct);
        await Replies.Handle(
            Letter(Said.By(meeting, Councillor, "DECLINED", now)) with
            {
                Sender = SenderProof.Failed,
            },
            Ct
        );

        Assert.Equal(Answer.NeedsAction, (await Seat(Councillor)).Answer);
        Assert.Equal(2, (await Tray()).Count(e => e.Kind == TrayKind.StrangersReply));
    }

    [Fact]
    public async Task R5_somebody_who_was_uninvited_answers_no_more()
    {
        var seat = await Seat(Councillor);
        var caller = new Caller((await app.PersonOf(App.PartnerSecretary)).Id, null, Side.Partner, true);
        await app.Services.GetRequiredService<Secretariat>().Uninvite(meeting.Id, caller, Guid.NewGuid(), seat.Id);

        await Replies.Handle(Letter(Said.By(await Now(), Councillor, "ACCEPTED", now)), Ct);

        Assert.Equal(Answer.NeedsAction, (await Seat(Councillor)).Answer);
        Assert.Contains(await Tray(), e => e.Kind == TrayKind.StrangersReply);
    }

    [Fact]
    public async Task R6_a_counter_is_a_wish_that_both_secretariats_see_and_moves_nothing()
    {
        var instead = meeting.Plan.Start + Duration.FromDays(1);
        var letter = Letter(
            Said.By(meeting, Councillor, "TENTATIVE", now) with
            {
                Instead = instead,
                Comment = "conseil ce soir-là",
            }
        );
        await Replies.Handle(letter, Ct);
        await Replies.Handle(letter, Ct);

        var after = await Now();
        Assert.Equal(meeting.Plan, after.Plan);
        var proposed = (await Seat(Councillor)).Proposed!;
        Assert.Equal((instead, "Europe/Paris", "conseil ce soir-là"), (proposed.Start, proposed.Zone, proposed.Note));
        var tray = await Tray();
        Assert.Equal(2, tray.Count);
        Assert.Equal(
            new HashSet<Guid> { meeting.HostId, meeting.PartnerId },
            tray.Select(e => e.CommunityId).ToHashSet()
        );
        Assert.All(tray, e => Assert.Equal((TrayKind.TimeProposed, meeting.Id), (e.Kind, e.MeetingId)));
    }

    [Fact]
    public async Task R7_the_same_letter_and_the_same_answer_again_have_no_effect()
    {
        var letter = Letter(Said.By(meeting, Councillor, "ACCEPTED", now));
        await Replies.Handle(letter, Ct);
        await Replies.Handle(letter, Ct);
        await Replies.Handle(Letter(Said.By(meeting, Councillor, "ACCEPTED", now)), Ct);

        Assert.Single((await Log.Read(meeting.Id)).Select(r => r.Fact).OfType<InvitationAnswered>());
    }

    [Fact]
    public async Task A_letter_read_again_does_not_undo_what_was_said_since()
    {
        var letter = Letter(Said.By(meeting, Councillor, "ACCEPTED", now));
        await Replies.Handle(letter, Ct);
        var seat = await Seat(Councillor);
        var caller = new Caller(seat.PersonId, seat.Id, seat.Side, false);
        await Log.Do(
            meeting.Id,
            new Command(seat.PersonId, (m, at) => Attending.Reply(m, caller, Answer.Declined, null, at))
        );

        await Replies.Handle(letter, Ct);

        Assert.Equal(Answer.Declined, (await Seat(Councillor)).Answer);
    }

    [Fact]
    public async Task An_answer_in_words_to_one_of_our_letters_is_put_before_the_secretary_with_its_meeting()
    {
        var seat = await Seat(Councillor);
        var invitation = await app.Ask(db => db.Outbox.FirstAsync(m => m.SeatId == seat.Id));
        var letter = new InboundLetter(
            "words@hall.example",
            ["assistant@elsewhere.example"],
            "Re: Invitation",
            now,
            [],
            "Yes I'm coming" + new string('!', 1000),
            SenderProof.Unknown,
            [Guid.NewGuid(), invitation.Id]
        );
        Assert.True(await Replies.Handle(letter, Ct));
        Assert.True(await Replies.Handle(letter, Ct));

        var entry = Assert.Single(await Tray());
        Assert.Equal(
            (TrayKind.UnmatchedLetter, meeting.Id, meeting.PartnerId),
            (entry.Kind, entry.MeetingId, entry.CommunityId)
        );
        Assert.Equal(500, entry.Args[2].Length);
        Assert.StartsWith("Yes I'm coming", entry.Args[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strangers_letter_about_something_else_is_not_ours()
    {
        var letter = Letter(null) with { From = ["news@elsewhere.example"] };

        Assert.False(await Replies.Handle(letter, Ct));
        Assert.Empty(await Tray());
    }

    [Fact]
    public async Task A_flood_of_strangers_does_not_bury_the_tray()
    {
        for (var i = 0; i < 130; i++)
            await Replies.Handle(
                Letter(Said.By(meeting, Councillor, "ACCEPTED", now)) with
                {
                    From = [$"flood{i}@elsewhere.example"],
                },
                Ct
            );

        Assert.Equal(100, (await Tray()).Count);
    }

    [Fact]
    public async Task A_letter_that_came_back_counts_as_failed_and_is_told_once()
    {
        var seat = await Seat(Councillor);
        var invitation = await app.Ask(db => db.Outbox.FirstAsync(m => m.SeatId == seat.Id));
        var bounce = new UndeliveredLetter(invitation.Id, Councillor, "550 5.1.1 No such user here");

        Assert.True(await Replies.Handle(bounce, Ct));
        Assert.True(await Replies.Handle(bounce, Ct));
        Assert.False(await Replies.Handle(bounce with { LetterId = Guid.NewGuid() }, Ct));

        var entry = Assert.Single(await Tray());
        Assert.Equal((TrayKind.LetterUndelivered, meeting.Id), (entry.Kind, entry.MeetingId));
        var letter = await app.Ask(db => db.Outbox.AsNoTracking().FirstAsync(m => m.Id == invitation.Id));
        Assert.True(letter.HasFailed);
        Assert.Equal(bounce.Why, letter.LastError);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private InboundLetter Letter(Said? said) =>
        new(
            $"{++letters}@test.example",
            [said?.Attendee ?? ""],
            "Accepted",
            now,
            said is null ? [] : [Encoding.UTF8.GetBytes(Clients.Calendar(said))],
            null,
            SenderProof.Unknown,
            []
        );

    private async Task Move()
    {
        var plan = meeting.Plan with
        {
            Local = meeting.Plan.Local.PlusHours(1),
            Start = meeting.Plan.Start + Duration.FromHours(1),
        };
        var caller = new Caller((await app.PersonOf(App.Secretary)).Id, null, Side.Host, true);
        var moved = await app
            .Services.GetRequiredService<Secretariat>()
            .Revise(meeting.Id, caller, Guid.NewGuid(), meeting.PlanRevision, plan);
        Assert.Null(moved.Refusal);
    }

    private async Task<Meeting> Now() => (await app.Meeting(meeting.Id))!;

    private async Task<Seat> Seat(string email) => (await Now()).SeatOf((await app.PersonOf(email)).Id)!;

    private Task<List<TrayEntry>> Tray() => app.Ask(db => db.Tray.AsNoTracking().OrderBy(e => e.At).ToListAsync());
}
