using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using NodaTime;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

public sealed class PlaceAndDateOrderTests
{
    private static readonly Table Swapped = Table.Damage("lat|lon", "37.26|49.21", "49.20|37.27");

    [Fact]
    public void Swapped_coordinates_are_noticed_and_not_turned_unasked()
    {
        Assert.Equal(CellFaultKind.PlaceSwapped, Assert.Single(Swapped.Read()[0].Faults).Kind);
        var question = Assert.Single(Swapped.Questions);
        Assert.Equal((ReadingQuestionKind.SwappedPlaces, 1), (question.Kind, question.Count));
    }

    [Fact]
    public void When_somebody_says_so_only_the_swapped_ones_are_turned()
    {
        var read = (Swapped with { Answers = new Answers { TurnsPlaces = true } }).Read();

        Assert.Equal(
            [new GeoPoint(49.21m, 37.26m), new GeoPoint(49.20m, 37.27m)],
            read.Select(r => ((Damage)r.Entry!).Point!.Value)
        );
    }

    [Fact]
    public void Without_a_country_any_place_on_earth_will_do() =>
        Assert.NotNull((Table.Damage("lat|lon", "-33.9|18.4") with { Box = null }).Only<Damage>().Point);

    [Theory]
    [InlineData("lat|lon", "91|18", CellFaultKind.NotLatitude)]
    [InlineData("lat|lon", "45|181", CellFaultKind.NotLongitude)]
    public void A_place_off_the_earth_is_refused(string headers, string row, CellFaultKind kind) =>
        Assert.Equal(kind, (Table.Damage(headers, row) with { Box = null }).Fault().Kind);

    [Fact]
    public void A_column_that_writes_the_month_first_is_asked_about()
    {
        var table = Table.Damage("damaged_from", "04/05/2022", "04/13/2022");

        Assert.All(table.Read(), r => Assert.Equal(CellFaultKind.DateOrder, Assert.Single(r.Faults).Kind));
        Assert.Equal(ReadingQuestionKind.DateOrder, Assert.Single(table.Questions).Kind);
        var told = table with
        {
            Answers = new Answers
            {
                Orders = new Dictionary<string, DateOrder> { ["damaged_from"] = DateOrder.MonthFirst },
            },
        };
        Assert.Equal(
            [new LocalDate(2022, 4, 5), new LocalDate(2022, 4, 13)],
            told.Read().Select(r => ((Damage)r.Entry!).DamagedFrom!.Value)
        );
    }

    [Fact]
    public void A_column_that_mixes_both_orders_is_refused_where_it_uses_slashes()
    {
        var table = Table.Damage("damaged_from", "04/05/2022", "04/13/2022", "13/04/2022", "13.04.2022");

        Assert.Equal([false, false, false, true], table.Read().Select(r => r.Entry is not null));
        Assert.Empty(table.Questions);
    }
}
