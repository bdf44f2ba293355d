using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail.Inbox;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Scheduling.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

public sealed class SeriesTests : SeriesStage
{
    [Fact]
    public async Task A_monthly_group_is_planned_with_one_letter_each_and_a_meeting_for_each_month()
    {
        var (_, id) = await Plan();

        var places = await app.Ask(db =>
            db.SeriesMeetings.Where(m => m.SeriesId == id).OrderBy(m => m.Original).ToListAsync()
        );
        Assert.Equal(6, places.Count);
        Assert.Equal(new LocalDateTime(2027, 1, 12, 15, 0), places[0].Original);
        Assert.Equal(new LocalDateTime(2027, 6, 8, 15, 0), places[5].Original);
        Assert.All(
            await Task.WhenAll(places.Select(p => app.Meeting(p.MeetingId))),
            m => Assert.Equal(id, m!.Series!.SeriesId)
        );
        var letters = await app.Ask(db => db.Outbox.Where(m => m.SubjectId == id).ToListAsync());
        Assert.Equal(4, letters.Count);
        Assert.All(letters, l => Assert.Equal(LetterKind.SeriesInvitation, l.Kind));
        var meetings = places.Select(p => (Guid?)p.MeetingId).ToList();
        Assert.False(
            await app.Ask(db =>
                db.Outbox.AnyAsync(m => meetings.Contains(m.MeetingId) && m.Kind != LetterKind.Reminder)
            )
        );
    }

    [Fact]
    public async Task The_letter_carries_a_rule_in_the_anchor_zone_that_reads_back_right()
    {
        var (_, id) = await Plan();
        var calendar = Ical.Net.Calendar.Load((await Letter(id, App.PartnerHead)).Calendar)!;

        var master = calendar.Events.Single();
        Assert.Equal($"{id:N}@meetinghub", master.Uid);
        Assert.Equal("Europe/Kyiv", master.DtStart!.TzId);
        Assert.Equal(
            [
                "2027-01-12 15:00",
                "2027-02-09 15:00",
                "2027-03-09 15:00",
                "2027-04-13 15:00",
                "2027-05-11 15:00",
                "2027-06-08 15:00",
            ],
            master.GetOccurrences().Take(10).Select(o => o.Period.StartTime.Value.ToString("yyyy-MM-dd HH:mm", null))
        );
        Assert.Single(calendar.TimeZones);
    }

    [Fact]
    public async Task One_meeting_moved_is_told_as_an_exception_of_the_series()
    {
        var (_, id) = await Plan();
        var second = await Meeting(id, 1);
        var plan = second.Plan with
        {
            Local = second.Plan.Local.PlusHours(2),
            Start = second.Plan.Start + Duration.FromHours(2),
        };
        await Secretariat.Revise(second.Id, await Caller(), Guid.NewGuid(), second.PlanRevision, plan);

        var moved = Ical.Net.Calendar.Load((await Letter(second.Id, App.PartnerHead)).Calendar)!.Events.Single();
        Assert.Equal($"{id:N}@meetinghub", moved.Uid);
        Assert.Equal(
            "2027-02-09 15:00",
            moved.RecurrenceIdentifier!.StartTime.Value.ToString("yyyy-MM-dd HH:mm", null)
        );
        Assert.Equal("2027-02-09 17:00", moved.DtStart!.Value.ToString("yyyy-MM-dd HH:mm", null));
        Assert.Equal(1, moved.Sequence);
    }

    [Fact]
    public async Task One_meeting_cancelled_leaves_the_others_and_a_later_guest_never_sees_it()
    {
        var (_, id) = await Plan();
        var third = await Meeting(id, 2);
        await Secretariat.Cancel(third.Id, await Caller(), Guid.NewGuid(), "свято");

        var cancel = await Letter(third.Id, App.PartnerHead);
        Assert.Contains("METHOD:CANCEL", cancel.Calendar, StringComparison.Ordinal);
        Assert.Contains("RECURRENCE-ID;TZID=Europe/Kyiv:20270309T150000", cancel.Calendar, StringComparison.Ordinal);
        var late = await app.PersonOf("conseil@chennevieres.example");
        Invitee[] guest = [new(Guid.CreateVersion7(), late.Id, Side.Partner, SeatRole.Participant, false, "fr", false)];
        Assert.Null(await Series.Invite(id, await Caller(), guest));

        var invitation = await Letter(id, "conseil@chennevieres.example");
        Assert.Contains("EXDATE;TZID=Europe/Kyiv:20270309T150000", invitation.Calendar, StringComparison.Ordinal);
        Assert.NotNull((await Meeting(id, 3)).SeatOf(late.Id));
    }

    [Fact]
    public async Task A_series_that_a_crash_left_unfinished_is_finished_later_without_a_second_of_anything()
    {
        var (_, id) = await Plan();
        // As a crash after the second meeting would leave it: planned, some meetings without a log, no letters.
        var lost = (await Meeting(id, 3)).Id;
        await app.Ask(async db =>
        {
            await db.Events.Where(e => e.MeetingId == lost).ExecuteDeleteAsync();
            await db.Meetings.Where(m => m.Id == lost).ExecuteDeleteAsync();
            await db.JoinLinks.Where(l => l.MeetingId == lost).ExecuteDeleteAsync();
            await db.Outbox.Where(m => m.SubjectId == id).ExecuteDeleteAsync();
            return await db.Series.ExecuteUpdateAsync(s => s.SetProperty(r => r.Status, SeriesStatus.Planned));
        });
        await using var other = new Restarted(app);
        var keeper = other
            .Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>()
            .OfType<SeriesKeeper>()
            .Single();

        await keeper.FinishAll(CancellationToken.None);
        await keeper.FinishAll(CancellationToken.None);

        Assert.Equal(4, await app.Ask(db => db.Outbox.CountAsync(m => m.SubjectId == id)));
        Assert.Equal(7, await app.Ask(db => db.Meetings.CountAsync()));
        Assert.Equal(
            1,
            await app.Ask(db => db.Events.CountAsync(e => e.MeetingId == lost && e.Type == "meeting_scheduled"))
        );
    }

    [Fact]
    public async Task A_guest_answers_all_meetings_by_one_link_and_enters_the_next()
    {
        var (_, id) = await Plan();
        var letter = await Letter(id, App.PartnerHead);
        var guest = new Desk(app, "fr");
        var page = await guest.Read(new Uri(letter.Link).AbsolutePath);
        Assert.Equal(6, page.QuerySelectorAll(".cards .card").Length);

        await guest.Send(page, "form:has(button)", ("Choice", "Accepted"));

        var maire = await app.PersonOf(App.PartnerHead);
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Meeting(id, i))),
            m => Assert.Equal(Answer.Accepted, m.SeatOf(maire.Id)!.Answer)
        );
        var again = await guest.Read(guest.At);
        await guest.Send(again, ".cards form", ("Choice", "enter"));
        Assert.StartsWith($"/m/{(await Meeting(id, 0)).Id}", guest.At, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RECURRENCE-ID;TZID=Europe/Kyiv:20270413T150000")]
    [InlineData("RECURRENCE-ID:20270413T120000Z")]
    [InlineData("RECURRENCE-ID;TZID=\"FLE Standard Time\":20270413T150000")]
    public async Task A_reply_by_mail_to_one_meeting_answers_that_one_in_whatever_zone_it_is_written(string instance)
    {
        var (_, id) = await Plan();
        var maire = await app.PersonOf(App.PartnerHead);

        Assert.True(await Reply(id, instance));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Meeting(id, i)));
        Assert.Equal([3], Enumerable.Range(0, 6).Where(i => answers[i].SeatOf(maire.Id)!.Answer == Answer.Declined));
    }

    [Fact]
    public async Task A_reply_by_mail_to_the_series_answers_all_that_are_ahead()
    {
        var (_, id) = await Plan();
        var maire = await app.PersonOf(App.PartnerHead);

        Assert.True(await Reply(id, null));

        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Meeting(id, i))),
            m => Assert.Equal(Answer.Declined, m.SeatOf(maire.Id)!.Answer)
        );
    }

    [Fact]
    public async Task A_forged_series_link_and_a_strangers_account_find_nothing()
    {
        var (_, id) = await Plan();
        var guest = new Desk(app);
        await guest.Read("/s/" + new string('a', 43));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, guest.Status);

        var community = Guid.NewGuid();
        await app.Ask(async db =>
        {
            db.Communities.Add(
                new()
                {
                    Id = community,
                    Name = Domain.Languages.LocalText.Of(("en", "Other")),
                    Country = "PL",
                    Zone = "Europe/Warsaw",
                    Language = "en",
                }
            );
            var interpreter = await db.People.FirstAsync(p => p.Email == App.Interpreter);
            interpreter.CommunityId = community;
            interpreter.HasAccount = true;
            return await db.SaveChangesAsync();
        });
        var stranger = await Desk.Of(app, App.Head);
        await app.Ask(async db =>
        {
            (await db.People.FirstAsync(p => p.Email == App.Head)).CommunityId = community;
            await db.SeriesPeople.ExecuteDeleteAsync();
            return await db.SaveChangesAsync();
        });
        await stranger.Read($"/series/{id}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task Impossible_rhythms_are_refused_and_nothing_is_written()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read("/meetings/new");
        var refused = await desk.Send(page, "form[data-once]", Typed(("Times", "1")));

        Assert.NotNull(refused.QuerySelector("[role=alert]"));
        Assert.False(await app.Ask(db => db.Series.AnyAsync()));
        Assert.Equal("Група", refused.QuerySelector("[name='Form.TitleUk']")!.GetAttribute("value"));
    }

    private async Task<bool> Reply(Guid series, string? instance)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//A client//EN",
            "METHOD:REPLY",
            "BEGIN:VEVENT",
            $"UID:{series:N}@meetinghub",
            "SEQUENCE:0",
            $"DTSTAMP:{SystemClock.Instance.GetCurrentInstant():uuuuMMdd'T'HHmmss'Z'}",
            "DTSTART;TZID=Europe/Kyiv:20270413T150000",
            .. instance is null ? [] : (string[])[instance],
            $"ATTENDEE;PARTSTAT=DECLINED:mailto:{App.PartnerHead}",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        var letter = new InboundLetter(
            $"{Guid.NewGuid()}@client.example",
            [App.PartnerHead],
            "Declined",
            SystemClock.Instance.GetCurrentInstant(),
            [System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", lines))],
            null,
            SenderProof.Unknown,
            []
        );
        return await app.Services.GetRequiredService<IInboundLetters>().Handle(letter, CancellationToken.None);
    }
}
