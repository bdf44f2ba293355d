using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

public sealed class NumberTests
{
    [Theory]
    [InlineData("1200", 1200)]
    [InlineData("1 200", 1200)]
    [InlineData("1\u00A0200\u00A0000", 1200000)]
    [InlineData("1\u202F200,5", 1200.5)]
    [InlineData("1'200.25", 1200.25)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1,234.56", 1234.56)]
    [InlineData("0,125", 0.125)]
    [InlineData("12,5", 12.5)]
    [InlineData("12.50", 12.5)]
    [InlineData(",5", 0.5)]
    public void A_number_with_one_reading_is_read_so(string text, double value) =>
        Assert.Equal((decimal)value, Table.Damage("damage_amount|currency", $"{text}|UAH").Only<Damage>().DamageAmount);

    [Theory]
    [InlineData("1,234")]
    [InlineData("1.234")]
    [InlineData("123,456")]
    public void A_number_with_two_readings_is_asked_about_and_never_guessed(string text)
    {
        var table = Table.Damage("damage_amount|currency", $"{text}|UAH");

        Assert.Equal(CellFaultKind.AmbiguousNumber, table.Fault().Kind);
        var question = Assert.Single(table.Questions);
        Assert.Equal((ReadingQuestionKind.DecimalMark, "damage_amount"), (question.Kind, question.Column));
        Assert.Equal([text], question.Examples);
    }

    [Theory]
    [InlineData("12,50", 1.234)]
    [InlineData("12.50", 1234)]
    [InlineData("1.234,5", 1.234)]
    public void The_rest_of_its_column_decides(string other, double expected)
    {
        var table = Table.Damage("damage_amount|currency", "1,234|UAH", $"{other}|UAH");

        Assert.Equal((decimal)expected, ((Damage)table.Read()[0].Entry!).DamageAmount);
        Assert.Empty(table.Questions);
    }

    [Fact]
    public void Where_the_column_shows_nothing_the_rest_of_the_file_decides()
    {
        var table = Table.Damage("damage_amount|currency|floor_area_m2", "1,234|UAH|812,5");

        Assert.Equal(1.234m, table.Only<Damage>().DamageAmount);
    }

    [Fact]
    public void Coordinates_pasted_from_a_map_decide_nothing()
    {
        var table = Table.Damage("damage_amount|currency|lat|lon", "1,234|UAH|49.2123|37.26");

        Assert.Equal(CellFaultKind.AmbiguousNumber, table.Fault().Kind);
    }

    [Fact]
    public void A_column_that_writes_both_ways_is_asked_about()
    {
        var table = Table.Damage("damage_amount|currency", "1,234|UAH", "1,5|UAH", "1.5|UAH");

        Assert.Equal(CellFaultKind.AmbiguousNumber, Assert.Single(table.Read()[0].Faults).Kind);
        Assert.Single(table.Questions);
        Assert.Equal([1.5m, 1.5m], table.Read().Skip(1).Select(r => ((Damage)r.Entry!).DamageAmount));
    }

    [Fact]
    public void Somebodys_answer_decides()
    {
        var table = Table.Damage("damage_amount|currency", "1,234|UAH") with
        {
            Answers = new Answers
            {
                Marks = new Dictionary<string, DecimalMark> { ["damage_amount"] = DecimalMark.Point },
            },
        };

        Assert.Equal(1234m, table.Only<Damage>().DamageAmount);
        Assert.True(Assert.Single(table.Questions).IsAnswered);
    }

    [Fact]
    public void A_place_and_a_per_cent_have_one_possible_reading_and_people_are_whole()
    {
        var damage = Table
            .Damage("lat|lon|damage_percent|people_served_now", "49,212|37,261|12,345 %|15,000")
            .Only<Damage>();

        Assert.Equal(new GeoPoint(49.212m, 37.261m), damage.Point);
        Assert.Equal((12.345m, 15000), (damage.DamagePercent, damage.ServedNow));
    }

    [Fact]
    public void A_spreadsheets_own_number_has_one_reading()
    {
        var map = ColumnMap.Of(RegisterSchema.Of(Register.Funding), ["project_id", "amount", "currency", "state"]);
        Cell[] row = ["p", new Cell("1.234", CellKind.Number), "EUR", "pledged"];
        var survey = new Survey(map, null);
        survey.Look(row);

        Assert.Empty(survey.Questions(Answers.None));
        Assert.Equal(1.234m, ((Funding)new EntryReader(map, survey.Rules(Answers.None)).Read(2, row).Entry!).Amount);
    }

    [Theory]
    [InlineData("1 200 000 грн|UAH", "1200000")]
    [InlineData("12 500,50 грн.|грн", "12500.50")]
    [InlineData("5 €|EUR", "5")]
    public void A_currency_beside_an_amount_is_taken_where_the_row_names_the_same(string cells, string amount) =>
        Assert.Equal(
            decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture),
            Table.Damage("damage_amount|currency", cells).Only<Damage>().DamageAmount
        );

    [Fact]
    public void A_currency_beside_an_amount_of_another_is_a_fault() =>
        Assert.Equal(CellFaultKind.NotNumber, Table.Damage("damage_amount|currency", "5 грн|EUR").Fault().Kind);
}
