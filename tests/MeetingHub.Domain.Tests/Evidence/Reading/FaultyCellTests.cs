using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

public sealed class FaultyCellTests
{
    [Theory]
    [InlineData("damage_amount|currency", "-5|UAH", "damage_amount", CellFaultKind.Negative)]
    [InlineData("damage_amount|currency", "(1 200)|UAH", "damage_amount", CellFaultKind.Negative)]
    [InlineData("damage_amount|currency", "−12|UAH", "damage_amount", CellFaultKind.Negative)]
    [InlineData("damage_amount|currency", "5|", "currency", CellFaultKind.CurrencyMissing)]
    [InlineData("need_amount", "5", "currency", CellFaultKind.CurrencyMissing)]
    [InlineData("damage_amount|currency", "5|$", "currency", CellFaultKind.UnknownWord)]
    [InlineData("damage_amount|currency", "5|гроші", "currency", CellFaultKind.UnknownWord)]
    [InlineData("damage_amount|currency", "багато|UAH", "damage_amount", CellFaultKind.NotNumber)]
    [InlineData("damage_amount|currency", "5 млн|UAH", "damage_amount", CellFaultKind.NotNumber)]
    [InlineData("damage_amount|currency", "1 2 3|UAH", "damage_amount", CellFaultKind.NotNumber)]
    [InlineData("damage_amount|currency", "1.23E+07|UAH", "damage_amount", CellFaultKind.NotNumber)]
    [InlineData("damage_amount|currency", "9999999999999999|UAH", "damage_amount", CellFaultKind.TooLarge)]
    [InlineData("damage_amount|currency", "#REF!|UAH", "damage_amount", CellFaultKind.FormulaError)]
    [InlineData("damage_percent", "101", "damage_percent", CellFaultKind.NotPercent)]
    [InlineData("damage_percent", "-1", "damage_percent", CellFaultKind.NotPercent)]
    [InlineData("people_served_now", "12,5", "people_served_now", CellFaultKind.NotWhole)]
    [InlineData("people_served_now", "-3", "people_served_now", CellFaultKind.Negative)]
    [InlineData("grade", "IV", "grade", CellFaultKind.UnknownWord)]
    [InlineData("access", "мабуть", "access", CellFaultKind.UnknownWord)]
    [InlineData("recovery_state", "soon", "recovery_state", CellFaultKind.UnknownWord)]
    [InlineData("damaged_from", "31.02.2022", "damaged_from", CellFaultKind.NotDate)]
    [InlineData("damaged_from", "весна 2022", "damaged_from", CellFaultKind.NotDate)]
    [InlineData("damaged_from", "10.09.22", "damaged_from", CellFaultKind.NotDate)]
    [InlineData("damaged_from", "2222-01-01", "damaged_from", CellFaultKind.NotDate)]
    [InlineData("damaged_from|damaged_to", "2022-09-10|2022-04-01", "damaged_to", CellFaultKind.DatesReversed)]
    [InlineData("katotth", "UA6304", "katotth", CellFaultKind.NotKatotth)]
    [InlineData("katotth", "63040090010029555", "katotth", CellFaultKind.NotKatotth)]
    [InlineData("source_url", "javascript:alert(1)", "source_url", CellFaultKind.NotAddress)]
    [InlineData("source_url", "file:///etc/passwd", "source_url", CellFaultKind.NotAddress)]
    [InlineData("source_url", "www.izium.example", "source_url", CellFaultKind.NotAddress)]
    [InlineData("lat|lon", "95|200", null, null)]
    [InlineData("lat|lon", "49.2|", "lon", CellFaultKind.PlaceHalf)]
    [InlineData("lat|lon", "12|12", "lat", CellFaultKind.PlaceOutside)]
    [InlineData("name_uk", "Школа �", "name_uk", CellFaultKind.BrokenLetters)]
    public void A_cell_that_cannot_be_true_is_named(string headers, string row, string? column, CellFaultKind? kind)
    {
        var faults = Assert.Single(Table.Damage(headers, row).Read()).Faults;

        Assert.NotEmpty(faults);
        if (column is not null)
            Assert.Equal((column, kind!.Value), (Assert.Single(faults).Column, faults[0].Kind));
    }

    [Fact]
    public void Every_fault_of_a_row_is_told_at_once()
    {
        var table = new Table(
            Register.Damages,
            "damage_id|rdna_sector|grade|damage_percent|damage_amount|damaged_from",
            "|невідь|жах|200|-1|колись"
        );

        Assert.Equal(
            ["damage_id", "rdna_sector", "damaged_from", "grade", "damage_percent", "damage_amount"],
            Assert.Single(table.Read()).Faults.Select(f => f.Column).Order(Comparer<string>.Create(ByFile))
        );

        static int ByFile(string a, string b) => Place(a).CompareTo(Place(b));
        static int Place(string c) => RegisterSchema.Of(Register.Damages).Columns.ToList().FindIndex(x => x.Name == c);
    }

    [Fact]
    public void An_unknown_sector_comes_with_all_that_is_accepted()
    {
        var fault = new Table(Register.Damages, "damage_id|rdna_sector", "d|спорттовари").Fault();

        Assert.Equal((CellFaultKind.UnknownWord, "спорттовари"), (fault.Kind, fault.Value));
        Assert.Contains("education_science", fault.Hint, StringComparison.Ordinal);
        Assert.Equal(18, fault.Hint!.Split(", ").Length);
    }

    [Fact]
    public void Of_two_rows_with_one_id_the_second_names_the_first()
    {
        var table = new Table(Register.Damages, "damage_id|rdna_sector", "a|housing", "b|health", "a|energy");

        var fault = Assert.Single(table.Read()[2].Faults);
        Assert.Equal((CellFaultKind.DuplicateId, "a", "2"), (fault.Kind, fault.Value, fault.Hint));
    }

    [Fact]
    public void A_bad_row_still_holds_its_id()
    {
        var table = new Table(Register.Damages, "damage_id|rdna_sector", "a|nothing", "a|energy");

        Assert.Equal(CellFaultKind.DuplicateId, Assert.Single(table.Read()[1].Faults).Kind);
    }

    [Fact]
    public void Text_longer_than_its_column_is_refused_and_shown_shortened()
    {
        var fault = Table.Damage("name_uk", new string('я', 301)).Fault();

        Assert.Equal(CellFaultKind.TooLong, fault.Kind);
        Assert.Equal(81, fault.Value.Length);
    }

    [Fact]
    public void A_row_with_more_cells_than_headers_is_refused_unless_they_are_empty()
    {
        Assert.Equal(CellFaultKind.TooManyCells, Table.Damage("name_uk", "Школа|ще").Fault().Kind);
        Assert.Equal("Школа", Table.Damage("name_uk", "Школа||").Only<Damage>().Name.In("uk"));
    }

    [Fact]
    public void A_row_with_fewer_cells_lacks_what_it_does_not_have()
    {
        Assert.Null(Table.Damage("name_uk|grade_scheme", "Школа").Only<Damage>().GradeScheme);
        Assert.Equal(
            ["rdna_sector"],
            Assert.Single(new Table(Register.Damages, "damage_id|rdna_sector", "d").Read()).Faults.Select(f => f.Column)
        );
    }
}
