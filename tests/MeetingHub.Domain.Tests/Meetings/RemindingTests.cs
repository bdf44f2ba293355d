using MeetingHub.Domain.Meetings;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

public class RemindingTests
{
    [Theory]
    [InlineData(8 * 24 * 60, 3)]
    [InlineData(7 * 24 * 60, 2)]
    [InlineData(24 * 60 + 1, 2)]
    [InlineData(24 * 60, 1)]
    [InlineData(60, 0)]
    [InlineData(-5, 0)]
    public void Only_reminders_still_ahead_are_planned(int minutesBefore, int expected) =>
        Assert.Equal(expected, Reminding.Ahead(Start, Start - Duration.FromMinutes(minutesBefore)).Count());

    [Fact]
    public void An_hour_is_an_hour_though_the_clock_changes_in_it()
    {
        var kyiv = DateTimeZoneProviders.Tzdb["Europe/Kyiv"];
        var start = new LocalDateTime(2027, 3, 28, 4, 30).InZoneStrictly(kyiv).ToInstant();
        var due = Reminding.DueAt(ReminderKind.Hour, start).InZone(kyiv).LocalDateTime;
        Assert.Equal(new LocalDateTime(2027, 3, 28, 2, 30), due);
    }

    [Theory]
    [InlineData(ReminderKind.Hour, 59, true)]
    [InlineData(ReminderKind.Hour, 60, false)]
    [InlineData(ReminderKind.Day, 11 * 60, true)]
    [InlineData(ReminderKind.Day, 12 * 60, false)]
    [InlineData(ReminderKind.Week, 47 * 60, true)]
    [InlineData(ReminderKind.Week, 48 * 60, false)]
    public void A_reminder_that_comes_too_late_is_not_sent(ReminderKind kind, int minutesLate, bool expected)
    {
        var now = Reminding.DueAt(kind, Start) + Duration.FromMinutes(minutesLate);
        Assert.Equal(expected, Reminding.IsWelcome(kind, Start, now));
    }
}
