using System.Diagnostics;
using System.Text.Json;

namespace MeetingHub.Benchmarks.Live;

/// <summary>Ours and the yardstick in turn, each run with a fresh server and a fresh client, so that a noisy minute strikes both.</summary>
public static class LiveBenchmark
{
    private const int MemoryPairs = 2;

    public static async Task<int> Run(Options options)
    {
        var work = Directory.CreateTempSubdirectory("meetinghub-bench-").FullName;
        try
        {
            var pairs = await Pairs(
                work,
                options.Number("participants", 1000),
                options.Number("changes", 30),
                options.Number("interval", 300),
                options.Number("pairs", 5)
            );
            var memory = new List<Pair>();
            foreach (var size in options.Numbers("memory"))
                memory.AddRange(await Pairs(work, size, 5, 100, MemoryPairs));
            await LiveReport.Write(pairs, memory);
            return pairs.Concat(memory).All(p => p.Ours.Lost + p.Yardstick.Lost == 0) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<List<Pair>> Pairs(string work, int participants, int changes, int interval, int count)
    {
        Console.WriteLine($"Preparing a meeting of {participants} …");
        var meeting = await PreparedMeeting.Make(Path.Combine(work, Guid.NewGuid().ToString("N")), participants);
        var pairs = new List<Pair>();
        for (var i = 0; i < count; i++)
        {
            var data = meeting.Copy(Path.Combine(work, Guid.NewGuid().ToString("N")));
            LoadResult ours;
            await using (var server = await ServerProcess.OurHub(data))
                ours = await Load(work, Plan(server, meeting, isOurs: true, changes, interval));
            LoadResult yardstick;
            await using (var server = await ServerProcess.TheYardstick())
                yardstick = await Load(work, Plan(server, meeting, isOurs: false, changes, interval));
            pairs.Add(new Pair(ours, yardstick));
            Console.WriteLine($"{i + 1}/{count}\n  ours      {ours}\n  yardstick {yardstick}");
        }

        return pairs;
    }

    private static LoadPlan Plan(ServerProcess server, PreparedMeeting m, bool isOurs, int changes, int interval) =>
        new(
            server.Address,
            server.Id,
            isOurs ? m.PathOf(m.PresenterSecret) : "/live",
            [.. m.Secrets.Select(s => isOurs ? m.PathOf(s) : "/live")],
            isOurs,
            m.Slides,
            changes,
            interval
        );

    private static async Task<LoadResult> Load(string work, LoadPlan plan)
    {
        var file = Path.Combine(work, "plan.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(plan));
        var start = ServerProcess.OnCore(0, [typeof(LoadClient).Assembly.Location, "load", file]);
        // A thread pool's hop for each of a thousand receipts would be measured as the server's time.
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1";
        using var client = Process.Start(start)!;
        var faults = client.StandardError.ReadToEndAsync();
        var result = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        return client.ExitCode == 0
            ? JsonSerializer.Deserialize<LoadResult>(result)!
            : throw new InvalidOperationException(await faults);
    }
}

public sealed record Pair(LoadResult Ours, LoadResult Yardstick);
