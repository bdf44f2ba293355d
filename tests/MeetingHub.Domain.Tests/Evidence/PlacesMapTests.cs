using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using Xunit;

namespace MeetingHub.Domain.Tests.Evidence;

public class PlacesMapTests
{
    private const double Ratio = 1.6;

    [Fact]
    public void Things_of_one_coarse_place_are_one_symbol_with_their_number()
    {
        var map = Map([.. Enumerable.Range(0, 9).Select(i => At(49.21m, 37.26m, GeoPrecision.Settlement, i))]);

        var place = Assert.Single(map.Places);
        Assert.Equal(9, place.Count);
        Assert.Equal(new GeoPoint(49.21m, 37.26m), place.Point);
    }

    [Theory]
    [InlineData(GeoPrecision.Settlement)]
    [InlineData(GeoPrecision.Street)]
    [InlineData(GeoPrecision.Exact)]
    public void One_place_alone_is_never_shown_nearer_than_it_is_known(GeoPrecision precision)
    {
        var frame = Map([At(49.21m, 37.26m, precision)]).Frame!;

        Assert.Equal(GeoFrame.LeastKm(precision), frame.WidthKm, 3);
    }

    [Fact]
    public void One_coarse_place_among_exact_ones_keeps_the_map_from_zooming_in()
    {
        var exact = At(49.21m, 37.26m, GeoPrecision.Exact, 1);

        Assert.True(
            Map([exact, At(49.2101m, 37.2601m, GeoPrecision.Settlement, 2)]).Frame!.WidthKm
                >= GeoFrame.LeastKm(GeoPrecision.Settlement)
        );
    }

    [Fact]
    public void Everything_lies_on_the_paper_with_a_margin_and_distances_are_true()
    {
        var things = Enumerable.Range(0, 30).Select(i => At(48.5m + (0.05m * i), 36m + (0.03m * (i % 7)), id: i));
        var map = Map([.. things]);

        foreach (var place in map.Places)
        {
            var (x, y) = map.Frame!.Place((double)place.Point.Latitude, (double)place.Point.Longitude);
            Assert.InRange(x, 0.05, 0.95);
            Assert.InRange(y, 0.05, 0.95);
        }

        // Kyiv to Izium is about 520 km.
        var wide = Map([At(50.45m, 30.52m, id: 1), At(49.21m, 37.26m, id: 2)]).Frame!;
        Assert.InRange(wide.Distance(new(50.45m, 30.52m), new(49.21m, 37.26m)) * wide.WidthKm, 495, 515);
    }

    [Fact]
    public void However_many_there_are_symbols_stay_apart_and_nothing_is_lost()
    {
        var things = Enumerable
            .Range(0, 10_000)
            .Select(i => At(49m + (i % 101 * 0.0047m), 37m + (i % 97 * 0.0061m), GeoPrecision.Street, i))
            .ToList();

        var map = Map(things);

        Assert.Equal(10_000, map.Total);
        Assert.InRange(map.Places.Count, 2, 120);
        foreach (var a in map.Places)
            Assert.DoesNotContain(map.Places, b => b != a && map.Frame!.Distance(a.Point, b.Point) < 0.095);
    }

    [Fact]
    public void Gathered_places_are_as_coarse_as_the_coarsest() =>
        Assert.Equal(
            GeoPrecision.Settlement,
            Assert
                .Single(
                    Map([
                        At(49.2101m, 37.2601m, GeoPrecision.Exact, 1),
                        At(49.21m, 37.26m, GeoPrecision.Settlement, 2),
                    ]).Places
                )
                .Precision
        );

    [Fact]
    public void Without_places_there_is_no_frame() => Assert.Null(Map([]).Frame);

    private static PlacesMap Map(IReadOnlyList<PlacedThing> things) => PlacesMap.Of(things, 0, Ratio, 0.095);

    private static PlacedThing At(
        decimal latitude,
        decimal longitude,
        GeoPrecision precision = GeoPrecision.Exact,
        int id = 0
    ) => new($"{id}", new(latitude, longitude), precision, Sector.Housing, DamageGrade.Severe);
}
