using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

/// <summary>A department's own words are asked about once, and never mean another thing than what a column says itself.</summary>
public class OwnWordsTests
{
    private static readonly Table Departments = new(
        Register.Damages,
        "damage_id|rdna_sector|grade",
        "1|ЖКГ міста|3",
        "2|жкг  міста|severe",
        "3|housing|-",
        "4|Садочки|"
    );

    [Fact]
    public void Each_unknown_word_is_told_once_with_its_rows()
    {
        Assert.Equal(
            [("rdna_sector", "ЖКГ міста", 2), ("rdna_sector", "Садочки", 1), ("grade", "3", 1)],
            Departments.Unknown.Select(w => (w.Column, w.Text, w.Rows))
        );
        Assert.Equal([true, true, false, true], Departments.Read().Select(r => r.Entry is null));
    }

    [Fact]
    public void What_was_said_of_a_word_is_read_in_all_its_spellings()
    {
        var read = (
            Departments with
            {
                Answers = Saying(("rdna_sector:жкг міста", "municipal_services"), ("grade:3", "severe")),
            }
        ).Read();

        Assert.Equal(
            [Sector.MunicipalServices, Sector.MunicipalServices, Sector.Housing],
            read.Take(3).Select(r => ((Damage)r.Entry!).Sector)
        );
        Assert.Equal(DamageGrade.Severe, ((Damage)read[0].Entry!).Grade);
        Assert.Equal(CellFaultKind.UnknownWord, Assert.Single(read[3].Faults).Kind);
    }

    [Theory]
    [InlineData("rdna_sector:housing", "health", Sector.Housing)]
    [InlineData("rdna_sector:житло", "health", Sector.Housing)]
    public void A_word_that_the_column_takes_keeps_its_meaning(string key, string said, Sector read)
    {
        var table = new Table(Register.Damages, "damage_id|rdna_sector", $"1|{key.Split(':')[1]}")
        {
            Answers = Saying((key, said)),
        };

        Assert.Empty(table.Unknown);
        Assert.Equal(read, table.Only<Damage>().Sector);
    }

    [Fact]
    public void An_answer_that_the_column_does_not_have_is_none()
    {
        var table = new Table(Register.Damages, "damage_id|rdna_sector", "1|Садочки")
        {
            Answers = Saying(("rdna_sector:садочки", "open")),
        };

        Assert.Equal(CellFaultKind.UnknownWord, table.Fault().Kind);
    }

    private static Answers Saying(params (string Key, string Code)[] words) =>
        new() { Words = words.ToDictionary(w => w.Key, w => w.Code) };
}
