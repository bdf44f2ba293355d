using System.Globalization;
using System.Text.Json;

namespace MeetingHub.Benchmarks.Live;

/// <summary>The table for people and the file for programs. Ratios are taken within each pair; their median is what counts.</summary>
public static class LiveReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly (string Name, Func<LoadResult, double> Of)[] Measures =
    [
        ("a participant, p50, ms", r => r.P50),
        ("a participant, p90, ms", r => r.P90),
        ("a participant, p99, ms", r => r.P99),
        ("the last participant, p50, ms", r => r.LastP50),
        ("the last participant, p99, ms", r => r.LastP99),
        ("joins a second", r => r.JoinsASecond),
        ("CPU s per 1,000 deliveries", r => r.CpuSecondsAThousand),
        ("idle room, % of a core", r => r.IdleCpuPercent),
        ("resident, MB", r => r.ResidentKilobytes / 1024),
        ("lost", r => r.Lost),
    ];

    public static async Task Write(IReadOnlyList<Pair> pairs, IReadOnlyList<Pair> memory)
    {
        Console.WriteLine();
        Console.WriteLine($"{pairs[0].Ours.Participants} participants, {pairs.Count} pairs: medians");
        Console.WriteLine($"{"", -32}{"ours", 12}{"yardstick", 12}{"ratio", 9}   {"ratio of each pair"}");
        foreach (var (name, of) in Measures)
        {
            var ratios = pairs.Select(p => of(p.Ours) / of(p.Yardstick)).ToList();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -32}{pairs.Select(p => of(p.Ours)).Median(), 12:0.####}{pairs.Select(p => of(p.Yardstick)).Median(), 12:0.####}{ratios.Median(), 9:0.00}   {string.Join(' ', ratios.Select(r => r.ToString("0.00", CultureInfo.InvariantCulture)))}"
                )
            );
        }

        var (ours, yardstick) = (Slope(memory, p => p.Ours), Slope(memory, p => p.Yardstick));
        if (ours is not null)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{"KB a participant (slope)", -32}{ours, 12:0.0}{yardstick, 12:0.0}{ours / yardstick, 9:0.00}"
                )
            );

        var folder = Path.Combine(ServerProcess.SourceRoot, "BenchmarkDotNet.Artifacts");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "live.json");
        var report = new
        {
            pairs,
            memory,
            oursKilobytesAParticipant = ours,
            yardstickKilobytesAParticipant = yardstick,
        };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Indented));
        Console.WriteLine(file);
    }

    /// <summary>What one more participant adds, between the smallest and the largest room: the server's own size drops out.</summary>
    private static double? Slope(IReadOnlyList<Pair> memory, Func<Pair, LoadResult> which)
    {
        var sizes = memory.Select(which).GroupBy(r => r.Participants).OrderBy(g => g.Key).ToList();
        return sizes.Count < 2
            ? null
            : (sizes[^1].Select(r => r.ResidentKilobytes).Median() - sizes[0].Select(r => r.ResidentKilobytes).Median())
                / (sizes[^1].Key - sizes[0].Key);
    }
}
