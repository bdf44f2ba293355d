using MeetingHub.Web.Calendar;
using MeetingHub.Web.Tests.Calendar.Readers;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar;

public class VTimeZoneTests
{
    private static readonly Instant From = Instant.FromUtc(2025, 6, 1, 0, 0);
    private static readonly Instant To = Instant.FromUtc(2029, 12, 31, 0, 0);

    [Theory]
    [InlineData(1999)]
    [InlineData(2010)]
    [InlineData(2016)]
    [InlineData(2021)]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2034)]
    public void Every_zone_of_the_database_shows_the_same_clock_as_NodaTime(int year)
    {
        var from = Instant.FromUtc(year, 6, 1, 0, 0);
        var to = Instant.FromUtc(year + 4, 12, 31, 0, 0);
        var zones = DateTimeZoneProviders.Tzdb.GetAllZones().ToList();
        Assert.True(zones.Count > 500);
        foreach (var zone in zones)
        {
            var read = new VTimeZoneReading(Written(zone, from, to), zone.Id, lastYear: year + 5);
            Assert.True(read.First <= from, zone.Id);
            foreach (var instant in Moments(zone, from, to))
                Assert.True(read.At(instant) == zone.GetUtcOffset(instant), $"{zone.Id} at {instant}");
        }
    }

    [Theory]
    [InlineData("ical.js")]
    [InlineData("icalendar and dateutil")]
    public async Task Readers_that_are_not_ours_show_the_clock_of_every_zone_hour_by_hour_around_each_change(
        string reader
    )
    {
        var (from, to) = (Instant.FromUtc(2026, 11, 23, 0, 0), Instant.FromUtc(2029, 11, 23, 0, 0));
        var zones = DateTimeZoneProviders.Tzdb.GetAllZones().ToList();
        Assert.Equal(DateTimeZoneProviders.Tzdb.Ids.Count, zones.Count);
        var moments = zones.Select(zone => Hourly(zone, from, to)).ToList();

        var read = await Reader
            .All.Single(r => r.Name == reader)
            .Read([
                .. zones.Zip(
                    moments,
                    (zone, at) =>
                        new Asked(
                            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{Written(zone, from, to)}END:VCALENDAR\r\n",
                            new() { [zone.Id] = [.. at.Select(i => Moment(zone, i))] }
                        )
                ),
            ]);

        foreach (var ((zone, at), calendar) in zones.Zip(moments).Zip(read))
        {
            // By its local time a moment in a doubled hour cannot be asked for.
            var wrong = at.Zip(calendar.Offsets[zone.Id])
                .Where(r => reader != "ical.js" || zone.MapLocal(r.First.InZone(zone).LocalDateTime).Count == 1)
                .Where(r => zone.GetUtcOffset(r.First).Seconds != r.Second)
                .Select(r => $"{r.First}: {r.Second / 3600.0}")
                .ToList();
            Assert.True(wrong.Count == 0, $"{zone.Id}: {string.Join(", ", wrong)}\n{Written(zone, from, to)}");
        }
    }

    [Theory]
    [InlineData("Europe/Kyiv", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")]
    [InlineData("Europe/Paris", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")]
    [InlineData("America/New_York", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU")]
    public void A_regular_zone_is_two_yearly_rules(string id, string spring, string autumn)
    {
        var lines = IcsLines.Unfolded(Written(DateTimeZoneProviders.Tzdb[id], From, To)).ToList();

        Assert.Equal(spring, RuleAfter(lines, "BEGIN:DAYLIGHT"));
        Assert.Equal(autumn, RuleAfter(lines, "BEGIN:STANDARD"));
        Assert.Equal(2, lines.Count(line => line.StartsWith("RRULE:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Kyiv_is_written_as_people_who_check_by_hand_expect_it() =>
        Assert.Equal(
            """
            BEGIN:VTIMEZONE
            TZID:Europe/Kyiv
            BEGIN:DAYLIGHT
            DTSTART:20250330T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0300
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            TZNAME:EEST
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:20251026T040000
            TZOFFSETFROM:+0300
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            TZNAME:EET
            END:STANDARD
            END:VTIMEZONE

            """.ReplaceLineEndings("\r\n"),
            Written(DateTimeZoneProviders.Tzdb["Europe/Kyiv"], From, To)
        );

    [Fact]
    public void A_zone_without_summer_time_has_one_standard_part()
    {
        var ics = Written(DateTimeZoneProviders.Tzdb["Asia/Tokyo"], From, To);

        Assert.Equal(1, new VTimeZoneReading(ics, "Asia/Tokyo", 2030).Observances);
        Assert.Contains("BEGIN:STANDARD", ics, StringComparison.Ordinal);
    }

    [Fact]
    public void Summer_in_Dublin_is_daylight_time_as_clients_expect()
    {
        var lines = IcsLines.Unfolded(Written(DateTimeZoneProviders.Tzdb["Europe/Dublin"], From, To)).ToList();

        Assert.Equal(
            "TZOFFSETTO:+0100",
            lines.Skip(lines.IndexOf("BEGIN:DAYLIGHT")).First(l => l.StartsWith("TZOFFSETTO", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void No_yearly_rule_is_claimed_when_the_law_changes_inside_the_window()
    {
        // Jordan stopped changing its clock in 2022, after years of changing it in spring and autumn.
        var jordan = DateTimeZoneProviders.Tzdb["Asia/Amman"];
        var ics = Written(jordan, Instant.FromUtc(2019, 1, 1, 0, 0), Instant.FromUtc(2024, 6, 1, 0, 0));
        var read = new VTimeZoneReading(ics, "Asia/Amman", 2024);

        Assert.DoesNotContain("RRULE", ics, StringComparison.Ordinal);
        Assert.Equal(Offset.FromHours(3), read.At(Instant.FromUtc(2024, 1, 15, 0, 0)));
        Assert.Equal(Offset.FromHours(2), read.At(Instant.FromUtc(2020, 1, 15, 0, 0)));
    }

    [Fact]
    public void History_is_left_out()
    {
        var read = new VTimeZoneReading(
            Written(DateTimeZoneProviders.Tzdb["Europe/Kyiv"], From, To),
            "Europe/Kyiv",
            2030
        );

        Assert.InRange(read.First, From - Duration.FromDays(366), From);
    }

    private static string Written(DateTimeZone zone, Instant from, Instant to)
    {
        var ics = new IcsWriter();
        VTimeZone.Write(ics, zone.Id, zone, from, to);
        return ics.ToString();
    }

    private static IEnumerable<Instant> Moments(DateTimeZone zone, Instant from, Instant to)
    {
        for (var instant = from; instant < to; instant += Duration.FromHours(61))
            yield return instant;

        foreach (var interval in zone.GetZoneIntervals(from, to).Where(i => i.HasStart && i.Start > from))
        {
            yield return interval.Start - Duration.FromSeconds(1);
            yield return interval.Start;
        }
    }

    private static Moment Moment(DateTimeZone zone, Instant at) =>
        new(at.ToUnixTimeSeconds(), LocalDateTimePattern.GeneralIso.Format(at.InZone(zone).LocalDateTime));

    // Every hour of a day and a half on both sides of each change, the seconds around it, and every tenth day.
    private static Instant[] Hourly(DateTimeZone zone, Instant from, Instant to)
    {
        var changes = zone.GetZoneIntervals(from, to).Where(i => i.HasStart && i.Start > from).Select(i => i.Start);
        return
        [
            .. changes
                .SelectMany(change =>
                    Enumerable
                        .Range(-36, 73)
                        .Select(hour => change + Duration.FromHours(hour))
                        .Append(change - Duration.FromSeconds(1))
                )
                .Concat(Enumerable.Range(0, 110).Select(i => from + Duration.FromDays(10 * i)))
                .Where(at => at >= from && at < to),
        ];
    }

    private static string RuleAfter(List<string> lines, string begin) =>
        lines.Skip(lines.IndexOf(begin)).First(line => line.StartsWith("RRULE:", StringComparison.Ordinal))[
            "RRULE:".Length..
        ];
}
