using System.Diagnostics;
using System.Globalization;

namespace MeetingHub.Benchmarks.Imports;

/// <summary>
/// A register of many rows through the pages of the built server: how long until it is read and judged, how long until it is
/// written, how large the server grows, and how long somebody else's small write waits meanwhile.
/// </summary>
public static class ImportBenchmark
{
    public static async Task<int> Run(Options options)
    {
        var rows = options.Number("rows", 50_000);
        for (var i = 0; i < options.Number("times", 3); i++)
        {
            var work = Directory.CreateTempSubdirectory("meetinghub-import-").FullName;
            try
            {
                await Measure(rows, work);
            }
            finally
            {
                Directory.Delete(work, recursive: true);
            }
        }

        return 0;
    }

    private static async Task Measure(int rows, string work)
    {
        var file = Path.Combine(work, "damages.csv");
        LargeRegister.Write(file, rows);
        await using var server = await ServerProcess.OurHub(Path.Combine(work, "data"), withDemo: true);
        using var secretary = await Secretary.SignIn(server.Address);
        await using var colleague = new SmallWrite(Path.Combine(work, "data"));
        await using var memory = new Peak(server.Id);
        var alone = await colleague.While(Task.Delay(2000));
        Tell("before the import", 0, memory.Take(), alone);
        foreach (var round in new[] { "first time", "again, all the same" })
        {
            var began = Stopwatch.GetTimestamp();
            var reading = Read(secretary, file);
            var waited = await colleague.While(reading);
            Tell(
                $"{round}: uploaded, read, judged",
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                memory.Take(),
                waited
            );
            began = Stopwatch.GetTimestamp();
            var writing = secretary.WriteAll(await reading);
            waited = await colleague.While(writing);
            Tell($"{round}: written", Stopwatch.GetElapsedTime(began).TotalSeconds, memory.Take(), waited);
        }
    }

    private static async Task<string> Read(Secretary secretary, string file)
    {
        var import = await secretary.Bring(file);
        await secretary.Reaches(import, "ready");
        return import;
    }

    private static void Tell(string what, double seconds, double megabytes, List<double> waits)
    {
        waits.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -42} {seconds, 6:0.00} s  peak {megabytes, 4:0} MB  small write p50 {At(0.5), 4:0} p99 {At(0.99), 4:0} longest {At(1), 5:0} ms of {waits.Count}"
            )
        );

        double At(double share) => waits.Count == 0 ? 0 : waits[(int)((waits.Count - 1) * share)];
    }
}
