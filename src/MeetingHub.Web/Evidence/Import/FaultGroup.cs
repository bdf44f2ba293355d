using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Log;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>The same fault of the same value in one column, in as many lines as have it: one mistake is told once.</summary>
public sealed record FaultGroup(string Header, CellFault Fault, IReadOnlyList<long> Lines)
{
    private const int MostRanges = 40;

    /// <summary>In the order of their first lines.</summary>
    public static IReadOnlyList<FaultGroup> In(string file) =>
        [
            .. File.ReadLines(file)
                .Select(EventJson.Read<LineFault>)
                .GroupBy(f => (f.Header, f.Fault))
                .Select(g => new FaultGroup(g.Key.Header, g.Key.Fault, [.. g.Select(f => f.Line)])),
        ];

    /// <summary>Lines as ranges, <c>2–5, 9</c>, and how many lines are not among them.</summary>
    public (string Ranges, int More) Told()
    {
        List<(long First, long Last)> ranges = [];
        var told = 0;
        foreach (var line in Lines)
        {
            if (ranges.Count > 0 && ranges[^1].Last == line - 1)
                ranges[^1] = (ranges[^1].First, line);
            else if (ranges.Count < MostRanges)
                ranges.Add((line, line));
            else
                break;
            told++;
        }

        return (
            string.Join(", ", ranges.Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}–{r.Last}")),
            Lines.Count - told
        );
    }
}
