using System.Net;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling.Reminders;

public sealed class RemindersTests
{
    private static readonly Duration Day = Duration.FromDays(1);
    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public async Task A_week_a_day_and_an_hour_before_each_is_reminded_once()
    {
        await using var planned = await Planned.Make();

        await planned.SendAt(Planned.Start - 7 * Day - Hour);
        Assert.DoesNotContain(planned.Post.Letters, IsOurs);
        foreach (var before in new[] { 7 * Day, Day, Hour })
        {
            planned.Post.Clear();
            await planned.SendAt(Planned.Start - before);
            await planned.Send();
            Assert.Equal(
                [planned.Guest.Email, planned.Maire.Email],
                planned.Post.Letters.Where(IsOurs).Select(l => l.ToAddress).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task A_reminder_tells_the_time_at_both_sides_and_where_the_reader_is()
    {
        await using var planned = await Planned.Make();
        await planned.SendAt(Planned.Start - Day);
        var letter = To(planned, planned.Guest);

        Assert.Equal("Dans 24 h : Rencontre", letter.Subject.Replace('\u00A0', ' '));
        foreach (var time in new[] { "14:00", "15:00", "08:00", "Accueil" })
            Assert.Contains(time, letter.Text, StringComparison.Ordinal);
        Assert.Null(letter.Calendar);
        Assert.Contains("Rencontre", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_gets_a_link_that_opens_and_a_person_with_an_account_the_meetings_page()
    {
        await using var planned = await Planned.Make();
        var links = await planned.App.Ask(db => db.JoinLinks.CountAsync(l => l.MeetingId == planned.Id));
        await planned.SendAt(Planned.Start - Hour);

        var secret = To(planned, planned.Guest).Text.Split("/i/")[1][..32];
        var ticket = await planned.App.Services.GetRequiredService<Door>().ByLink(secret);
        Assert.Equal(planned.Guest.Id, ticket!.PersonId);
        Assert.Contains($"/meetings/{planned.Id}", To(planned, planned.Maire).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/i/", To(planned, planned.Maire).Text, StringComparison.Ordinal);
        Assert.Equal(2, links);
        Assert.All(await planned.Reminders(), m => Assert.True(m.SentAt is null || m.Secret is null));
    }

    [Fact]
    public async Task A_link_that_was_revoked_is_not_handed_out_again()
    {
        await using var planned = await Planned.Make();
        var seat = (await planned.Meeting()).SeatOf(planned.Guest.Id)!;
        await planned.Secretariat.RevokeLinks(planned.Id, planned.Secretary, seat.Id);
        await planned.SendAt(Planned.Start - Hour);
        Assert.DoesNotContain("/i/", To(planned, planned.Guest).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moved_meeting_is_reminded_of_at_its_new_time_alone()
    {
        await using var planned = await Planned.Make();
        var moved = Planned.Start + 2 * Day;
        await planned.Revise(p => Planned.At(p, moved));
        await planned.Send();
        planned.Post.Clear();

        Assert.All(await planned.Reminders(), m => Assert.Equal(moved, m.ReminderOf));
        Assert.Equal(6, (await planned.Reminders()).Count);
        await planned.SendAt(Planned.Start - Hour);
        Assert.DoesNotContain(planned.Post.Letters, IsOurs);
        await planned.SendAt(moved - Hour);
        Assert.Equal(2, planned.Post.Letters.Count(IsOurs));
    }

    [Fact]
    public async Task A_meeting_moved_there_and_back_is_reminded_of_once()
    {
        await using var planned = await Planned.Make();
        await planned.SendAt(Planned.Start - 7 * Day);
        await planned.Revise(p => Planned.At(p, Planned.Start + Day));
        await planned.Revise(p => Planned.At(p, Planned.Start));
        planned.Post.Clear();
        await planned.Send();

        Assert.DoesNotContain(planned.Post.Letters, l => l.Subject.StartsWith("Dans", StringComparison.Ordinal));
        Assert.Equal(2, (await planned.Reminders()).Count(m => m.Reminder == ReminderKind.Week));
    }

    [Fact]
    public async Task A_cancelled_meeting_has_no_reminders()
    {
        await using var planned = await Planned.Make();
        await planned.Secretariat.Cancel(planned.Id, planned.Secretary, Guid.CreateVersion7(), null);
        Assert.Empty(await planned.Reminders());
    }

    [Fact]
    public async Task Who_is_asked_no_longer_is_not_reminded_and_who_is_asked_late_only_of_what_is_ahead()
    {
        await using var planned = await Planned.Make();
        planned.Clock.Reset(Planned.Start - 2 * Day);
        var seat = (await planned.Meeting()).SeatOf(planned.Guest.Id)!;
        await planned.Secretariat.Uninvite(planned.Id, planned.Secretary, Guid.CreateVersion7(), seat.Id);
        Assert.All(await planned.Reminders(), m => Assert.Equal(planned.Maire.Id, m.PersonId));

        Invitee[] again = [new(seat.Id, planned.Guest.Id, Side.Partner, SeatRole.Participant, false, "fr", false)];
        await planned.Secretariat.Invite(planned.Id, planned.Secretary, Guid.CreateVersion7(), again);
        Assert.Equal(
            [ReminderKind.Day, ReminderKind.Hour],
            (await planned.Reminders()).Where(m => m.PersonId == planned.Guest.Id).Select(m => m.Reminder!.Value)
        );
    }

    [Fact]
    public async Task Who_declined_or_switched_them_off_is_left_alone()
    {
        await using var planned = await Planned.Make();
        var guest = (await planned.Meeting()).SeatOf(planned.Guest.Id)!;
        var caller = new Caller(guest.PersonId, guest.Id, guest.Side, false);
        await planned
            .App.Services.GetRequiredService<MeetingLog>()
            .Do(planned.Id, new Command(null, (m, now) => Attending.Reply(m, caller, Answer.Declined, null, now)));
        await planned.App.Ask(db =>
            db.People.Where(p => p.Id == planned.Maire.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.RemindDay, false))
        );
        await planned.SendAt(Planned.Start - Day);
        Assert.DoesNotContain(planned.Post.Letters, IsOurs);
    }

    [Fact]
    public async Task After_an_outage_nobody_is_reminded_of_what_has_begun()
    {
        await using var planned = await Planned.Make();
        await planned.SendAt(Planned.Start + Duration.FromMinutes(1));
        Assert.DoesNotContain(planned.Post.Letters, IsOurs);
    }

    [Fact]
    public async Task A_late_reminder_says_how_long_it_is_still()
    {
        await using var planned = await Planned.Make();
        await planned.SendAt(Planned.Start - Duration.FromMinutes(20));
        Assert.StartsWith("Dans 20", To(planned, planned.Maire).Subject, StringComparison.Ordinal);
        Assert.Equal(2, planned.Post.Letters.Count(IsOurs));
    }

    [Fact]
    public async Task Who_has_no_account_ends_reminders_by_the_link_in_the_letter()
    {
        await using var planned = await Planned.Make();
        await planned.SendAt(Planned.Start - 7 * Day);
        var letter = To(planned, planned.Guest);
        var desk = new Desk(planned.App);
        var page = await desk.Read(letter.Text[(letter.Text.LastIndexOf("http", StringComparison.Ordinal))..].Trim());
        Assert.Equal(3, page.QuerySelectorAll("input[checked]").Length);
        Assert.True(await Wants(planned, ReminderKind.Day));

        await desk.Send(page, "form[action], main form", ("Remind.Day", null));
        Assert.False(await Wants(planned, ReminderKind.Day));
        Assert.True(await Wants(planned, ReminderKind.Hour));
    }

    [Fact]
    public async Task One_press_in_the_mail_program_ends_them_and_looking_does_not()
    {
        await using var planned = await Planned.Make();
        await planned.SendAt(Planned.Start - 7 * Day);
        var end = To(planned, planned.Guest).Unsubscribe!;
        using var client = planned.App.CreateClient();

        await client.GetAsync(end);
        Assert.True(await Wants(planned, ReminderKind.Hour));
        using var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var answer = await client.PostAsync(end, body);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.False(await Wants(planned, ReminderKind.Hour));
    }

    [Fact]
    public async Task Nobody_can_guess_the_address_of_anothers_reminders()
    {
        await using var planned = await Planned.Make();
        var desk = new Desk(planned.App);
        await desk.Read($"/reminders/{planned.Guest.Id}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        using var client = planned.App.CreateClient();
        using var answer = await client.PostAsync(
            $"/reminders/{Convert.ToBase64String(planned.Guest.Id.ToByteArray()).TrimEnd('=').Replace('/', '_').Replace('+', '-')}/end",
            null
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_meetings_page_counts_reminders_in_one_line()
    {
        await using var planned = await Planned.Make();
        await planned.SendAt(Planned.Start - 7 * Day);
        var desk = await Desk.Of(planned.App, App.Secretary);
        var page = await desk.Read($"/meetings/{planned.Id}");
        Assert.Equal(2, page.QuerySelectorAll("td p").Count(p => p.TextContent == "Reminders: 1 of 3 sent"));
    }

    [Fact]
    public async Task Somebody_with_an_account_chooses_on_their_profile()
    {
        await using var planned = await Planned.Make();
        var desk = await Desk.Of(planned.App, App.PartnerHead);
        await desk.Send(await desk.Read("/profile"), "input[name='Remind.Week']", ("Remind.Week", null));
        var maire = await planned.App.PersonOf(App.PartnerHead);
        Assert.Equal((false, true, true), (maire.RemindWeek, maire.RemindDay, maire.RemindHour));
    }

    private static Task<bool> Wants(Planned planned, ReminderKind kind) =>
        planned.App.Ask(async db => (await db.People.FirstAsync(p => p.Id == planned.Guest.Id)).Wants(kind));

    private static MeetingHub.Web.Mail.Letter To(Planned planned, Person person) =>
        planned.Post.Letters.Single(l => l.ToAddress == person.Email && IsOurs(l));

    // The demo's own meeting has reminders too.
    private static bool IsOurs(MeetingHub.Web.Mail.Letter letter) =>
        letter.Subject.EndsWith("Rencontre", StringComparison.Ordinal) && letter.Unsubscribe is not null;
}
