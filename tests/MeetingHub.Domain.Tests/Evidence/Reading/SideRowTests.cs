using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

public sealed class SideRowTests
{
    [Theory]
    [InlineData("1|2|3|4")]
    [InlineData("А|Б|1|2")]
    [InlineData("|Разом:||45 000")]
    [InlineData("Всього по громаді|||45 000")]
    [InlineData("|||Виконавець")]
    [InlineData("Виконавець: начальник відділу|||")]
    public void Totals_numbers_of_columns_and_remarks_are_no_entries(string row) => Assert.True(IsAside(row));

    [Theory]
    [InlineData("1|Школа|education_science|2")]
    [InlineData("D-7|||")]
    [InlineData("D-7|Разом|housing|5")]
    [InlineData("|Школа|housing|5")]
    [InlineData("2|Total|3|4")]
    public void What_could_be_an_entry_is_judged_as_one(string row) => Assert.False(IsAside(row));

    private static bool IsAside(string row) =>
        SideRow.Is(
            [.. row.Split('|').Select(c => new Cell(c))],
            ColumnMap.Of(RegisterSchema.Of(Register.Damages), ["damage_id", "name_uk", "rdna_sector", "damage_amount"])
        );
}
