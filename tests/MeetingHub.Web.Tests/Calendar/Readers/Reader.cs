using System.Diagnostics;
using System.Text.Json;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar.Readers;

/// <summary>
/// A calendar reader that is not ours, in a process of its own, asked once for many calendars. Where it is missing, tests fail
/// and say what to install: a calendar that only its own writer understands proves nothing.
/// </summary>
internal sealed record Reader(string Name, string Program, string Script, string Install)
{
    // Debian's packages belong to the system's Python, whichever other is first on the path.
    public static readonly Reader Python = new(
        "icalendar and dateutil",
        "/usr/bin/python3",
        "read.py",
        "apt-get install python3-icalendar python3-dateutil"
    );

    public static readonly Reader JavaScript = new(
        "ical.js",
        "node",
        "read.mjs",
        "apt-get install nodejs npm && npm ci --prefix tests/calendar-readers"
    );

    public static readonly IReadOnlyList<Reader> All = [JavaScript, Python];

    public override string ToString() => Name;

    public async Task<IReadOnlyList<ReadCalendar>> Read(IReadOnlyList<Asked> calendars)
    {
        using var process = Start();
        var answer = process.StandardOutput.ReadToEndAsync();
        var complaint = process.StandardError.ReadToEndAsync();
        try
        {
            await JsonSerializer.SerializeAsync(process.StandardInput.BaseStream, calendars, JsonSerializerOptions.Web);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had heard everything; what it complained of follows.
        }

        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            Assert.Fail($"{Name} failed; install it with: {Install}. It said: {await complaint}");
        var read = JsonSerializer.Deserialize<List<ReadCalendar>>(await answer, JsonSerializerOptions.Web)!;
        Assert.Equal(calendars.Count, read.Count);
        return read;
    }

    public Task<IReadOnlyList<ReadCalendar>> Read(IEnumerable<string> calendars) =>
        Read([.. calendars.Select(ics => new Asked(ics, []))]);

    private Process Start()
    {
        var start = new ProcessStartInfo(Program, [Path.Combine(Folder(), Script)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Fail($"{Program} did not start ({missing.Message}); install it with: {Install}");
            throw;
        }
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MeetingHub.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "calendar-readers");
    }
}

/// <summary>A calendar to read, and the moments at which its zones are asked for their offsets.</summary>
internal sealed record Asked(string Ics, Dictionary<string, IReadOnlyList<Moment>> Moments);

/// <summary>The same moment in seconds of Unix time and as the zone's clock shows it: readers ask by one or the other.</summary>
internal sealed record Moment(long Utc, string Local);

/// <summary>What a reader found. Times are original, start and end of each meeting, in seconds of Unix time.</summary>
internal sealed record ReadCalendar(
    string? Method,
    IReadOnlyList<string> Zones,
    IReadOnlyList<ReadPart> Parts,
    IReadOnlyList<long[]> Times,
    Dictionary<string, IReadOnlyList<int>> Offsets
)
{
    public IEnumerable<(Instant Original, Instant Start, Instant End)> Meetings =>
        Times.Select(t => (At(t[0]), At(t[1]), At(t[2]))).Order();

    private static Instant At(long seconds) => Instant.FromUnixTimeSeconds(seconds);
}

internal sealed record ReadPart(
    string Kind,
    string Uid,
    int? Sequence,
    long Stamp,
    string? Status,
    string Summary,
    string? Description,
    string? Location,
    string? Url,
    string? Due,
    IReadOnlyList<ReadPerson> Organizers,
    IReadOnlyList<ReadPerson> Attendees,
    IReadOnlyList<string> Names
);

internal sealed record ReadPerson(string Address, string? Name, string? Role, string? Status, string? Rsvp);
