using MeetingHub.Domain.Evidence;

namespace MeetingHub.Web.Evidence.Exchange;

public enum BringChange
{
    New,
    Changed,
    Same,
}

/// <summary>What would become of one entry.</summary>
/// <param name="Columns">Which columns change.</param>
public sealed record BringLine(IEntry Entry, BringChange Change, IReadOnlyList<string> Columns);

/// <summary>What would become of a file's entries, the ones that change first.</summary>
public sealed record BringPreview(IReadOnlyList<BringLine> Lines)
{
    public static BringPreview Of(Brought brought, Registers known)
    {
        Dictionary<(Register, string), IEntry> rows = [];
        foreach (var entry in ((IEnumerable<IEntry>)known.Projects).Concat(known.Funding))
            rows[(entry.Register, entry.Id)] = entry;
        return new([
            .. brought
                .Entries.Select(e => Line(e, rows.GetValueOrDefault((e.Register, e.Id))))
                .OrderBy(l => l.Change)
                .ThenBy(l => l.Entry.Register),
        ]);
    }

    public int Count(BringChange change) => Lines.Count(l => l.Change == change);

    private static BringLine Line(IEntry entry, IEntry? before) =>
        before is null ? new(entry, BringChange.New, [])
        : before.Equals(entry) ? new(entry, BringChange.Same, [])
        : new(entry, BringChange.Changed, RegisterCells.Changed(before, entry));
}
