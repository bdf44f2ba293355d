using System.Text;
using MeetingHub.Web.Busy;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Busy;

public sealed class CalDavFreeBusyTests(App app) : IClassFixture<App>
{
    private const string FreeBusy = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//test//EN
        BEGIN:VFREEBUSY
        DTSTAMP:20261020T090000Z
        DTSTART:20261020T000000Z
        DTEND:20261202T000000Z
        FREEBUSY;FBTYPE=BUSY:20261021T090000Z/20261021T100000Z,20261022T090000Z/PT2H
        FREEBUSY;FBTYPE=FREE:20261023T090000Z/PT2H
        END:VFREEBUSY
        END:VCALENDAR
        """;

    [Fact]
    public async Task A_weekly_series_keeps_its_local_hour_over_the_end_of_summer_time()
    {
        await using var server = await Radicale.Start();
        await server.Put(
            "weekly",
            Ics.Calendar(
                Ics.Event(";TZID=Europe/Kyiv:20261013T100000", ";TZID=Europe/Kyiv:20261013T110000", "RRULE:FREQ=WEEKLY")
            )
        );
        await server.Put("once", Ics.Calendar(Ics.Event("20261021T090000Z", "20261021T100000Z")));
        await server.Put("free", Ics.Calendar(Ics.Event("20261022T090000Z", "20261022T100000Z", "TRANSP:TRANSPARENT")));
        await server.Put("later", Ics.Calendar(Ics.Event("20270122T090000Z", "20270122T100000Z")));
        using var desk = new Desk(app, $"127.0.0.1:{server.Port}");

        var known = Assert.IsType<BusyAnswer.Known>(
            await Read(desk, server.Calendar, Radicale.User, Radicale.Password)
        );

        Assert.Equal(
            [Hour(2026, 10, 21, 9), Hour(2026, 10, 27, 8), Hour(2026, 11, 3, 8), Hour(2026, 11, 10, 8)],
            known.Times
        );
    }

    [Fact]
    public async Task An_empty_calendar_is_free_and_a_folder_of_calendars_is_unknown()
    {
        await using var server = await Radicale.Start();
        using var desk = new Desk(app, $"127.0.0.1:{server.Port}");

        var empty = await Read(desk, server.Calendar, Radicale.User, Radicale.Password);
        var folder = await Read(desk, server.Home, Radicale.User, Radicale.Password);

        Assert.Empty(Assert.IsType<BusyAnswer.Known>(empty).Times);
        Assert.Equal(BusyFault.NotACalendar, WhyOf(folder));
    }

    [Fact]
    public async Task A_wrong_password_or_address_is_refused()
    {
        await using var server = await Radicale.Start();
        using var desk = new Desk(app, $"127.0.0.1:{server.Port}");

        Assert.Equal(BusyFault.Refused, WhyOf(await Read(desk, server.Calendar, Radicale.User, "wrong")));
        Assert.Equal(
            BusyFault.Refused,
            WhyOf(await Read(desk, $"{server.Home}nowhere/", Radicale.User, Radicale.Password))
        );
    }

    [Fact]
    public async Task A_server_that_knows_the_question_is_asked_for_busy_times_alone()
    {
        var said = "";
        await using var server = await FakeServer.Start(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            said = $"{http.Request.Method} {http.Request.Headers["Depth"]} {await reader.ReadToEndAsync()}";
            http.Response.ContentType = "text/calendar; charset=utf-8";
            await http.Response.WriteAsync(FreeBusy.ReplaceLineEndings("\r\n"));
        });
        using var desk = new Desk(app, trusted: server);

        var known = Assert.IsType<BusyAnswer.Known>(await Read(desk, server.Address));

        Assert.Equal([Hour(2026, 10, 21, 9), new Interval(Utc(2026, 10, 22, 9), Utc(2026, 10, 22, 11))], known.Times);
        Assert.StartsWith("REPORT 1 ", said, StringComparison.Ordinal);
        Assert.Contains("free-busy-query", said, StringComparison.Ordinal);
        Assert.Contains("start=\"20261020T090000Z\"", said, StringComparison.Ordinal);
        Assert.Equal(1, server.Asked);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task A_server_that_does_not_know_it_is_asked_for_the_events(int status)
    {
        await using var server = await FakeServer.Start(Dialogue(status, Response(Ics.OneHour)));
        using var desk = new Desk(app, trusted: server);

        var known = Assert.IsType<BusyAnswer.Known>(await Read(desk, server.Address));

        Assert.Equal(Hour(2026, 10, 21, 9), Assert.Single(known.Times));
    }

    [Theory]
    [InlineData(
        "<!DOCTYPE x [<!ENTITY a \"b\">]><multistatus xmlns=\"DAV:\">&a;</multistatus>",
        BusyFault.NotACalendar
    )]
    [InlineData("<multistatus xmlns=\"DAV:\"><response>", BusyFault.NotACalendar)]
    [InlineData("<html/>", BusyFault.NotACalendar)]
    [InlineData("", BusyFault.NotACalendar)]
    [InlineData(
        "<multistatus xmlns=\"DAV:\"><response><status>HTTP/1.1 507 Insufficient Storage</status></response></multistatus>",
        BusyFault.NotACalendar
    )]
    public async Task An_answer_that_is_broken_or_cut_short_makes_nobody_free(string answer, BusyFault fault)
    {
        await using var server = await FakeServer.Start(Dialogue(501, answer));
        using var desk = new Desk(app, trusted: server);

        Assert.Equal(fault, WhyOf(await Read(desk, server.Address)));
    }

    [Fact]
    public async Task One_broken_event_makes_the_whole_calendar_unknown()
    {
        await using var server = await FakeServer.Start(
            Dialogue(501, Response(Ics.OneHour, "<html>gone</html>".Replace("<", "&lt;", StringComparison.Ordinal)))
        );
        using var desk = new Desk(app, trusted: server);

        Assert.Equal(BusyFault.NotACalendar, WhyOf(await Read(desk, server.Address)));
    }

    [Fact]
    public async Task The_same_calendar_is_not_asked_twice_in_a_minute()
    {
        await using var server = await FakeServer.Start(http =>
        {
            http.Response.ContentType = "text/calendar";
            return http.Response.WriteAsync(FreeBusy.ReplaceLineEndings("\r\n"));
        });
        using var desk = new Desk(app, trusted: server);
        await Read(desk, server.Address);

        var shared = await Read(desk, server.Address);
        var thief = await Read(desk, server.Address, password: "guessed");
        var further = await desk.CalDav.Read(Row(desk, server.Address), Desk.Weeks(20), CancellationToken.None);

        Assert.Equal(2, Assert.IsType<BusyAnswer.Known>(shared).Times.Count);
        Assert.Equal(2, server.Asked); // the other password is another question
        Assert.IsType<BusyAnswer.Known>(thief);
        Assert.Equal(BusyFault.AskedTooOften, WhyOf(further));
    }

    private static RequestDelegate Dialogue(int toFreeBusy, string toQuery) =>
        async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var asked = await reader.ReadToEndAsync();
            http.Response.StatusCode = asked.Contains("free-busy-query", StringComparison.Ordinal) ? toFreeBusy : 207;
            http.Response.ContentType = "application/xml";
            if (http.Request.Method == "PROPFIND")
                await http.Response.WriteAsync(
                    """<d:multistatus xmlns:d="DAV:"><d:response><d:propstat><d:prop><d:resourcetype><d:collection/><c:calendar xmlns:c="urn:ietf:params:xml:ns:caldav"/></d:resourcetype></d:prop></d:propstat></d:response></d:multistatus>"""
                );
            else if (http.Response.StatusCode == 207)
                await http.Response.WriteAsync(toQuery);
        };

    private static string Response(params string[] calendars) =>
        new StringBuilder("""<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">""")
            .AppendJoin(
                "",
                calendars.Select(c =>
                    $"<d:response><d:href>/x</d:href><d:propstat><d:prop><c:calendar-data>{c}</c:calendar-data></d:prop></d:propstat></d:response>"
                )
            )
            .Append("</d:multistatus>")
            .ToString();

    private static BusySourceRow Row(Desk desk, string address, string user = "o", string password = "p") =>
        desk.Row(address, BusySourceKind.CalDav, user, password);

    private static Task<BusyAnswer> Read(Desk desk, string address, string user = "o", string password = "p") =>
        desk.CalDav.Read(
            Row(desk, address, user, password),
            new Interval(Desk.Now, Utc(2026, 11, 12, 0)),
            CancellationToken.None
        );

    private static BusyFault WhyOf(BusyAnswer answer) => Assert.IsType<BusyAnswer.Unknown>(answer).Why;

    private static Interval Hour(int year, int month, int day, int hour) =>
        new(Utc(year, month, day, hour), Utc(year, month, day, hour + 1));

    private static Instant Utc(int year, int month, int day, int hour) => Instant.FromUtc(year, month, day, hour, 0);
}
