using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Scheduling.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

public sealed class SeriesChangesTests : SeriesStage
{
    [Fact]
    public async Task Ending_a_series_cancels_what_is_ahead_and_tells_everyone_once()
    {
        var (desk, id) = await Plan();
        var page = await desk.Read($"/series/{id}");
        var ended = await desk.Send(page, "form:has(textarea[name=Reason])", ("Reason", "бюджет"));

        Assert.Contains("бюджет", ended.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(MeetingStatus.Cancelled, (await Meeting(id, 5)).Status);
        Assert.Equal(
            4,
            await app.Ask(db => db.Outbox.CountAsync(m => m.SubjectId == id && m.Kind == LetterKind.SeriesCancellation))
        );
        var letter = await Letter(id, App.PartnerHead, LetterKind.SeriesCancellation);
        Assert.Contains("METHOD:CANCEL", letter.Calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", letter.Calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newcomer_is_asked_to_every_meeting_by_one_letter()
    {
        var (desk, id) = await Plan();
        var page = await desk.Read($"/series/{id}");
        await desk.Send(
            page,
            "form:has([name='Newcomer.Name'])",
            ("Newcomer.Name", "Андре Новий"),
            ("Newcomer.Email", "andre@chennevieres.example"),
            ("Newcomer.Side", "Partner")
        );

        var andre = await app.PersonOf("andre@chennevieres.example");
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Meeting(id, i))),
            m => Assert.Equal(Side.Partner, m.SeatOf(andre.Id)!.Side)
        );
        Assert.Equal(
            LetterKind.SeriesInvitation,
            (await app.Ask(db => db.Outbox.SingleAsync(m => m.PersonId == andre.Id && m.Reminder == null))).Kind
        );
    }

    [Fact]
    public async Task Who_is_asked_no_longer_loses_the_seats_ahead_the_link_and_the_entries_in_the_calendar()
    {
        var (desk, id) = await Plan();
        var (caller, log) = (await Caller(), app.Services.GetRequiredService<MeetingLog>());
        var link = new Uri((await Letter(id, App.Head)).Link).AbsolutePath;
        var first = await Meeting(id, 0);
        await log.Do(first.Id, new Command(caller.PersonId, (m, _) => Attending.Open(m, caller)));
        await log.Do(first.Id, new Command(caller.PersonId, (m, _) => Attending.Close(m, caller)));
        var head = await app.PersonOf(App.Head);

        await desk.Send(await desk.Read($"/series/{id}"), $"input[name=_handler][value='remove-{head.Id:N}']");

        Assert.False((await Meeting(id, 0)).SeatOf(head.Id)!.IsRemoved);
        Assert.True((await Meeting(id, 1)).SeatOf(head.Id)!.IsRemoved);
        var guest = new Desk(app);
        await guest.Read(link);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, guest.Status);
        var letter = await Letter(id, App.Head, LetterKind.SeriesCancellation);
        Assert.Single(Ical.Net.Calendar.Load(letter.Calendar)!.Events.Single().GetOccurrences().Take(5));
        Assert.Null(
            (
                await app.Ask(db =>
                    db.Outbox.FirstOrDefaultAsync(m => m.PersonId != head.Id && m.Kind == LetterKind.SeriesCancellation)
                )
            )
        );
    }

    [Fact]
    public async Task The_other_sides_representative_cannot_be_put_out_of_a_series()
    {
        var (_, id) = await Plan();
        var maire = await app.PersonOf(App.PartnerHead);
        var greffe = new Caller((await app.PersonOf(App.PartnerSecretary)).Id, null, Side.Partner, true);
        foreach (var i in Enumerable.Range(0, 6))
        {
            var meeting = await Meeting(id, i);
            await Secretariat.NameRepresentative(meeting.Id, greffe, meeting.SeatOf(maire.Id)!.Id);
        }

        Assert.Equal(Refusal.NotAllowed, await Series.Remove(id, await Caller(), maire.Id));
        Assert.False((await Meeting(id, 5)).SeatOf(maire.Id)!.IsRemoved);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_series_ended_after_some_meetings_is_shortened_and_those_stay_in_calendars(int held)
    {
        var (_, id) = await Plan();
        var (caller, log) = (await Caller(), app.Services.GetRequiredService<MeetingLog>());
        for (var i = 0; i < held; i++)
        {
            var meeting = await Meeting(id, i);
            await log.Do(meeting.Id, new Command(caller.PersonId, (m, _) => Attending.Open(m, caller)));
            await log.Do(meeting.Id, new Command(caller.PersonId, (m, _) => Attending.Close(m, caller)));
        }

        Assert.Null(await Series.CancelRest(id, caller, null));

        var letter = await Letter(id, App.PartnerHead, LetterKind.SeriesCancellation);
        Assert.Contains("METHOD:REQUEST", letter.Calendar, StringComparison.Ordinal);
        var master = Ical.Net.Calendar.Load(letter.Calendar)!.Events.Single();
        Assert.Equal(held, master.GetOccurrences().Take(10).Count());
        Assert.Equal(1, master.Sequence);
    }

    [Fact]
    public async Task Asking_somebody_twice_sends_one_letter()
    {
        var (_, id) = await Plan();
        var late = await app.PersonOf("conseil@chennevieres.example");
        Invitee[] guest = [new(Guid.CreateVersion7(), late.Id, Side.Partner, SeatRole.Participant, false, "fr", false)];

        Assert.Null(await Series.Invite(id, await Caller(), guest));
        Assert.Null(await Series.Invite(id, await Caller(), guest));

        Assert.Equal(1, await app.Ask(db => db.Outbox.CountAsync(m => m.SubjectId == id && m.PersonId == late.Id)));
    }

    [Fact]
    public async Task Who_may_not_be_put_out_of_the_last_meeting_keeps_the_seats_at_all()
    {
        var (_, id) = await Plan();
        var maire = await app.PersonOf(App.PartnerHead);
        var greffe = new Caller((await app.PersonOf(App.PartnerSecretary)).Id, null, Side.Partner, true);
        var last = await Meeting(id, 5);
        await Secretariat.NameRepresentative(last.Id, greffe, last.SeatOf(maire.Id)!.Id);

        Assert.Equal(Refusal.NotAllowed, await Series.Remove(id, await Caller(), maire.Id));

        Assert.False((await Meeting(id, 0)).SeatOf(maire.Id)!.IsRemoved);
        Assert.False(await app.Ask(db => db.Outbox.AnyAsync(m => m.Kind == LetterKind.SeriesCancellation)));
    }

    [Fact]
    public async Task A_series_ended_by_both_secretaries_at_once_is_told_once()
    {
        var (_, id) = await Plan();
        var greffe = new Caller((await app.PersonOf(App.PartnerSecretary)).Id, null, Side.Partner, true);

        await Task.WhenAll(Series.CancelRest(id, await Caller(), null), Series.CancelRest(id, greffe, null));

        var letters = await app.Ask(db =>
            db.Outbox.Where(m => m.Kind == LetterKind.SeriesCancellation).Select(m => m.PersonId).ToListAsync()
        );
        Assert.Equal(letters.Distinct().Count(), letters.Count);
        Assert.NotEmpty(letters);
    }
}
