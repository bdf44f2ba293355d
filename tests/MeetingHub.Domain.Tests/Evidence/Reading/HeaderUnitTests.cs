using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

/// <summary>Councils write "тис. грн" above a column and 1 200,5 below it; that is a million and two hundred thousand.</summary>
public class HeaderUnitTests
{
    [Theory]
    [InlineData("Сума, тис. грн", 1_000, "UAH")]
    [InlineData("Сума збитків (тис.грн.)", 1_000, "UAH")]
    [InlineData("Вартість у тисячах гривень", 1_000, "UAH")]
    [InlineData("Потреба, млн євро", 1_000_000, "EUR")]
    [InlineData("Потреба, млрд ₴", 1_000_000_000, "UAH")]
    [InlineData("Coût total (k€)", 1_000, "EUR")]
    [InlineData("Montant en milliers d’euros", 1_000, "EUR")]
    [InlineData("Montant (M€)", 1_000_000, "EUR")]
    [InlineData("Need, kEUR", 1_000, "EUR")]
    [InlineData("Need, million USD", 1_000_000, "USD")]
    [InlineData("Need, k$", 1_000, null)]
    [InlineData("Сума, грн", 1, "UAH")]
    [InlineData("Cost of all top repairs", 1, null)]
    [InlineData("Сума, тис. або млн грн", 1, "UAH")]
    [InlineData("грн або євро", 1, null)]
    [InlineData("need_amount", 1, null)]
    [InlineData("", 1, null)]
    public void A_header_says_thousands_and_currency(string header, decimal scale, string? currency) =>
        Assert.Equal(new HeaderUnit(scale, currency), HeaderUnit.Of(header));

    [Fact]
    public void Numbers_are_multiplied_and_take_the_currency_of_their_header()
    {
        var damage = Damage("Сума, тис. грн", "1 200,5");

        Assert.Equal((1_200_500m, "UAH"), (damage.NeedAmount, damage.Currency));
    }

    [Fact]
    public void A_currency_column_says_it_better_than_a_header()
    {
        var damage = Damage("Сума, тис. грн|currency", "2|EUR");

        Assert.Equal((2_000m, "EUR"), (damage.NeedAmount, damage.Currency));
    }

    [Fact]
    public void Headers_that_differ_name_no_currency()
    {
        var map = Map(
            "damage_id|rdna_sector|need, EUR|Сума, грн",
            ("need eur", "need_amount"),
            ("сума грн", "loss_amount")
        );

        Assert.Null(map.Currency);
        Assert.DoesNotContain("currency", map.Names);
    }

    [Fact]
    public void Funding_can_do_without_a_column_that_its_header_stands_for()
    {
        Assert.Contains(Map(Register.Funding, "project_id|amount").Missing, c => c.Name == "currency");
        Assert.DoesNotContain(Map(Register.Funding, "project_id|amount, UAH").Missing, c => c.Name == "currency");
    }

    private static Damage Damage(string headers, string row)
    {
        var map = Map("damage_id|rdna_sector|" + headers, ("сума тис грн", "need_amount"));
        var cells = $"1|housing|{row}".Split('|').Select(c => new Cell(c)).ToList();
        var survey = new Survey(map, null);
        survey.Look(cells);
        return (Damage)new EntryReader(map, survey.Rules(Answers.None)).Read(2, cells).Entry!;
    }

    private static ColumnMap Map(string headers, params (string Header, string Column)[] said) =>
        ColumnMap.Of(
            RegisterSchema.Of(Register.Damages),
            headers.Split('|'),
            said.ToDictionary(s => s.Header, s => s.Column)
        );

    private static ColumnMap Map(Register register, string headers) =>
        ColumnMap.Of(RegisterSchema.Of(register), headers.Split('|'));
}
