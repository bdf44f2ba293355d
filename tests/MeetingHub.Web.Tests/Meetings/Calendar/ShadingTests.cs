using MeetingHub.Domain.Time;
using MeetingHub.Web.Meetings.Calendar;
using NodaTime;
using Xunit;
using static MeetingHub.Web.Tests.Meetings.Calendar.Entries;

namespace MeetingHub.Web.Tests.Meetings.Calendar;

public class ShadingTests
{
    private static readonly LocalHours Izium = LocalHours.Office("Europe/Kyiv") with
    {
        CurfewFrom = new LocalTime(0, 0),
        CurfewTo = new LocalTime(5, 0),
    };
    private static readonly LocalHours Paris = LocalHours.Office("Europe/Paris");

    [Fact]
    public void What_is_bad_for_either_side_is_shaded_and_curfew_as_curfew()
    {
        var shades = Shading.Of(Tuesday, Whole, "Europe/Kyiv", [Izium, Paris]);
        // Kyiv works from 8 to 18, Paris from 9 to 19 of Kyiv.
        Assert.Equal([new(0, 20, true), new(20, 36, false), new(72, 96, false)], shades);
    }

    [Fact]
    public void A_weekend_is_shaded_all_day() =>
        Assert.Equal(
            [new(0, 96, false)],
            Shading.Of(Tuesday.PlusDays(4), Whole, "Europe/Kyiv", [LocalHours.Office("Europe/Kyiv")])
        );

    [Fact]
    public void A_reader_elsewhere_sees_the_sides_hours_by_their_own_clock()
    {
        var shades = Shading.Of(Tuesday, Whole, "America/New_York", [Izium]);
        Assert.Equal([new(0, 4, false), new(44, 68, false), new(68, 88, true), new(88, 96, false)], shades);
    }

    [Fact]
    public void Nobodys_hours_shade_nothing() => Assert.Empty(Shading.Of(Tuesday, Whole, "Europe/Kyiv", []));

    private static WeekGrid Whole => WeekGrid.Of([Tuesday], [Entry("00:00", "00:30"), Entry("23:00", "00:00")]);
}
