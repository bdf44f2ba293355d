using System.Diagnostics;
using System.Text;
using CsCheck;
using MeetingHub.Web.Calendar.Reading;
using NodaTime;
using Xunit;
using static MeetingHub.Web.Tests.Calendar.Reading.Foreign;

namespace MeetingHub.Web.Tests.Calendar.Reading;

/// <summary>
/// Files meant to hurt their reader. Each ends in a second or so with a fault or a right answer, and never in an exception;
/// the deadline is wide because the machine is shared.
/// </summary>
public class HostileCalendarTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);

    private static readonly string Hours = string.Join(',', Enumerable.Range(0, 24));
    private static readonly string Minutes = string.Join(',', Enumerable.Range(0, 60));

    public static TheoryData<string, string> Rules =>
        new()
        {
            { "19900101T000000Z", "FREQ=SECONDLY" },
            { "19900101T000000Z", "FREQ=SECONDLY;COUNT=1000000000" },
            { "19900101T000000Z", "FREQ=SECONDLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=30" },
            { "19900101T000000Z", "FREQ=MINUTELY;COUNT=2147483647" },
            { "19900101T000000Z", "FREQ=MINUTELY;BYSECOND=" + Minutes },
            { "19900101T000000Z", $"FREQ=DAILY;BYHOUR={Hours};BYMINUTE={Minutes};BYSECOND={Minutes}" },
            {
                "19900101T000000Z",
                $"FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR={Hours};BYMINUTE={Minutes};BYSETPOS=-1"
            },
            { "00010101T000000Z", "FREQ=DAILY;COUNT=99999999" },
            { "00010101T000000Z", "FREQ=HOURLY;BYDAY=MO;BYMONTHDAY=1;BYMONTH=1;BYHOUR=3;COUNT=5000" },
            { "20261101T000000Z", "FREQ=SECONDLY;BYSECOND=59;BYMINUTE=59;BYHOUR=23;BYDAY=SU;BYMONTH=1" },
            { "20261101T000000Z", "FREQ=MINUTELY;BYYEARDAY=366;BYDAY=MO" },
        };

    public static TheoryData<string, string> Heavy =>
        new()
        {
            { "19900101T000000Z", $"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMINUTE={Minutes};BYSETPOS=-366" },
            { "19900101T000000Z", $"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA;BYMINUTE={Minutes};BYSETPOS=-366;COUNT=3" },
            { "19900101T000000Z", $"FREQ=MONTHLY;BYHOUR={Hours};BYSETPOS=366;COUNT=3" },
            { "97001231T235959Z", "FREQ=SECONDLY" },
            { "20261101T000000Z", "FREQ=SECONDLY;BYSECOND=0;BYHOUR=25" },
        };

    public static TheoryData<string, string> NeverOrLate =>
        new()
        {
            { "00010101T000000Z", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30" },
            { "16010101T000000Z", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" },
            { "20200101T000000Z", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4" },
            { "20200101T000000Z", "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=9" },
            { "20200101T000000Z", "FREQ=YEARLY;INTERVAL=2147483647" },
            { "20200101T000000Z", "FREQ=SECONDLY;INTERVAL=2147483647" },
            { "20200101T000000Z", "FREQ=WEEKLY;INTERVAL=2000000" },
            { "20200101T000000Z", "FREQ=DAILY;INTERVAL=0" },
            { "20200101T000000Z", "FREQ=DAILY;INTERVAL=-1" },
            { "20200101T000000Z", "FREQ=DAILY;COUNT=0" },
            { "20200101T000000Z", "FREQ=DAILY;UNTIL=00010101" },
            { "20200101T000000Z", "FREQ=YEARLY;BYWEEKNO=99" },
            { "20200101T000000Z", "FREQ=YEARLY;BYMONTH=13" },
            { "20200101T000000Z", "FREQ=;;;=;BYDAY=XX" },
            { "97000101T000000Z", "FREQ=DAILY" },
        };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_without_reason_ends_soon_and_is_not_called_free(string start, string rule)
    {
        var reading = Timed(Ics(Event($"DTSTART:{start}", "DURATION:PT1S", $"RRULE:{rule}")));

        Assert.True(reading.Fault is CalendarFault.TooSlow or CalendarFault.TooManyOccurrences);
    }

    [Theory]
    [MemberData(nameof(NeverOrLate))]
    public void A_rule_that_never_falls_into_the_window_ends_soon_and_is_free(string start, string rule)
    {
        var reading = Timed(Ics(Event($"DTSTART:{start}", "DURATION:PT1H", $"RRULE:{rule}")));

        Assert.Null(reading.Fault);
        Assert.Empty(reading.Busy);
    }

    [Theory]
    [MemberData(nameof(Heavy))]
    public void A_rule_with_more_candidates_than_days_ends_soon(string start, string rule) =>
        Timed(Ics(Event($"DTSTART:{start}", "DURATION:PT1S", $"RRULE:{rule}")));

    [Theory]
    [MemberData(nameof(Rules))]
    [MemberData(nameof(Heavy))]
    [MemberData(nameof(NeverOrLate))]
    public void A_thousand_of_them_cost_no_more_than_one(string start, string rule) =>
        Timed(
            Ics([
                .. Enumerable.Repeat(0, 1000).Select(_ => Event($"DTSTART:{start}", "DURATION:PT1H", $"RRULE:{rule}")),
            ])
        );

    [Fact]
    public void A_rule_of_every_minute_is_one_long_stretch() =>
        Assert.Equal(
            [Span(2026, 11, 5, 0, 24)],
            BusyIn(
                Ics(Event("DTSTART:19700101T000000Z", "DURATION:PT1M", "RRULE:FREQ=MINUTELY")),
                Span(2026, 11, 5, 0, 24)
            )
        );

    [Fact]
    public void Every_zone_with_a_rule_of_its_own_ends_soon() =>
        Timed(
            Ics([
                .. Enumerable
                    .Range(0, 2000)
                    .SelectMany(i =>
                        (string[])
                            [
                                $"BEGIN:VTIMEZONE\nTZID:Z{i}\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0200\n"
                                    + "TZOFFSETTO:+0300\nRRULE:FREQ=DAILY\nEND:STANDARD\nEND:VTIMEZONE",
                                Event($"DTSTART;TZID=Z{i}:20261105T100000", "DURATION:PT1H"),
                            ]
                    ),
            ])
        );

    [Fact]
    public void A_file_of_a_hundred_megabytes_is_refused_unread()
    {
        var calendar = new byte[100 << 20];

        Assert.Equal(CalendarFault.TooLarge, Timed(calendar).Fault);
        Assert.Equal(CalendarFault.TooLarge, ReplyReader.Read(calendar).Fault);
    }

    [Fact]
    public void Too_many_events_are_refused() =>
        Assert.Equal(
            CalendarFault.TooManyEvents,
            Timed(Ics([.. Enumerable.Repeat("BEGIN:VEVENT\nEND:VEVENT", 5001)])).Fault
        );

    public static TheoryData<string, string> Shapes =>
        new()
        {
            { "nested", Repeated("BEGIN:VCALENDAR\n") },
            { "nested alarms", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + Repeated("BEGIN:VALARM\n") },
            { "siblings that never end", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + Repeated("BEGIN:X\nEND:X\n") },
            { "ends of nothing", "BEGIN:VCALENDAR\n" + Repeated("END:VEVENT\n") },
            { "one line of folds", "BEGIN:VCALENDAR\nX:" + Repeated("\n ") },
            { "one line without colon", "BEGIN:VCALENDAR\nX;" + Repeated("A=\"") },
            { "quotes", "BEGIN:VCALENDAR\nX;" + Repeated("A=\"\";") },
            { "brackets", "BEGIN:VCALENDAR\nX;" + Repeated("TZID=(;") },
            { "parameters", "BEGIN:VCALENDAR\nX;" + Repeated("A;") + ":" },
            { "carets", $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID={Repeated("^")}:20261105T100000\n" },
            {
                "commas",
                $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261105T100000\nEXDATE:{Repeated(",")}\nEND:VEVENT\nEND:VCALENDAR"
            },
            {
                "dates",
                $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261105T100000Z\nDURATION:PT1H\nRDATE:{Repeated("20261105T100000Z,")}\nEND:VEVENT\nEND:VCALENDAR"
            },
            {
                "periods",
                $"BEGIN:VCALENDAR\nBEGIN:VFREEBUSY\nFREEBUSY:{Repeated("20261105T100000Z/PT1S,")}\nEND:VFREEBUSY\nEND:VCALENDAR"
            },
            {
                "duration",
                $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261105T100000Z\nDURATION:P{Repeated("9")}W\nEND:VEVENT\nEND:VCALENDAR"
            },
            {
                "rules",
                $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20200101T100000Z\nDURATION:PT1H\n{Repeated("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\n")}END:VEVENT\nEND:VCALENDAR"
            },
            {
                "rule",
                $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20200101T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYMONTHDAY={Repeated("30,")}30\nEND:VEVENT\nEND:VCALENDAR"
            },
            {
                "one uid",
                $"BEGIN:VCALENDAR\n{Repeated("BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20261105T100000Z\nDTSTART:20261105T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT\n")}END:VCALENDAR"
            },
            {
                "attendees",
                $"BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1\n{Repeated("ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\n")}END:VEVENT\nEND:VCALENDAR"
            },
            { "nothing", "" },
            { "a web page", "<!DOCTYPE html>\n<html><body>Sign in: BEGIN:VCALENDAR</body></html>" },
            { "only zeros", Repeated("\0") },
            { "cut off", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261105T100000Z\nDURATION:PT1H\nEND:VEVENT\n" },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_misshapen_file_ends_soon_and_without_an_exception(string what, string ics)
    {
        var reading = Timed(ics);

        output.WriteLine($"{what}: {reading.Fault}, {reading.Busy.Count} stretches");
        Assert.All(
            reading.Busy,
            stretch => Assert.True(stretch.Start >= November.Start && stretch.End <= November.End)
        );
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("a web page")]
    [InlineData("only zeros")]
    [InlineData("cut off")]
    [InlineData("nested")]
    public void What_is_no_whole_calendar_is_never_called_free(string what) =>
        Assert.Equal(
            CalendarFault.NotACalendar,
            Timed(Shapes.Single(shape => shape.Data.Item1 == what).Data.Item2).Fault
        );

    [Fact]
    public void A_large_honest_calendar_is_read_to_its_end()
    {
        var events = Enumerable
            .Range(0, 2400)
            .Select(i =>
                Event(
                    $"DTSTART;TZID=FLE Standard Time:202{i % 6}{(i % 9) + 1:00}{(i % 28) + 1:00}T{i % 24:00}0000",
                    "DURATION:PT15M",
                    i % 6 == 0 ? $"RRULE:FREQ=WEEKLY;INTERVAL={(i % 4) + 1};BYDAY=MO,TH" : "TRANSP:OPAQUE",
                    "ATTENDEE;PARTSTAT=ACCEPTED;CN=Somebody of the council:mailto:somebody@izium.example",
                    $"SUMMARY:{new string('x', 100)}"
                )
            );

        Assert.Null(Timed(Ics([Clients.Outlook.Split("BEGIN:VEVENT")[0].Split("Календар")[1], .. events])).Fault);
    }

    [Fact]
    public void Random_rules_never_throw()
    {
        string[] names =
        [
            "INTERVAL",
            "COUNT",
            "BYSECOND",
            "BYMINUTE",
            "BYHOUR",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYMONTH",
            "BYSETPOS",
        ];
        string[] frequencies = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
        string[] days = ["MO", "-1SU", "5FR", "53MO", "-6TU", "0WE", "SA,SU", "XX"];
        int[] numbers =
        [
            int.MinValue,
            -367,
            -366,
            -53,
            -31,
            -1,
            0,
            1,
            2,
            5,
            12,
            23,
            29,
            30,
            31,
            53,
            59,
            60,
            366,
            367,
            int.MaxValue,
        ];
        var number = Gen.Int[0, numbers.Length - 1]
            .Select(i => numbers[i])
            .Array[1, 4]
            .Select(list => string.Join(',', list));
        var part = Gen.Select(Gen.Int[0, names.Length - 1], number).Select((i, list) => $";{names[i]}={list}");
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 2 * days.Length], part.Array[0, 4], Gen.Int[1, 9700])
            .Sample(
                (frequency, day, parts, year) =>
                {
                    var byDay = day < days.Length ? $";BYDAY={days[day]}" : "";
                    var rule = $"RRULE:FREQ={frequencies[frequency]}{byDay}{string.Concat(parts)}";
                    var began = Stopwatch.GetTimestamp();
                    var read = Reads(Bytes(Ics(Event($"DTSTART:{year:0000}0131T100000", "DURATION:PT1H", rule))));
                    return read && Stopwatch.GetElapsedTime(began) < Deadline;
                },
                iter: 500
            );
    }

    [Fact]
    public void Random_bytes_never_throw() => Gen.Byte.Array[0, 400].Sample(bytes => Reads(bytes), iter: 20_000);

    [Fact]
    public void A_calendar_with_bytes_knocked_out_never_throws()
    {
        var whole = Encoding.UTF8.GetBytes(Clients.Outlook + Clients.Google + Clients.OutlookReply);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte)
            .Array[1, 20]
            .Sample(
                changes =>
                {
                    var bytes = whole.ToArray();
                    foreach (var (at, to) in changes)
                        bytes[at] = to;
                    return Reads(bytes);
                },
                iter: 2_000
            );
    }

    [Fact]
    public void Lines_in_any_order_never_throw()
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "END:VCALENDAR",
            "BEGIN:VEVENT",
            "END:VEVENT",
            "BEGIN:VTIMEZONE",
            "END:VTIMEZONE",
            "BEGIN:STANDARD",
            "END:STANDARD",
            "TZID:Q",
            "TZOFFSETTO:+9959",
            "TZOFFSETTO:-1800",
            "TZOFFSETFROM:+1800",
            "METHOD:REPLY",
            "METHOD:COUNTER",
            "UID:1",
            "DTSTART;TZID=Q:20261105T100000",
            "DTSTART:97001231T235960Z",
            "DTSTART;VALUE=DATE:00010101",
            "DTSTART:20261105",
            "DURATION:P99999999999W",
            "DTEND:00010101T000000Z",
            "DTEND:97001231",
            "RRULE:FREQ=YEARLY;COUNT=9",
            "RRULE:FREQ=WEEKLY;UNTIL=1",
            "RRULE:FREQ=DAILY",
            "EXDATE:00010101T000000Z",
            "RDATE:97000101/P99999W",
            "RECURRENCE-ID;TZID=Q:00010101T000000",
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example",
            "ATTENDEE;EMAIL=%:mailto:%FF%00@xn--0",
            "COMMENT:\\",
            "X-WR-TIMEZONE:Q",
            "FREEBUSY:97001231T235959Z/P9999999W",
            "BEGIN:VFREEBUSY",
            "END:VFREEBUSY",
        ];
        Gen.Int[0, lines.Length - 1]
            .Select(i => lines[i])
            .Array[1, 40]
            .Sample(chosen => Reads(Bytes(Ics(chosen))), iter: 2_000);
    }

    private static bool Reads(byte[] bytes)
    {
        var reading = BusyReader.Read(bytes, November, Kyiv);
        _ = ReplyReader.Read(bytes);
        return reading.Busy.All(b => b.Start >= November.Start && b.End <= November.End);
    }

    private static string Repeated(string text) => string.Concat(Enumerable.Repeat(text, 1_000_000 / text.Length));

    private BusyReading Timed(string ics) => Timed(Encoding.UTF8.GetBytes(ics));

    private BusyReading Timed(byte[] calendar)
    {
        var began = Stopwatch.GetTimestamp();
        var reading = BusyReader.Read(calendar, November, Kyiv);
        _ = ReplyReader.Read(calendar);
        var took = Stopwatch.GetElapsedTime(began);
        output.WriteLine($"TOOK {took.TotalMilliseconds:0} ms {reading.Fault}");
        Assert.True(took < Deadline, $"{took}");
        return reading;
    }
}
