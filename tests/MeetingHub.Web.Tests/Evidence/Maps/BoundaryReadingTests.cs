using System.Globalization;
using System.Text;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Evidence.Maps;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Maps;

public sealed class BoundaryReadingTests
{
    private static readonly CountryBox Ukraine = CountryBox.Of("UA")!;

    [Theory]
    [InlineData("Simferopol", 44.952, 34.102)]
    [InlineData("Sevastopol", 44.600, 33.530)]
    [InlineData("Kerch", 45.357, 36.468)]
    [InlineData("Donetsk", 48.015, 37.803)]
    [InlineData("Luhansk", 48.574, 39.307)]
    [InlineData("Izium", 49.209, 37.257)]
    [InlineData("Uzhhorod", 48.621, 22.288)]
    public void The_Ukraine_that_comes_with_us_has_its_internationally_recognised_borders(
        string town,
        double latitude,
        double longitude
    )
    {
        var holding = PackagedBoundaries.All.Where(b => b.Holds(new((decimal)latitude, (decimal)longitude)));

        Assert.True("Україна" == Assert.Single(holding).Name.Exactly("uk"), town);
    }

    [Fact]
    public void Packaged_boundaries_name_their_source_and_licence() =>
        Assert.All(
            PackagedBoundaries.All,
            b => Assert.Equal(("© OpenStreetMap contributors", "ODbL 1.0"), (b.Origin.Source, b.Origin.Licence))
        );

    [Theory]
    [InlineData("[[37,49],[37.5,49],[37.5,49.4],[37,49.4],[37,49]]", CoordinateOrder.LongitudeFirst)]
    [InlineData("[[49,37],[49,37.5],[49.4,37.5],[49.4,37],[49,37]]", CoordinateOrder.LatitudeFirst)]
    public void Both_orders_are_noticed(string ring, CoordinateOrder order)
    {
        var read = Read(Polygon(ring));

        Assert.Equal(order, read.Order!.Order);
        Assert.True(read.Order.IsSure);
        var area = new MapBoundary(read.Areas[0].Name, BoundaryLevel.Hromada, new("x", "y", null), read.Areas[0].Shape);
        Assert.True(area.Holds(new(49.2m, 37.2m)));
        Assert.Equal("Ізюмська громада", area.Name.Exactly("uk"));
        Assert.Equal("Izium", area.Name.Exactly("fr"));
    }

    [Theory]
    [InlineData("[[37,49],[37.5,49],[37.5,49.4]]", BoundaryFault.RingOpen)]
    [InlineData("[[37,49],[37.5,49],[37.5,49.4],[37,49.4]]", BoundaryFault.RingOpen)]
    [InlineData("[[37,49],[37.5,49.4],[37.5,49],[37,49.4],[37,49]]", BoundaryFault.RingBroken)]
    [InlineData("[[200,49],[201,49],[201,49.4],[200,49]]", BoundaryFault.NotOnEarth)]
    [InlineData("[[37,\"x\"]]", BoundaryFault.RingBroken)]
    [InlineData("[[37,1e99],[37.5,49],[37.5,49.4],[37,49]]", BoundaryFault.RingBroken)]
    [InlineData("7", BoundaryFault.RingBroken)]
    public void A_ring_that_cannot_be_drawn_is_refused_by_its_name(string ring, BoundaryFault fault) =>
        Assert.Equal(fault, Read(Polygon(ring)).Fault);

    [Theory]
    [InlineData("", BoundaryFault.NotJson)]
    [InlineData("<svg/>", BoundaryFault.NotJson)]
    [InlineData("[]", BoundaryFault.NoAreas)]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1,2]}", BoundaryFault.NoAreas)]
    [InlineData("{\"features\":[{\"geometry\":null},7]}", BoundaryFault.NoAreas)]
    public void What_is_no_boundary_is_refused(string file, BoundaryFault fault) =>
        Assert.Equal(fault, Read(file).Fault);

    [Fact]
    public void A_Ukraine_without_a_part_of_it_is_refused()
    {
        // All that lies north of 46°: without Crimea.
        Assert.Equal(BoundaryFault.UkraineCut, Read(Polygon("[[22,46],[41,46],[41,53],[22,53],[22,46]]")).Fault);
        Assert.Null(Read(Polygon("[[22,44],[41,44],[41,53],[22,53],[22,44]]")).Fault);
    }

    [Fact]
    public void Too_many_bytes_or_corners_are_refused()
    {
        var corners = string.Join(
            ',',
            Enumerable.Range(0, 200_002).Select(i => string.Create(CultureInfo.InvariantCulture, $"[37,{i % 90}]"))
        );

        Assert.Equal(BoundaryFault.TooManyCorners, Read(Polygon($"[{corners}]")).Fault);
        Assert.Equal(
            BoundaryFault.TooLarge,
            BoundaryReading.Read(new byte[BoundaryReading.LargestFile + 1], Ukraine).Fault
        );
        Assert.Equal(BoundaryFault.NotJson, Read(new string('[', 1000)).Fault);
    }

    internal static string Polygon(string ring) =>
        $$$"""
            {"type":"FeatureCollection","features":[{"type":"Feature",
              "properties":{"name:uk":"Ізюмська громада","name":"Izium"},
              "geometry":{"type":"Polygon","coordinates":[{{{ring}}}]}}]}
            """;

    private static BoundaryFile Read(string file) => BoundaryReading.Read(Encoding.UTF8.GetBytes(file), Ukraine);

    [Fact]
    public void A_sieve_is_refused_before_anybody_draws_it()
    {
        var holes = string.Concat(
            Enumerable
                .Range(0, BoundaryReading.MostRings)
                .Select(i =>
                    FormattableString.Invariant($"{i % 50 * 0.01 + 37:0.000}|{i / 50 * 0.01 + 49:0.000}").Split('|')
                )
                .Select(p => $",[[{p[0]},{p[1]}],[{p[0]}5,{p[1]}],[{p[0]}5,{p[1]}5],[{p[0]},{p[1]}]]")
        );
        var sieve = $$"""{"type":"Polygon","coordinates":[[[36,48],[39,48],[39,51],[36,51],[36,48]]{{holes}}]}""";

        Assert.Equal(BoundaryFault.TooManyCorners, BoundaryReading.Read(Encoding.UTF8.GetBytes(sieve), Ukraine).Fault);
    }
}
