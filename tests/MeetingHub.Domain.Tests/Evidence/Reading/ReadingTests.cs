using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using NodaTime;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("Збитки, грн", "damage_amount")]
    [InlineData("Сума збитків (UAH)", "damage_amount")]
    [InlineData("Dommages en €", null)]
    [InlineData("Damage", "damage_amount")]
    [InlineData("Damage, %", "damage_percent")]
    [InlineData("Збитки, тис. грн", null)]
    [InlineData("Назва грн", null)]
    public void A_currency_is_no_part_of_a_header_and_thousands_and_per_cent_are(string header, string? column) =>
        Assert.Equal(column, RegisterSchema.Of(Register.Damages).Find(header)?.Name);

    [Theory]
    [InlineData("обмежено", Access.Restricted)]
    [InlineData("лише в підсумках", Access.Limited)]
    [InlineData("limité", null)]
    public void A_word_for_less_access_is_never_read_as_a_milder_one(string word, Access? access) =>
        Assert.Equal(access, RegisterSchema.Of(Register.Damages)["access"].Words!.Find(word));

    [Theory]
    [InlineData("ID|Назва|Сектор|Ступінь пошкодження|Широта|Довгота|Збитки|Валюта|Доступ")]
    [InlineData("Identifiant|name_uk|Secteur|Degré de dommage|latitude|LONGITUDE|Dommages|Devise|Accès")]
    [InlineData("damage_id|NAME_UK|Sector|Damage grade|Lat|Lng|damage amount|Currency|access-level")]
    public void Headers_are_known_in_three_languages(string headers)
    {
        var damage = new Table(
            Register.Damages,
            headers,
            "7|Школа|Освіта|зруйновано|49,21|37,26|1 200 000,50|грн|обмежено"
        ).Only<Damage>();

        Assert.Equal(
            ("7", Sector.EducationScience, DamageGrade.Destroyed, 1_200_000.50m, "UAH", Access.Restricted),
            (damage.Id, damage.Sector, damage.Grade, damage.DamageAmount, damage.Currency, damage.Access)
        );
        Assert.Equal(new GeoPoint(49.21m, 37.26m), damage.Point);
    }

    [Theory]
    [InlineData("éducation et science", Sector.EducationScience)]
    [InlineData("WATER AND SANITATION", Sector.WaterSanitation)]
    [InlineData("water_sanitation", Sector.WaterSanitation)]
    [InlineData("Охорона здоров’я", Sector.Health)]
    [InlineData("Охорона здоров'я", Sector.Health)]
    [InlineData(" Logement ", Sector.Housing)]
    [InlineData("цивільний захист", Sector.EmergencyCivilProtection)]
    public void Sectors_are_known_by_code_and_by_common_words(string word, Sector sector) =>
        Assert.Equal(sector, new Table(Register.Damages, "damage_id|rdna_sector", $"d|{word}").Only<Damage>().Sector);

    [Theory]
    [InlineData("2022-09-10")]
    [InlineData("2022-09-10T14:30:00Z")]
    [InlineData("10.09.2022")]
    [InlineData("10.9.2022")]
    [InlineData("10/09/2022")]
    [InlineData("10-09-2022")]
    [InlineData("2022/09/10")]
    [InlineData("10.09.2022 00:00:00")]
    [InlineData("44814")]
    [InlineData("10 вересня 2022 р.")]
    [InlineData("10 septembre 2022")]
    [InlineData("10 September 2022")]
    public void A_day_is_known_in_every_common_form(string text) =>
        Assert.Equal(new LocalDate(2022, 9, 10), Table.Damage("damaged_from", text).Only<Damage>().DamagedFrom);

    [Theory]
    [InlineData("", Access.Open)]
    [InlineData("закрито", Access.Restricted)]
    public void An_empty_access_is_what_such_a_row_is_by_default(string access, Access expected) =>
        Assert.Equal(expected, Table.Damage("access", access).Only<Damage>().Access);

    [Theory]
    [InlineData("energy|")]
    [InlineData("водопостачання|")]
    [InlineData("transport|міст")]
    public void Energy_water_and_bridges_are_restricted_by_default(string row) =>
        Assert.Equal(
            Access.Restricted,
            new Table(Register.Damages, "damage_id|rdna_sector|object_type", $"d|{row}").Only<Damage>().Access
        );

    [Fact]
    public void A_dash_in_a_cell_means_that_there_is_nothing()
    {
        var damage = Table.Damage("damage_amount|damaged_from|grade|source_url|lat|lon", "-|—|–|-|-|-").Only<Damage>();

        Assert.Equal((null, null, DamageGrade.Unknown), (damage.DamageAmount, damage.DamagedFrom, damage.Grade));
        Assert.Null(damage.Point);
    }

    [Fact]
    public void Invisible_and_turning_characters_do_not_come_in() =>
        Assert.Equal("Школаevil", Table.Damage("name_uk", "\uFEFFШкола\u202Eevil\u0007").Only<Damage>().Name.In("uk"));

    [Fact]
    public void A_project_lists_its_damages_and_sectors()
    {
        var project = new Table(
            Register.Projects,
            "project_id|damage_ids|sector_oc4ids|status_oc4ids|cost_total|currency|priority|ask_type",
            "p|a; b,c|waterAndWaste;transport.road|виконання|30 000 000|EUR|1|обмін досвідом"
        ).Only<RecoveryProject>();

        Assert.Equal(["a", "b", "c"], project.DamageIds);
        Assert.Equal("waterAndWaste;transport.road", project.SectorOc4ids);
        Assert.Equal((ProjectStatus.Implementation, AskType.Exchange), (project.Status, project.Ask));
        Assert.Equal((30_000_000m, 1), (project.CostTotal, project.Priority));
    }

    [Fact]
    public void A_project_that_ends_before_it_starts_is_refused() =>
        Assert.Equal(
            CellFaultKind.DatesReversed,
            new Table(Register.Projects, "project_id|start_date|end_date", "p|2023-05-01|2023-04-30").Fault().Kind
        );
}
