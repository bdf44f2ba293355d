using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using Xunit;

namespace MeetingHub.Domain.Tests.Evidence;

public class ExchangeTests
{
    private static readonly CountryBox Ukraine = CountryBox.Of("UA")!;

    [Fact]
    public void Points_in_the_country_say_in_which_order_a_file_writes_them()
    {
        Assert.Equal(
            new CoordinateReading(CoordinateOrder.LongitudeFirst, true, 2, 0),
            CoordinateReading.Of([(37.2m, 49.2m), (34.1m, 44.9m)], Ukraine, CoordinateOrder.LatitudeFirst)
        );
        Assert.Equal(
            new CoordinateReading(CoordinateOrder.LatitudeFirst, true, 1, 0),
            CoordinateReading.Of([(49.2m, 37.2m), (0, 0)], Ukraine, CoordinateOrder.LongitudeFirst)
        );
    }

    [Fact]
    public void A_file_of_both_orders_or_of_neither_is_not_sure()
    {
        Assert.False(
            CoordinateReading
                .Of([(49.2m, 37.2m), (37.2m, 49.2m), (37.3m, 49.3m)], Ukraine, CoordinateOrder.LatitudeFirst)
                .IsSure
        );
        Assert.Equal(
            new CoordinateReading(CoordinateOrder.LatitudeFirst, false, 0, 0),
            CoordinateReading.Of([(52.2m, -0.1m)], Ukraine, CoordinateOrder.LatitudeFirst)
        );
    }

    [Fact]
    public void Without_a_country_only_what_is_no_latitude_speaks() =>
        Assert.Equal(
            new CoordinateReading(CoordinateOrder.LongitudeFirst, true, 1, 0),
            CoordinateReading.Of([(120m, 30m), (10m, 20m)], null, CoordinateOrder.LatitudeFirst)
        );

    [Theory]
    [InlineData("pending", "initiated", ProjectStatus.Identification)]
    [InlineData("pending", null, ProjectStatus.Identification)]
    [InlineData("active", "structured", ProjectStatus.Preparation)]
    [InlineData("active", "refused", ProjectStatus.Preparation)]
    [InlineData("active", "implementation", ProjectStatus.Implementation)]
    [InlineData("complete", "implementation", ProjectStatus.Completion)]
    [InlineData("unsuccessful", "applied", ProjectStatus.Cancelled)]
    [InlineData("cancelled", null, ProjectStatus.Cancelled)]
    [InlineData("active", null, null)]
    [InlineData("frozen", "implementation", null)]
    [InlineData(null, null, null)]
    public void A_status_of_DREAM_is_mapped_or_left_open(string? status, string? details, ProjectStatus? mapped) =>
        Assert.Equal(mapped, DreamStatus.Of(status, details));

    [Fact]
    public void Of_several_sectors_the_guarded_one_counts()
    {
        Assert.Equal(Sector.Energy, Oc4idsSector.Of(["transport", "energy.electricPower"]));
        Assert.Equal(Sector.Transport, Oc4idsSector.Of(["x", "transport.road"]));
        Assert.Null(Oc4idsSector.Of([]));
    }
}
