using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeetingHub.Benchmarks;

/// <summary>From the start of the built server to its first answers, on an empty data folder that has its database already.</summary>
public static class ColdStart
{
    private static readonly JsonSerializerOptions NaNToo = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static async Task<int> Run(Options options)
    {
        var work = Directory.CreateTempSubdirectory("meetinghub-cold-").FullName;
        var (alive, page, resident) = (new List<double>(), new List<double>(), new List<double>());
        try
        {
            // The first start makes the database and warms the disk's cache; it is not counted.
            for (var i = 0; i <= options.Number("times", 5); i++)
            {
                await using var server = await ServerProcess.OurHub(Path.Combine(work, "data"));
                var home = await server.Answers("/");
                await Task.Delay(TimeSpan.FromSeconds(3));
                if (i == 0)
                    continue;
                alive.Add(server.AnsweredAfter.TotalMilliseconds);
                page.Add(home?.TotalMilliseconds ?? double.NaN);
                resident.Add(ServerProcess.ResidentKilobytes(server.Id) / 1024);
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"/health/live after {alive.Median():0} ms, / after {page.Median():0} ms, idle {resident.Median():0} MB"
            )
        );
        var folder = Path.Combine(ServerProcess.SourceRoot, "BenchmarkDotNet.Artifacts");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "cold.json"),
            JsonSerializer.Serialize(
                new
                {
                    alive,
                    page,
                    resident,
                },
                NaNToo
            )
        );
        return 0;
    }
}
