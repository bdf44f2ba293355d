using MeetingHub.Web.Calendar.Reading;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar.Reading;

/// <summary>
/// Rules against the plainest way of finding their days: every day of the window is asked whether the rule means it. The
/// windows hold the nights on which clocks change, and some events stand in the hours that these skip or double.
/// </summary>
public class ClockChangeTests
{
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuuMMdd'T'HHmmss"
    );

    private static readonly (string Rule, Func<LocalDate, LocalDate, bool> Means)[] Rules =
    [
        ("FREQ=DAILY", (_, _) => true),
        ("FREQ=DAILY;INTERVAL=3", (start, day) => Period.DaysBetween(start, day) % 3 == 0),
        ("FREQ=DAILY;BYDAY=SA,SU", (_, day) => day.DayOfWeek >= IsoDayOfWeek.Saturday),
        ("FREQ=DAILY;BYMONTH=3,11", (_, day) => day.Month is 3 or 11),
        ("FREQ=WEEKLY", (start, day) => start.DayOfWeek == day.DayOfWeek),
        (
            "FREQ=WEEKLY;BYDAY=SU,MO,WE",
            (_, day) => day.DayOfWeek is IsoDayOfWeek.Sunday or IsoDayOfWeek.Monday or IsoDayOfWeek.Wednesday
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=MO",
            (start, day) =>
                day.DayOfWeek is IsoDayOfWeek.Sunday or IsoDayOfWeek.Tuesday
                && Weeks(start, day, IsoDayOfWeek.Monday) % 2 == 0
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU",
            (start, day) =>
                day.DayOfWeek is IsoDayOfWeek.Sunday or IsoDayOfWeek.Tuesday
                && Weeks(start, day, IsoDayOfWeek.Sunday) % 2 == 0
        ),
        (
            "FREQ=MONTHLY;BYDAY=-1SU",
            (_, day) => day.DayOfWeek == IsoDayOfWeek.Sunday && day.PlusWeeks(1).Month != day.Month
        ),
        ("FREQ=MONTHLY;BYDAY=2SU,1SU", (_, day) => day.DayOfWeek == IsoDayOfWeek.Sunday && day.Day <= 14),
        ("FREQ=MONTHLY;BYMONTHDAY=31,-2", (_, day) => day.Day == 31 || day.PlusDays(2).Day == 1),
        ("FREQ=MONTHLY", (start, day) => start.Day == day.Day),
        ("FREQ=MONTHLY;INTERVAL=5", (start, day) => start.Day == day.Day && Months(start, day) % 5 == 0),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", (_, day) => IsLastWorkday(day)),
        ("FREQ=YEARLY", (start, day) => (start.Month, start.Day) == (day.Month, day.Day)),
        (
            "FREQ=YEARLY;BYMONTH=10,3;BYDAY=-1SU",
            (_, day) =>
                day.Month is 3 or 10 && day.DayOfWeek == IsoDayOfWeek.Sunday && day.PlusWeeks(1).Month != day.Month
        ),
        ("FREQ=YEARLY;BYYEARDAY=-1,90", (_, day) => day.DayOfYear == 90 || day.PlusDays(1).DayOfYear == 1),
    ];

    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var zone in (string[])["Europe/Kyiv", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe"])
        {
            foreach (
                var start in (string[])["20261001T033000", "20160229T023000", "20051031T013000", "19991231T103000"]
            )
            {
                foreach (var (rule, _) in Rules)
                    cases.Add(zone, start, rule);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_day_that_the_rule_means_is_busy_and_no_other(string zoneId, string start, string rule)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var first = Written.Parse(start).Value;
        var window = new Interval(Foreign.Utc(2026, 9, 28), Foreign.Utc(2028, 4, 10));
        var means = Rules.Single(known => known.Rule == rule).Means;
        var expected = new List<Interval>();
        for (var day = first.Date; day < new LocalDate(2028, 4, 12); day = day.PlusDays(1))
        {
            if (day != first.Date && !means(first.Date, day))
                continue;

            var from = InstantOf(day + first.TimeOfDay, zone);
            if (from >= window.Start && from < window.End)
                expected.Add(new Interval(from, from + Duration.FromMinutes(30)));
        }

        var busy = Foreign.BusyIn(
            Foreign.Ics(Foreign.Event($"DTSTART;TZID={zoneId}:{start}", "DURATION:PT30M", $"RRULE:{rule}")),
            window
        );
        Assert.Equal(expected, busy);
    }

    // RFC 5545 section 3.3.5: a skipped time by the offset before the gap, a doubled one in its first pass.
    private static Instant InstantOf(LocalDateTime local, DateTimeZone zone)
    {
        var map = zone.MapLocal(local);
        return local.WithOffset(map.EarlyInterval.WallOffset).ToInstant();
    }

    private static int Weeks(LocalDate start, LocalDate day, IsoDayOfWeek weekStart) =>
        Period.DaysBetween(Monday(start, weekStart), Monday(day, weekStart)) / 7;

    private static LocalDate Monday(LocalDate day, IsoDayOfWeek weekStart) =>
        day.DayOfWeek == weekStart ? day : day.Previous(weekStart);

    private static int Months(LocalDate start, LocalDate day) =>
        ((day.Year - start.Year) * 12) + day.Month - start.Month;

    private static bool IsLastWorkday(LocalDate day)
    {
        var last = DateAdjusters.EndOfMonth(day);
        while (last.DayOfWeek >= IsoDayOfWeek.Saturday)
            last = last.PlusDays(-1);
        return day == last;
    }
}
