using System.Collections.Concurrent;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>
/// Imports at work. One at a time: on a small machine the other core belongs to the meetings. Whoever comes second waits and can
/// see it. What dies with the process has written nothing and is begun anew.
/// </summary>
public sealed class ImportJobs(IHostApplicationLifetime life, ILogger<ImportJobs> logger) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, Job> running = new();
    private readonly SemaphoreSlim place = new(1);

    public bool IsRunning(Guid id) => running.ContainsKey(id);

    /// <summary>From 0 to 1; null when nothing runs.</summary>
    public double? ProgressOf(Guid id) => running.TryGetValue(id, out var job) ? job.Progress : null;

    /// <summary>False when the import is already at work; else <paramref name="begin"/> is done before the work.</summary>
    public bool Start(Guid id, Action begin, Func<Action<double>, CancellationToken, Task> work)
    {
        var job = new Job(CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping));
        if (!running.TryAdd(id, job))
            return false;
        try
        {
            begin();
        }
        catch
        {
            running.TryRemove(id, out _);
            throw;
        }

        job.Work = Task.Run(() => Run(id, job, work));
        return true;
    }

    public void Stop(Guid id)
    {
        if (running.TryGetValue(id, out var job))
            job.Stop.Cancel();
    }

    /// <summary>Waits until an import is no longer at work.</summary>
    public Task Ended(Guid id) => running.TryGetValue(id, out var job) ? job.Work : Task.CompletedTask;

    public void Dispose() => place.Dispose();

    private async Task Run(Guid id, Job job, Func<Action<double>, CancellationToken, Task> work)
    {
        try
        {
            await place.WaitAsync(job.Stop.Token);
            try
            {
                await work(p => job.Progress = p, job.Stop.Token);
            }
            finally
            {
                place.Release();
            }
        }
        catch (OperationCanceledException) when (job.Stop.IsCancellationRequested) { }
        catch (Exception fault)
        {
            logger.LogError(fault, "The import {Import} failed", id);
        }
        finally
        {
            running.TryRemove(id, out _);
        }
    }

    private sealed record Job(CancellationTokenSource Stop)
    {
        private double progress;

        public Task Work { get; set; } = Task.CompletedTask;

        public double Progress
        {
            get => Volatile.Read(ref progress);
            set => Volatile.Write(ref progress, value);
        }
    }
}
