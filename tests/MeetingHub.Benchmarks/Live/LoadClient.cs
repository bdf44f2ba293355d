using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace MeetingHub.Benchmarks.Live;

/// <summary>Connects a room full of participants and moves the slides before them; writes what it saw as one line of JSON.</summary>
public sealed class LoadClient(LoadPlan plan)
{
    private const int AtOnce = 32;

    // A method is queued to be compiled for good after its thirtieth call, in the background, on the core that is measured.
    private const int WarmingChanges = 60;
    private const int WarmingInterval = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly List<Line> lines = [];
    private Change? change;
    private long unexpected;

    public static async Task<int> Run(string planFile)
    {
        var plan = JsonSerializer.Deserialize<LoadPlan>(await File.ReadAllTextAsync(planFile))!;
        Console.WriteLine(JsonSerializer.Serialize(await new LoadClient(plan).Run()));
        return 0;
    }

    private async Task<LoadResult> Run()
    {
        using var stop = new CancellationTokenSource();
        using var presenter = await Enter(plan.PresenterPath, isCounted: false);
        if (plan.IsOurs)
            Expect(await presenter.Call("TakeSlides", $"\"{Guid.CreateVersion7()}\""), "\"ok\":true");
        var pings = KeepAlive(presenter, stop.Token);

        // The first tenth warms the server up: what it compiles then is no property of a join.
        var warming = plan.ParticipantPaths.Count / 10;
        await EnterAll(plan.ParticipantPaths.Take(warming));
        var joining = Stopwatch.GetTimestamp();
        await EnterAll(plan.ParticipantPaths.Skip(warming));
        var joins = (plan.ParticipantPaths.Count - warming) / Stopwatch.GetElapsedTime(joining).TotalSeconds;

        await Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None);
        var idle = ServerProcess.CpuSeconds(plan.ServerId);
        await Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None);
        idle = ServerProcess.CpuSeconds(plan.ServerId) - idle;

        for (var i = 0; i < WarmingChanges; i++)
            await Show(presenter, i, WarmingInterval);
        await Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None);
        var cpu = ServerProcess.CpuSeconds(plan.ServerId);
        var ownCpu = Process.GetCurrentProcess().TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        var shown = new List<Change>();
        for (var i = 0; i < plan.Changes; i++)
            shown.Add(await Show(presenter, WarmingChanges + i, plan.IntervalMilliseconds));
        var wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        cpu = ServerProcess.CpuSeconds(plan.ServerId) - cpu;
        ownCpu = Process.GetCurrentProcess().TotalProcessorTime - ownCpu;

        var all = shown.SelectMany(c => c.Milliseconds).ToList();
        var last = shown.Select(c => c.Milliseconds.Max()).ToList();
        var lost = lines.Sum(l => (long)Math.Abs(WarmingChanges + plan.Changes - l.Told)) + unexpected;
        var resident = ServerProcess.ResidentKilobytes(plan.ServerId);
        await stop.CancelAsync();
        await pings;
        return new LoadResult(
            plan.ParticipantPaths.Count,
            joins,
            all.Percentile(50),
            all.Percentile(90),
            all.Percentile(99),
            last.Percentile(50),
            last.Percentile(99),
            cpu / all.Count * 1000,
            idle / 5 * 100,
            resident,
            ownCpu.TotalSeconds / wall * 100,
            lost
        );
    }

    private Task EnterAll(IEnumerable<string> paths) =>
        Parallel.ForEachAsync(
            paths,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (path, _) =>
            {
                var line = await Enter(path, isCounted: true);
                lock (lines)
                    lines.Add(line);
            }
        );

    private async Task<Line> Enter(string path, bool isCounted)
    {
        var line = new Line(Hear) { IsCounted = isCounted };
        await line.Connect(new Uri(plan.Address), path);
        var joined = await line.Call("Join", "null,null");
        if (plan.IsOurs)
            Expect(joined, "\"ok\":true");
        return line;
    }

    private async Task<Change> Show(Line presenter, int number, int pause)
    {
        await Task.Delay(pause);
        // The first slide is on the screen already, and no change may equal the one before it.
        var slide = plan.Slides[(number + 1) % plan.Slides.Count];
        var shown = new Change(Encoding.UTF8.GetBytes($"\"slideId\":\"{slide}\""), lines.Count);
        change = shown;
        shown.Sent = Stopwatch.GetTimestamp();
        var receipt = plan.IsOurs
            ? await presenter.Call("ShowSlide", $"\"{Guid.CreateVersion7()}\",1,\"{slide}\",0")
            : await presenter.Call("Show", $"\"{slide}\",0");
        if (plan.IsOurs)
            Expect(receipt, "\"ok\":true");
        await shown.Everyone.Task.WaitAsync(Patience);
        return shown;
    }

    private void Hear(Line line, ReadOnlySpan<byte> message)
    {
        if (message.StartsWith("{\"type\":1,\"target\":\"Happened\""u8))
        {
            if (message.IndexOf("\"slide_shown\""u8) < 0)
                return;
            line.Told++;
            if (change is not { } now || message.IndexOf(now.Expected) < 0)
                Interlocked.Increment(ref unexpected);
            else if (line.IsCounted)
                now.Hear();
        }
        else if (message.Length == 2 || message.StartsWith("{\"type\":3"u8))
        {
            line.Awaited?.TrySetResult(Encoding.UTF8.GetString(message));
        }
    }

    // Each line pulses once in two seconds as the product's own client does, not all at the same moment.
    private async Task KeepAlive(Line presenter, CancellationToken stop)
    {
        const int Slots = 40;
        for (var slot = 0; !stop.IsCancellationRequested; slot = (slot + 1) % Slots)
        {
            int count;
            lock (lines)
                count = lines.Count;
            if (slot == 0)
                await presenter.Send(Line.Ping);
            for (var i = slot; i < count; i += Slots)
            {
                Line line;
                lock (lines)
                    line = lines[i];
                await line.Send(Line.Ping);
            }

            await Task.Delay(2000 / Slots, CancellationToken.None);
        }
    }

    private static void Expect(string answer, string part)
    {
        if (!answer.Contains(part, StringComparison.Ordinal))
            throw new InvalidOperationException(answer);
    }

    private sealed class Change(byte[] expected, int participants)
    {
        private readonly long[] heard = new long[participants];
        private int count;

        public byte[] Expected => expected;
        public long Sent { get; set; }
        public TaskCompletionSource Everyone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public IEnumerable<double> Milliseconds =>
            heard.Select(h => Stopwatch.GetElapsedTime(Sent, h).TotalMilliseconds);

        public void Hear()
        {
            var at = Interlocked.Increment(ref count);
            if (at <= heard.Length)
                heard[at - 1] = Stopwatch.GetTimestamp();
            if (at == heard.Length)
                Everyone.TrySetResult();
        }
    }
}
