using System.Text.Json;
using MeetingHub.Web.Busy;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace MeetingHub.Web.Tests.Graph;

public sealed class GraphScheduleTests : IAsyncDisposable
{
    private static readonly Interval March = new(Utc("2027-03-01T00:00"), Utc("2027-04-01T00:00"));
    private readonly Office office = new();

    private IBusySource Source =>
        office.Services.GetServices<IBusySource>().Single(s => s.Kind == BusySourceKind.Microsoft365);

    public async ValueTask DisposeAsync()
    {
        Assert.True(office.Graph.Complaints.Count == 0, string.Join("; ", office.Graph.Complaints));
        await office.DisposeAsync();
    }

    [Fact]
    public async Task Busy_away_and_tentative_count_and_free_or_elsewhere_does_not()
    {
        Answers(
            Item("busy", "2027-03-02T08:00:00.0000000", "2027-03-02T09:00:00.0000000"),
            Item("tentative", "2027-03-02T09:00:00.0000000", "2027-03-02T10:00:00.0000000"),
            Item("oof", "2027-03-03T00:00:00.0000000", "2027-03-04T00:00:00.0000000"),
            Item("free", "2027-03-05T08:00:00.0000000", "2027-03-05T09:00:00.0000000"),
            Item("workingElsewhere", "2027-03-06T08:00:00.0000000", "2027-03-06T09:00:00.0000000")
        );

        var known = Assert.IsType<BusyAnswer.Known>(await Read(March));

        Assert.Equal(
            [
                new Interval(Utc("2027-03-02T08:00"), Utc("2027-03-02T10:00")),
                new Interval(Utc("2027-03-03T00:00"), Utc("2027-03-04T00:00")),
            ],
            known.Times
        );
        Assert.Equal(office.Clock.GetCurrentInstant(), known.AsOf);
    }

    [Fact]
    public async Task A_status_that_nobody_knows_keeps_its_time_taken()
    {
        Answers(Item("quantum", "2027-03-02T08:00:00", "2027-03-02T09:00:00"));

        Assert.Single(Assert.IsType<BusyAnswer.Known>(await Read(March)).Times);
    }

    [Fact]
    public async Task Times_in_a_zone_of_Windows_are_understood()
    {
        Answers(Item("busy", "2027-03-02T10:00:00", "2027-03-02T11:00:00", "FLE Standard Time"));

        var known = Assert.IsType<BusyAnswer.Known>(await Read(March));

        Assert.Equal([new Interval(Utc("2027-03-02T08:00"), Utc("2027-03-02T09:00"))], known.Times);
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_makes_the_whole_unknown()
    {
        Answers(
            Item("busy", "2027-03-02T08:00:00", "2027-03-02T09:00:00"),
            Item("busy", "tomorrow", "2027-03-02T09:00:00")
        );

        Assert.Equal(new BusyAnswer.Unknown(BusyFault.NotACalendar), await Read(March));
    }

    [Fact]
    public async Task A_mailbox_that_shows_no_items_is_read_from_its_view()
    {
        var view = new string('0', 32) + "2210" + new string('4', 31 * 96 - 36);
        office.Graph.Mailboxes.Schedule = _ => new
        {
            scheduleId = "x",
            availabilityView = view,
            scheduleItems = Array.Empty<object>(),
        };

        var known = Assert.IsType<BusyAnswer.Known>(await Read(March));

        Assert.Equal([new Interval(Utc("2027-03-01T08:00"), Utc("2027-03-01T08:45"))], known.Times);
    }

    [Fact]
    public async Task A_view_that_breaks_off_is_not_free_afterwards()
    {
        office.Graph.Mailboxes.Schedule = _ => new { scheduleId = "x", availabilityView = "0000" };

        Assert.Equal(new BusyAnswer.Unknown(BusyFault.NotACalendar), await Read(March));
    }

    [Fact]
    public async Task A_mailbox_that_Graph_cannot_read_is_unknown_and_not_free()
    {
        office.Graph.Mailboxes.Schedule = _ => new
        {
            scheduleId = "x",
            error = new { message = "no", responseCode = "ErrorMailRecipientNotFound" },
        };

        Assert.Equal(new BusyAnswer.Unknown(BusyFault.Refused), await Read(March));
    }

    [Fact]
    public async Task A_long_window_is_asked_for_in_parts_that_join()
    {
        var year = new Interval(Utc("2027-01-01T00:00"), Utc("2028-01-01T00:00"));
        office.Graph.Mailboxes.Schedule = asked => new
        {
            scheduleId = "x",
            scheduleItems = new[] { Item("busy", Start(asked, "StartTime"), Start(asked, "EndTime")) },
        };

        var known = Assert.IsType<BusyAnswer.Known>(await Read(year));

        Assert.Equal([year], known.Times);
        Assert.Equal(7, office.Graph.Asked.Count);
    }

    [Fact]
    public async Task Half_an_answer_is_none()
    {
        Answers();
        office.Graph.Mailboxes.Schedule = _ => new { scheduleId = "x", availabilityView = new string('0', 60 * 96) };
        office.Graph.Next((http, well) => FakeGraph.Write(http, well()), Misbehaving.Status(503, "ServiceUnavailable"));

        var answer = await Read(new Interval(March.Start, March.Start + Duration.FromDays(100)));

        Assert.Equal(new BusyAnswer.Unknown(BusyFault.NotReachable), answer);
    }

    [Fact]
    public async Task Silence_throttling_pages_of_a_proxy_and_refusals_are_unknown()
    {
        office.Graph.Next(
            Misbehaving.Silence,
            Misbehaving.Throttling(600),
            Misbehaving.Body(200, "text/html", "<html>"),
            Misbehaving.Status(403, "ErrorAccessDenied"),
            Misbehaving.Reset
        );

        Assert.Equal(new BusyAnswer.Unknown(BusyFault.TooSlow), await Read(March));
        Assert.Equal(new BusyAnswer.Unknown(BusyFault.NotReachable), await Read(March));
        Assert.Equal(new BusyAnswer.Unknown(BusyFault.NotACalendar), await Read(March));
        Assert.Equal(new BusyAnswer.Unknown(BusyFault.Refused), await Read(March));
        Assert.Equal(new BusyAnswer.Unknown(BusyFault.NotReachable), await Read(March));
    }

    [Theory]
    [InlineData("")]
    [InlineData("me")]
    [InlineData("a@b.example/../../groups")]
    public async Task What_is_no_mailbox_is_never_asked_about(string address)
    {
        Assert.Equal(new BusyAnswer.Unknown(BusyFault.AddressNotAllowed), await Read(March, address));
        Assert.Empty(office.Graph.Asked);
    }

    private Task<BusyAnswer> Read(Interval window, string mailbox = App.Head) =>
        Source.Read(
            new BusySourceRow
            {
                PersonId = Guid.NewGuid(),
                Kind = BusySourceKind.Microsoft365,
                Address = mailbox,
                AddedAt = office.Clock.GetCurrentInstant(),
            },
            window,
            TestContext.Current.CancellationToken
        );

    private void Answers(params object[] items) =>
        office.Graph.Mailboxes.Schedule = _ => new { scheduleId = "x", scheduleItems = items };

    private static object Item(string status, string start, string end, string zone = "UTC") =>
        new
        {
            status,
            start = new { dateTime = start, timeZone = zone },
            end = new { dateTime = end, timeZone = zone },
        };

    private static string Start(JsonElement asked, string name) =>
        asked.GetProperty(name).GetProperty("dateTime").GetString()!;

    private static Instant Utc(string text) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value.InUtc().ToInstant();
}
