using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Live;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Shared.Security;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Live;

public sealed class DoorTests : IDisposable
{
    private readonly Hall hall = new();

    public void Dispose() => hall.Dispose();

    [Fact]
    public async Task A_forged_link_leads_nowhere()
    {
        var meeting = await hall.DemoMeeting();

        await using var visitor = await hall.Enter(meeting, Secret.Draw());

        Assert.False(visitor.Joined.Ok);
        Assert.Equal("not_found", visitor.Joined.Refusal!.Code);
        Assert.Null(visitor.Joined.State);
    }

    [Fact]
    public async Task An_expired_link_says_so_and_shows_nothing()
    {
        var meeting = await hall.DemoMeeting();
        var secret = await hall.ExpiredLinkFor(meeting, Hall.Someone(meeting, Side.Partner, SeatRole.Participant));

        await using var visitor = await hall.Enter(meeting, secret);

        Assert.Equal("link_expired", visitor.Joined.Refusal!.Code);
        Assert.Null(visitor.Joined.State);
    }

    [Fact]
    public async Task A_link_of_one_meeting_does_not_open_another()
    {
        var meeting = await hall.DemoMeeting();
        var secret = await hall.LinkFor(meeting, Hall.Someone(meeting, Side.Partner, SeatRole.Participant));

        await using var visitor = await Visitor.Connect(hall.Address, Guid.NewGuid(), secret);

        Assert.Equal("not_found", visitor.Joined.Refusal!.Code);
    }

    [Fact]
    public async Task A_revoked_link_shows_its_holder_out_at_once()
    {
        var meeting = await hall.DemoMeeting();
        var seat = Hall.Someone(meeting, Side.Partner, SeatRole.Participant);
        var secret = await hall.LinkFor(meeting, seat);
        await using var visitor = await hall.Enter(meeting, secret);
        Assert.True(visitor.Joined.Ok);

        await hall
            .Services.GetRequiredService<Secretariat>()
            .RevokeLinks(meeting.Id, Hall.Secretary(meeting, Side.Partner), seat.Id);

        Assert.Equal("link_revoked", await visitor.ShownOut);
        Assert.Equal("link_revoked", (await visitor.Ask("Ask", "fr", "Encore là ?")).Refusal!.Code);
        await using var again = await hall.Enter(meeting, secret);
        Assert.Equal("link_revoked", again.Joined.Refusal!.Code);
    }

    [Theory]
    [InlineData("TakeSlides")]
    [InlineData("ShowSlide", 1, "timeline", 0)]
    [InlineData("ReleaseSlides", 1)]
    [InlineData("Open")]
    [InlineData("Pause", "air_raid_alert")]
    [InlineData("Resume")]
    [InlineData("Close")]
    public async Task A_guest_cannot_run_the_room(string method, params object[] rest)
    {
        var meeting = await hall.DemoMeeting();
        var secret = await hall.LinkFor(meeting, Hall.Someone(meeting, Side.Partner, SeatRole.Participant));
        await using var guest = await hall.Enter(meeting, secret);
        var before = (await hall.Log.Read(meeting.Id)).Count(f => f.By is not null);

        var receipt = await guest.Ask(method, rest);

        Assert.Equal("not_allowed", receipt.Refusal!.Code);
        Assert.NotEqual(receipt.Refusal.Code, receipt.Refusal.Text);
        Assert.Equal(before, (await hall.Log.Read(meeting.Id)).Count(f => f.By is not null));
    }

    [Fact]
    public async Task A_guest_cannot_agree_admit_or_remove()
    {
        var meeting = await hall.DemoMeeting();
        var secret = await hall.LinkFor(meeting, Hall.Someone(meeting, Side.Partner, SeatRole.Participant));
        await using var guest = await hall.Enter(meeting, secret);
        var wording = new Wording(
            Domain.Languages.LocalText.Of(("uk", "Список"), ("fr", "Liste")),
            Side.Partner,
            Domain.Languages.LocalText.Empty,
            null,
            false
        );

        Receipt[] receipts =
        [
            await guest.Ask("ProposeItem", wording),
            await guest.Ask("ConfirmItem", Guid.NewGuid(), "0"),
            await guest.Ask("Admit", new[] { guest.Joined.You!.SeatId }),
            await guest.Ask("Remove", Hall.Someone(meeting, Side.Host, SeatRole.Head).Id),
            await guest.Ask("HandOver", 1, guest.Joined.You.SeatId),
        ];

        Assert.All(receipts, r => Assert.Contains(r.Refusal!.Code, new[] { "not_allowed", "not_representative" }));
        Assert.Empty(await guest.Connection.InvokeAsync<PersonHere[]>("People"));
    }

    [Fact]
    public async Task A_late_command_of_an_old_lease_is_refused()
    {
        var meeting = await hall.DemoMeeting();
        await using var head = await hall.Enter(
            meeting,
            await hall.LinkFor(meeting, Hall.Someone(meeting, Side.Host, SeatRole.Head))
        );
        var secretary = Hall.Someone(meeting, Side.Host, SeatRole.Secretary);
        await using var other = await hall.Enter(meeting, await hall.LinkFor(meeting, secretary));
        Assert.True((await head.Ask("TakeSlides")).Ok);
        var fence = (await hall.DemoMeeting()).Fence;

        Assert.Equal("slides_held_by_another", (await other.Ask("TakeSlides")).Refusal!.Code);
        Assert.True((await head.Ask("HandOver", fence, secretary.Id)).Ok);

        Assert.Equal("lease_lost", (await head.Ask("ShowSlide", fence, "timeline", 0)).Refusal!.Code);
        Assert.True((await other.Ask("ShowSlide", fence + 1, "timeline", 0)).Ok);
    }

    [Fact]
    public async Task The_same_operation_twice_has_the_effect_of_once_even_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("hall-").FullName;
        var operation = Guid.NewGuid();
        long first;
        string secret;
        using (var before = new Hall(folder, keeps: true))
        {
            var meeting = await before.DemoMeeting();
            secret = await before.LinkFor(meeting, Hall.Someone(meeting, Side.Partner, SeatRole.Participant));
            await using var guest = await before.Enter(meeting, secret);
            var both = await Task.WhenAll(
                guest.Ask(operation, "Ask", "fr", "Une fois ?"),
                guest.Ask(operation, "Ask", "fr", "Une fois ?")
            );
            Assert.All(both, r => Assert.True(r.Ok));
            first = both[0].Seq;
        }

        using var after = new Hall(folder);
        var again = await after.DemoMeeting();
        await using var back = await after.Enter(again, secret);
        var repeated = await back.Ask(operation, "Ask", "fr", "Une fois ?");

        Assert.True(repeated.Ok);
        Assert.Equal(first, repeated.Seq);
        Assert.Single((await after.DemoMeeting()).Questions);
    }

    [Fact]
    public async Task Whoever_missed_facts_gets_them_and_no_others()
    {
        var meeting = await hall.DemoMeeting();
        await using var head = await hall.Enter(
            meeting,
            await hall.LinkFor(meeting, Hall.Someone(meeting, Side.Host, SeatRole.Head))
        );
        await using var guest = await hall.Enter(
            meeting,
            await hall.LinkFor(meeting, Hall.Someone(meeting, Side.Partner, SeatRole.Participant))
        );
        var seen = guest.Joined.Seq;
        await head.Ask("TakeSlides");
        await head.Ask("ShowSlide", (await hall.DemoMeeting()).Fence, "timeline", 0);
        await guest.Hears("slide_shown");

        var missed = await guest.Connection.InvokeAsync<Told[]>("Missed", seen);
        var tail = await guest.Join(guest.Joined.Epoch, seen);
        var other = await guest.Join("another", seen);

        Assert.Equal(Enumerable.Range(1, missed.Length).Select(i => seen + i), missed.Select(m => m.Seq));
        Assert.Contains(missed, m => m.Type == "slide_shown");
        Assert.All(missed.Where(m => m.Type is null), m => Assert.Null(m.Fact));
        Assert.Null(tail.State);
        Assert.NotNull(other.State);
    }

    [Fact]
    public async Task A_deck_that_is_withdrawn_leaves_every_screen_at_once()
    {
        var meeting = await hall.DemoMeeting();
        await using var guest = await hall.Enter(
            meeting,
            await hall.LinkFor(meeting, Hall.Someone(meeting, Side.Partner, SeatRole.Participant))
        );
        var secretary = Hall.Secretary(meeting, Side.Host);

        await hall
            .Services.GetRequiredService<DeckLibrary>()
            .Withdraw(meeting.Deck!.DeckId, meeting.Deck.Version, secretary.PersonId);

        await guest.Hears("deck_withdrawn");
        var late = await guest.Join("another", 0);
        Assert.Contains("\"withdrawn\":true", late.State!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_councillors_question_tells_nobody_their_seat()
    {
        var meeting = await hall.DemoMeeting();
        await using var head = await hall.Enter(
            meeting,
            await hall.LinkFor(meeting, Hall.Someone(meeting, Side.Host, SeatRole.Head))
        );
        await using var guest = await hall.Enter(
            meeting,
            await hall.LinkFor(meeting, Hall.Someone(meeting, Side.Partner, SeatRole.Participant))
        );

        await guest.Ask("Ask", "fr", "<script>alert(1)</script>\u202E Combien ?");

        var told = await head.Hears("question_asked");
        Assert.DoesNotContain(guest.Joined.You!.SeatId.ToString(), told.Fact!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', told.Fact.Text);
    }

    [Fact]
    public async Task A_locked_database_is_told_and_nothing_is_half_written()
    {
        var meeting = await hall.DemoMeeting();
        await using var guest = await hall.Enter(
            meeting,
            await hall.LinkFor(meeting, Hall.Someone(meeting, Side.Partner, SeatRole.Participant))
        );
        using (
            var locked = new Microsoft.Data.Sqlite.SqliteConnection(
                $"Data Source={Path.Combine(hall.Folder, "meetinghub.db")}"
            )
        )
        {
            locked.Open();
            using var begin = locked.CreateCommand();
            begin.CommandText = "BEGIN EXCLUSIVE";
            begin.ExecuteNonQuery();

            var refused = await guest.Ask("Ask", "fr", "Pendant le verrou ?");

            Assert.Equal("storage_failed", refused.Refusal!.Code);
            begin.CommandText = "ROLLBACK"; // the pool would keep the lock with the connection
            begin.ExecuteNonQuery();
        }

        Assert.Empty((await hall.DemoMeeting()).Questions);
        Assert.True((await guest.Ask("Ask", "fr", "Après le verrou ?")).Ok);
    }
}
