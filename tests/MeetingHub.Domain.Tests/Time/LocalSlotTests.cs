using MeetingHub.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Domain.Tests.Time;

public class LocalSlotTests
{
    [Fact]
    public void An_ordinary_time_is_one_instant_and_nobody_is_asked() =>
        Assert.Equal(Cast.Start, Slot("2027-01-20T15:00", "Europe/Kyiv").Chosen());

    [Theory]
    // Spring: the clocks jump over the hour. The gap is an hour wide everywhere but on Lord Howe Island.
    [InlineData("2026-03-29T03:30", "Europe/Kyiv", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("2026-03-29T02:30", "Europe/Paris", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("2026-03-08T02:30", "America/New_York", "2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z")]
    [InlineData("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:15:00Z", "2026-10-03T15:45:00Z")]
    public void A_skipped_hour_is_asked_about_and_has_two_neighbours(
        string local,
        string zone,
        string earlier,
        string later
    ) => IsAskedAbout(SlotKind.Skipped, local, zone, earlier, later);

    [Theory]
    // Autumn: the hour comes twice.
    [InlineData("2026-10-25T03:30", "Europe/Kyiv", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("2026-10-25T02:30", "Europe/Paris", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z")]
    [InlineData("2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z")]
    public void A_doubled_hour_is_asked_about_and_is_two_instants(
        string local,
        string zone,
        string earlier,
        string later
    ) => IsAskedAbout(SlotKind.Doubled, local, zone, earlier, later);

    [Theory]
    [InlineData("2026-03-29T02:59", SlotKind.Ordinary)]
    [InlineData("2026-03-29T03:00", SlotKind.Skipped)]
    [InlineData("2026-03-29T03:59", SlotKind.Skipped)]
    [InlineData("2026-03-29T04:00", SlotKind.Ordinary)]
    [InlineData("2026-10-25T02:59", SlotKind.Ordinary)]
    [InlineData("2026-10-25T03:00", SlotKind.Doubled)]
    [InlineData("2026-10-25T03:59", SlotKind.Doubled)]
    [InlineData("2026-10-25T04:00", SlotKind.Ordinary)]
    public void The_change_in_Kyiv_begins_and_ends_on_the_minute(string local, SlotKind kind) =>
        Assert.Equal(kind, Slot(local, "Europe/Kyiv").Resolve().Kind);

    [Fact]
    public void A_choice_made_for_an_ordinary_time_changes_nothing() =>
        Assert.Equal(Cast.Start, Slot("2027-01-20T15:00", "Europe/Kyiv", HourChoice.Later).Chosen());

    [Fact]
    public void The_former_spelling_of_Kyiv_is_the_same_zone()
    {
        Assert.True(LocalSlot.IsZone("Europe/Kiev"));
        Assert.Equal("Europe/Kyiv", LocalSlot.Canonical("Europe/Kiev"));
        Assert.Equal(Cast.Start, Slot("2027-01-20T15:00", "Europe/Kiev").Chosen());
    }

    [Theory]
    [InlineData("Europe/Izium")]
    [InlineData("FLE Standard Time")]
    [InlineData("")]
    public void An_unknown_zone_is_no_instant_at_all(string zone)
    {
        Assert.False(LocalSlot.IsZone(zone));
        Assert.Equal(SlotKind.UnknownZone, Slot("2027-01-20T15:00", zone).Resolve().Kind);
        Assert.Null(Slot("2027-01-20T15:00", zone, HourChoice.Earlier).Chosen());
    }

    [Fact]
    public void No_zone_is_no_zone() => Assert.False(LocalSlot.IsZone(null));

    private static void IsAskedAbout(SlotKind kind, string local, string zone, string earlier, string later)
    {
        var (first, second) = (InstantPattern.General.Parse(earlier).Value, InstantPattern.General.Parse(later).Value);
        var resolved = Slot(local, zone).Resolve();
        Assert.Equal(kind, resolved.Kind);
        Assert.Equal([first, second], resolved.Instants);
        Assert.Null(Slot(local, zone).Chosen());
        Assert.Equal(first, Slot(local, zone, HourChoice.Earlier).Chosen());
        Assert.Equal(second, Slot(local, zone, HourChoice.Later).Chosen());
    }

    private static LocalSlot Slot(string local, string zone, HourChoice choice = HourChoice.Unasked) =>
        new(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value, zone, choice);
}
