namespace MeetingHub.Domain.Evidence.Views;

/// <summary>
/// Rows that are the only one of their group. Whoever sees the group's figure sees theirs: when such a row is guarded later, a
/// figure that was published tells of it.
/// </summary>
internal static class Singled
{
    public static IEnumerable<IEntry> Out(IEnumerable<IEnumerable<IEntry>> groups) =>
        groups.Select(g => g.Take(2).ToList()).Where(g => g.Count == 1).Select(g => g[0]);
}
