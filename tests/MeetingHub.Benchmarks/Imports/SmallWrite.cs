using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace MeetingHub.Benchmarks.Imports;

/// <summary>
/// Somebody else's smallest write, on a connection like the server's own but in another process: it shows how long the database
/// keeps a writer waiting, apart from what the processor does.
/// </summary>
internal sealed class SmallWrite : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand write;

    public SmallWrite(string dataFolder)
    {
        connection = new SqliteConnection(
            $"Data Source={Path.Combine(dataFolder, "meetinghub.db")};Default Timeout=60"
        );
        connection.Open();
        using var prepare = connection.CreateCommand();
        prepare.CommandText = "PRAGMA synchronous=FULL; CREATE TABLE Benchmark (Id INTEGER PRIMARY KEY, Text TEXT)";
        prepare.ExecuteNonQuery();
        write = connection.CreateCommand();
        write.CommandText = "INSERT INTO Benchmark (Text) VALUES ('somebody else')";
    }

    /// <summary>One write after the other while something runs; how long each took, in milliseconds.</summary>
    public async Task<List<double>> While(Task running)
    {
        List<double> waits = [];
        while (!running.IsCompleted)
        {
            var began = Stopwatch.GetTimestamp();
            await Task.Run(() => write.ExecuteNonQuery());
            waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(10);
        }

        await running;
        return waits;
    }

    public async ValueTask DisposeAsync()
    {
        await write.DisposeAsync();
        await connection.DisposeAsync();
    }
}
