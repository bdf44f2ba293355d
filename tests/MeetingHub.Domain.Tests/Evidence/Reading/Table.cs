using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

/// <summary>A small file as its rows: headers and cells parted by a bar.</summary>
internal sealed record Table(Register Register, string Headers, params string[] Rows)
{
    public CountryBox? Box { get; init; } = CountryBox.Of("UA");
    public Answers Answers { get; init; } = Answers.None;

    public ColumnMap Map => ColumnMap.Of(RegisterSchema.Of(Register), Split(Headers));

    public IReadOnlyList<ReadingQuestion> Questions => Surveyed().Questions(Answers);

    public IReadOnlyList<UnknownWord> Unknown => Surveyed().Unknown;

    public IReadOnlyList<EntryReading> Read()
    {
        var reader = new EntryReader(Map, Surveyed().Rules(Answers));
        return [.. Rows.Select((row, i) => reader.Read(i + 2, Cells(row)))];
    }

    public T Only<T>()
        where T : IEntry
    {
        var reading = Assert.Single(Read());
        Assert.True(reading.Entry is not null, string.Join("; ", reading.Faults));
        return (T)reading.Entry;
    }

    public CellFault Fault() => Assert.Single(Assert.Single(Read()).Faults);

    /// <summary>A damage with these columns besides its id and sector.</summary>
    public static Table Damage(string headers, params string[] rows) =>
        new(Register.Damages, "damage_id|rdna_sector|" + headers, [.. rows.Select((r, i) => $"d{i}|housing|{r}")]);

    private Survey Surveyed()
    {
        var survey = new Survey(Map, Box);
        foreach (var row in Rows)
            survey.Look(Cells(row));
        return survey;
    }

    private static string[] Split(string row) => row.Split('|');

    private static Cell[] Cells(string row) => [.. Split(row).Select(c => new Cell(c))];
}
