using System.Collections.Concurrent;
using MeetingHub.Domain.Decks;
using NodaTime;

namespace MeetingHub.Web.Decks.Documents;

public enum DocumentStage
{
    Waiting,
    Checking,
    Converting,
    Reading,
    Done,
    Refused,
}

/// <summary>A document on its way to becoming a deck.</summary>
public sealed record DocumentJob(Guid Id, Guid PersonId, string FileName, DocumentStage Stage, Instant Since)
{
    public DeckProblem? Problem { get; init; }
    public Guid? DeckId { get; init; }
    public IReadOnlyList<string> LeftOut { get; init; } = [];
    public bool IsOver => Stage is DocumentStage.Done or DocumentStage.Refused;
}

/// <summary>
/// Documents being opened, one at a time: an office takes a whole core, and the other belongs to the meetings. Kept in memory alone:
/// what dies with the process has made nothing, and its author still has the file.
/// </summary>
internal sealed class DocumentJobs(
    DocumentReader reader,
    DocumentDeck decks,
    IClock clock,
    IHostApplicationLifetime life,
    ILogger<DocumentJobs> logger
) : IDisposable
{
    private const int MostWaiting = 3;
    private readonly ConcurrentDictionary<Guid, (DocumentJob Job, Task Work)> jobs = new();
    private readonly SemaphoreSlim place = new(1);

    public DocumentJob? Find(Guid id, Guid person) =>
        jobs.TryGetValue(id, out var found) && found.Job.PersonId == person ? found.Job : null;

    /// <summary>The job, or null when this person already has as many under way as anybody may.</summary>
    public DocumentJob? Start(
        Guid person,
        Guid community,
        string fileName,
        byte[] file,
        IReadOnlyList<string> languages
    )
    {
        Forget();
        if (jobs.Values.Count(j => j.Job.PersonId == person && !j.Job.IsOver) >= MostWaiting)
            return null;
        var job = new DocumentJob(
            Guid.CreateVersion7(),
            person,
            fileName,
            DocumentStage.Waiting,
            clock.GetCurrentInstant()
        );
        jobs[job.Id] = (job, Task.CompletedTask);
        var work = Task.Run(() => Run(job, community, file, languages));
        jobs.AddOrUpdate(job.Id, (job, work), (_, known) => (known.Job, work));
        return job;
    }

    public Task Ended(Guid id) => jobs.TryGetValue(id, out var found) ? found.Work : Task.CompletedTask;

    public void Dispose() => place.Dispose();

    private async Task Run(DocumentJob job, Guid community, byte[] file, IReadOnlyList<string> languages)
    {
        var stop = life.ApplicationStopping;
        try
        {
            await place.WaitAsync(stop);
            try
            {
                var reading = await reader.Read(
                    job.FileName,
                    file,
                    stage => Tell(job.Id, j => j with { Stage = stage }),
                    stop
                );
                if (reading.Document is not { } document)
                {
                    Tell(job.Id, j => j with { Stage = DocumentStage.Refused, Problem = reading.Problem });
                    return;
                }

                var deck = await decks.Make(community, job.PersonId, job.FileName, document, languages);
                Tell(job.Id, j => j with { Stage = DocumentStage.Done, DeckId = deck, LeftOut = document.LeftOut });
            }
            finally
            {
                place.Release();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
        catch (Exception fault)
        {
            logger.LogError(fault, "A document could not be opened");
            var problem = new DeckProblem(DeckProblem.PdfTooHard, 0, job.FileName);
            Tell(job.Id, j => j with { Stage = DocumentStage.Refused, Problem = problem });
        }
    }

    private void Tell(Guid id, Func<DocumentJob, DocumentJob> change) =>
        jobs.AddOrUpdate(id, _ => throw new KeyNotFoundException(), (_, known) => (change(known.Job), known.Work));

    private void Forget()
    {
        var before = clock.GetCurrentInstant() - Duration.FromHours(1);
        foreach (var (id, _) in jobs.Where(j => j.Value.Job.IsOver && j.Value.Job.Since < before))
            jobs.TryRemove(id, out _);
    }
}
