namespace MeetingHub.Benchmarks.Imports;

/// <summary>The most resident memory of a process since it was last taken, looked at every few milliseconds.</summary>
internal sealed class Peak : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task looking;
    private double most;

    public Peak(int pid) => looking = Look(pid);

    public double Take() => Interlocked.Exchange(ref most, 0);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await looking;
        stop.Dispose();
    }

    private async Task Look(int pid)
    {
        while (!stop.IsCancellationRequested)
        {
            most = Math.Max(most, ServerProcess.ResidentKilobytes(pid) / 1024);
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
