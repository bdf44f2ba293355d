using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Domain.Languages;
using NodaTime;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

public sealed class KeptColumnsTests
{
    private static readonly Damage Before = new()
    {
        Id = "d",
        Sector = Sector.Housing,
        Name = LocalText.Of(("uk", "Будинок"), ("fr", "Maison")),
        DamageAmount = 5,
        Currency = "UAH",
        Access = Access.Limited,
        Source = new Source("Акт", null, new LocalDate(2022, 10, 1)),
    };

    [Fact]
    public void What_the_file_does_not_speak_of_stays()
    {
        var read = new Damage
        {
            Id = "d",
            Sector = Sector.Health,
            Name = LocalText.Of(("uk", "Лікарня")),
        };

        var kept = (Damage)KeptColumns.Of(read, Before, new HashSet<string> { "damage_id", "rdna_sector", "name_uk" })!;

        Assert.Equal(
            Before with
            {
                Sector = Sector.Health,
                Name = LocalText.Of(("uk", "Лікарня"), ("fr", "Maison")),
            },
            kept
        );
    }

    [Fact]
    public void An_empty_cell_of_a_column_that_is_there_empties_it()
    {
        var kept = (Damage)
            KeptColumns.Of(Before with { DamageAmount = null }, Before, new HashSet<string> { "damage_amount" })!;

        Assert.Null(kept.DamageAmount);
    }

    [Fact]
    public void An_amount_that_stays_is_never_said_to_be_in_another_currency()
    {
        var read = new Damage
        {
            Id = "d",
            Sector = Sector.Housing,
            NeedAmount = 500_000,
            Currency = "EUR",
        };
        HashSet<string> needs = ["damage_id", "need_amount", "currency"];

        Assert.Null(KeptColumns.Of(read, Before, needs));
        Assert.Equal(
            ("UAH", 5m, 500_000m),
            Money((Damage)KeptColumns.Of(read with { Currency = "UAH" }, Before, needs)!)
        );
        Assert.Equal("UAH", ((Damage)KeptColumns.Of(read with { Currency = null }, Before, needs)!).Currency);
        Assert.Equal(
            "EUR",
            ((Damage)KeptColumns.Of(read, Before, new HashSet<string>(needs) { "damage_amount" })!).Currency
        );
        Assert.Equal("EUR", ((Damage)KeptColumns.Of(read, Before with { DamageAmount = null }, needs)!).Currency);
    }

    [Fact]
    public void A_project_keeps_its_cost_in_its_currency()
    {
        var before = new RecoveryProject
        {
            Id = "p",
            CostTotal = 7,
            Currency = "UAH",
        };
        HashSet<string> columns = ["project_id", "currency"];

        Assert.Null(KeptColumns.Of(before with { CostTotal = null, Currency = "EUR" }, before, columns));
        Assert.Equal(before, KeptColumns.Of(new RecoveryProject { Id = "p" }, before, columns));
    }

    [Fact]
    public void A_projects_place_stays_though_no_file_has_it()
    {
        var before = new RecoveryProject { Id = "p", Point = new GeoPoint(49.2m, 37.2m) };
        var all = RegisterSchema.Of(Register.Projects).Columns.Select(c => c.Name).ToHashSet();

        Assert.Equal(before, KeptColumns.Of(new RecoveryProject { Id = "p" }, before, all));
    }

    private static (string?, decimal?, decimal?) Money(Damage damage) =>
        (damage.Currency, damage.DamageAmount, damage.NeedAmount);

    [Fact]
    public void With_every_column_a_row_becomes_what_the_file_says()
    {
        var read = new Damage { Id = "d", Sector = Sector.Energy };
        var all = RegisterSchema.Of(Register.Damages).Columns.Select(c => c.Name).ToHashSet();

        Assert.Equal(read, KeptColumns.Of(read, Before, all));
    }
}
