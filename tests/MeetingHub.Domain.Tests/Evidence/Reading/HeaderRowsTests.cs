using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

public sealed class HeaderRowsTests
{
    [Fact]
    public void A_title_above_the_headers_is_passed_over() =>
        Found(["Реєстр пошкоджених об’єктів", "Ідентифікатор|Назва|Галузь", "1|Школа|Освіта"])
            .Is(1, 1, "Ідентифікатор|Назва|Галузь");

    [Fact]
    public void Headers_that_nobody_knows_are_the_first_row_that_is_full() =>
        Found(["Додаток 3", "Шифр|Що це|Де це", "1|Школа|Центр"]).Is(1, 1, "Шифр|Що це|Де це");

    [Fact]
    public void Without_a_title_they_stand_first() =>
        Found(["damage_id|name_uk|rdna_sector", "1|Школа|housing"]).Is(0, 1, "damage_id|name_uk|rdna_sector");

    [Fact]
    public void Two_rows_of_headers_are_one() =>
        Found(["Ідентифікатор|Галузь|Вартість||", "||Збитки|Потреби|", "1|housing|5|7|"])
            .Is(0, 2, "Ідентифікатор|Галузь|Вартість: Збитки|Вартість: Потреби|");

    [Fact]
    public void A_row_of_data_with_gaps_is_no_second_row_of_headers() =>
        Found(["damage_id|rdna_sector|name_uk", "|housing|Школа", "2|health|Лікарня"])
            .Is(0, 1, "damage_id|rdna_sector|name_uk");

    [Fact]
    public void A_header_that_is_empty_or_stands_there_twice_is_known_by_its_place()
    {
        string[] headers = ["Дата", "", "Дата"];
        Assert.Equal(["дата", "#2", "#3"], headers.Select((_, i) => HeaderKey.Of(headers, i)));
        Assert.Equal([true, false, false], headers.Select((_, i) => HeaderKey.Lasts(HeaderKey.Of(headers, i))));
    }

    [Fact]
    public void A_column_below_a_group_is_known_by_its_own_name()
    {
        var map = ColumnMap.Of(RegisterSchema.Of(Register.Damages), ["Вартість: Збитки, грн", "Вартість: Потреби"]);
        Assert.Equal((0, 1), (map.PlaceOf("damage_amount"), map.PlaceOf("need_amount")));
    }

    [Fact]
    public void What_somebody_says_of_each_of_two_alike_headers_counts()
    {
        var map = ColumnMap.Of(
            RegisterSchema.Of(Register.Damages),
            ["Дата", "Дата"],
            new Dictionary<string, string> { ["дата"] = "damaged_from", ["#2"] = "damaged_to" }
        );
        Assert.Equal((0, 1), (map.PlaceOf("damaged_from"), map.PlaceOf("damaged_to")));
    }

    private sealed record Seen(HeaderRows At, string Names)
    {
        public void Is(int first, int count, string names) =>
            Assert.Equal((new HeaderRows(first, count), names), (At, Names));
    }

    private static Seen Found(string[] rows)
    {
        var cells = rows.Select(r => (IReadOnlyList<Cell>)[.. r.Split('|').Select(c => new Cell(c))]).ToList();
        var at = HeaderRows.In(RegisterSchema.Of(Register.Damages), cells);
        return new(at, string.Join('|', at.Names(cells)));
    }
}
