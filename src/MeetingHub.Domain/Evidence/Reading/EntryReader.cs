namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>A row as an entry of its register, or everything that is wrong with it.</summary>
/// <param name="SaysAccess">False when the entry's access is only what such rows have by default.</param>
public sealed record EntryReading(IEntry? Entry, IReadOnlyList<CellFault> Faults, bool SaysAccess = true);

/// <summary>
/// Reads a file's rows one after the other. It remembers the ids that it has seen: of two rows with one id the second is refused
/// and names the first, whether that one was good or bad.
/// </summary>
public sealed class EntryReader(ColumnMap map, ReadingRules rules)
{
    private readonly RowCells row = new(map, rules);
    private readonly FundingIds fundingIds = new();
    private readonly Dictionary<string, long> seen = new(StringComparer.Ordinal);

    /// <param name="line">Where the row begins in its file, counted from 1.</param>
    public EntryReading Read(long line, IReadOnlyList<Cell> cells)
    {
        row.Take(cells);
        IEntry entry = map.Schema.Register switch
        {
            Register.Damages => DamageReader.Read(row),
            Register.Projects => ProjectReader.Read(row),
            _ => FundingReader.Read(row, fundingIds),
        };
        if (entry.Id.Length > 0 && !seen.TryAdd(entry.Id, line))
            row.Faults.Add(new(map.Schema.Columns[0].Name, CellFaultKind.DuplicateId, entry.Id, $"{seen[entry.Id]}"));
        return row.Faults.Count == 0 ? new(entry, [], SaysAccess(entry)) : new(null, row.Faults);
    }

    private bool SaysAccess(IEntry entry) => entry is not Funding && !row.IsEmpty("access");
}
