using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Evidence.Import.Files;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using MeetingHub.Web.Shared.Security;
using NodaTime;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>Takes files that are on the disk already, has them read, and writes what was read when somebody says so.</summary>
public sealed class ImportDesk(
    ImportFolder folder,
    ImportJobs jobs,
    ColumnHabits habits,
    RegisterBook book,
    ILogger<ImportDesk> logger,
    IClock clock
)
{
    private const int MostOfOnePerson = 5;
    private const int AwaitingShown = 20;
    private readonly Lock gate = new();

    /// <summary>Takes the file that lies at <see cref="ImportFolder.FileOf"/> under this id, however it came there.</summary>
    public async Task<(ImportCase? Import, FileFault? Fault)> Take(
        Guid id,
        Person person,
        Register register,
        string fileName,
        string language
    )
    {
        var path = folder.FileOf(id);
        var (kind, fault) = TableKinds.Of(path);
        if (kind is null || person.CommunityId is not { } community)
        {
            folder.Delete(id);
            return (null, fault ?? FileFault.NotTable);
        }

        foreach (var old in Of(person).Skip(MostOfOnePerson - 1).Where(i => !jobs.IsRunning(i.Id)))
            folder.Delete(old.Id);
        var (encoding, isSure) = kind == TableKind.Csv ? Encodings.Of(path) : (Encodings.Utf8, true);
        var import = await Looked(
            new ImportCase
            {
                Id = id,
                CommunityId = community,
                PersonId = person.Id,
                Register = register,
                FileName = PlainName.Of(Path.GetFileName(fileName)),
                Bytes = new FileInfo(path).Length,
                Language = language,
                At = clock.GetCurrentInstant(),
                Form = new TableForm(kind.Value, encoding, null, 0),
                EncodingIsSure = isSure,
            }
        );
        return (import, null);
    }

    /// <summary>An import of this person's, while they may change registers; anybody else's is not there.</summary>
    public ImportCase? Find(Guid id, Person person)
    {
        lock (gate)
        {
            var isRunning = jobs.IsRunning(id);
            if (
                folder.Find(id) is not { } import
                || import.PersonId != person.Id
                || !ReleaseDesk.MayRelease(person, import.CommunityId)
            )
                return null;
            return (isRunning, import.Stage) switch
            {
                // The process died at it.
                (false, ImportStage.Reading) => Read(import),
                (false, ImportStage.Writing) => Keep(import with { Stage = ImportStage.Ready, WasStopped = true }),
                _ => import,
            };
        }
    }

    public IReadOnlyList<ImportCase> Of(Person person) =>
        [.. folder.All().Where(i => i.PersonId == person.Id && ReleaseDesk.MayRelease(person, i.CommunityId))];

    /// <summary>
    /// Opens the file as its form now says and, if every header is known and nobody <paramref name="asks"/> to see them, has it read.
    /// </summary>
    public async Task<ImportCase> Looked(ImportCase import, bool asks = false)
    {
        try
        {
            var said = await habits.Of(import.CommunityId, import.Register);
            import = Opened(import);
            import = import with
            {
                Said = said.Concat(import.Said.Where(s => !said.ContainsKey(s.Key))).ToDictionary(),
                Fault = null,
                FaultDetail = null,
            };
        }
        catch (TableException e)
        {
            return Keep(import with { Stage = ImportStage.Failed, Fault = e.Fault, FaultDetail = e.Detail });
        }

        var map = import.Map;
        var isKnown = map.Columns.Select((c, i) => (c, i)).All(c => c.c is not null || IsPassedOver(import, c.i));
        return asks || !isKnown || !import.EncodingIsSure || import.Sheets.Count > 1 || map.Missing.Any()
            ? Keep(import with { Stage = ImportStage.Columns })
            : Read(import);
    }

    /// <summary>Has the file read with what was said of its headers or words, and remembers that.</summary>
    public async Task<ImportCase> Said(ImportCase import, IReadOnlyDictionary<string, string> said)
    {
        await habits.Keep(import.CommunityId, import.Register, said);
        return Read(
            import with
            {
                Said = import.Said.Where(s => !said.ContainsKey(s.Key)).Concat(said).ToDictionary(),
            }
        );
    }

    /// <summary>Has the file read, for the first time or with new answers.</summary>
    public ImportCase Read(ImportCase import)
    {
        var reading = import with { Stage = ImportStage.Reading, Read = null, WasStopped = false };
        Start(reading, (progress, stop) => Reading(reading, progress, stop));
        return reading;
    }

    /// <summary>Writes what is good; with <paramref name="all"/> nothing unless all of it is.</summary>
    public bool Write(ImportCase import, bool all)
    {
        if (import is not { Stage: ImportStage.Ready, Read: { Good: > 0 } read } || (all && !read.IsWhole))
            return false;
        var writing = import with { Stage = ImportStage.Writing, WasStopped = false };
        return Start(writing, (progress, stop) => Writing(writing, progress, stop));
    }

    /// <summary>Stops what is at work, and answers once it has stopped. Nothing of it is in the register then.</summary>
    public async Task<ImportCase?> Stop(ImportCase import)
    {
        jobs.Stop(import.Id);
        await jobs.Ended(import.Id);
        return folder.Find(import.Id) switch
        {
            { Stage: ImportStage.Writing } stopped => Keep(
                stopped with
                {
                    Stage = ImportStage.Ready,
                    WasStopped = true,
                }
            ),
            { Stage: ImportStage.Reading } stopped => Keep(
                stopped with
                {
                    Stage = ImportStage.Columns,
                    WasStopped = true,
                }
            ),
            var other => other,
        };
    }

    public async Task Delete(ImportCase import)
    {
        await Stop(import);
        folder.Delete(import.Id);
    }

    private bool Start(ImportCase import, Func<Action<double>, CancellationToken, Task> work)
    {
        // Whoever asks meanwhile finds either the old stage without a job, or the new one with it.
        lock (gate)
            return jobs.Start(import.Id, () => Keep(import), work);
    }

    private async Task Reading(ImportCase import, Action<double> progress, CancellationToken stop)
    {
        try
        {
            var box = await book.BoxOf(import.CommunityId, stop);
            var read = new FileReading(import, folder, box).Run(p => progress(p * 0.8), stop);
            import = import with { Read = read };
            var foreseen = await book.Foresee(import.CommunityId, folder.Entries(import), Kept(import), stop);
            Keep(
                import with
                {
                    Stage = ImportStage.Ready,
                    Read = read with
                    {
                        New = foreseen.Added,
                        Changed = foreseen.Changed,
                        Same = foreseen.Same,
                        AwaitRelease = [.. foreseen.AwaitRelease.Take(AwaitingShown)],
                        AwaitReleaseCount = foreseen.AwaitRelease.Count,
                        OtherCurrency = [.. foreseen.OtherCurrency.Take(AwaitingShown)],
                        OtherCurrencyCount = foreseen.OtherCurrency.Count,
                    },
                }
            );
        }
        catch (TableException e)
        {
            Keep(import with { Stage = ImportStage.Failed, Fault = e.Fault, FaultDetail = e.Detail });
        }
        catch (IOException e) when (!File.Exists(folder.FileOf(import.Id)))
        {
            logger.LogInformation(e, "The import {Import} was deleted while it was read", import.Id);
        }
        // Left at its reading it would be begun again at each look.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Keep(
                import with
                {
                    Stage = ImportStage.Failed,
                    Fault = e is IOException ? FileFault.NoSpace : FileFault.Broken,
                }
            );
            throw;
        }
    }

    private async Task Writing(ImportCase import, Action<double> progress, CancellationToken stop)
    {
        var total = Math.Max(1, import.Read!.Good);
        var told = new Telling(done => progress((double)done / total));
        var written = await book.Write(
            import.CommunityId,
            import.PersonId,
            "import",
            folder.Entries(import),
            Kept(import),
            told,
            stop
        );
        Keep(
            import with
            {
                Stage = ImportStage.Done,
                Written = written with
                {
                    AwaitRelease = [.. written.AwaitRelease.Take(AwaitingShown)],
                    OtherCurrency = [.. written.OtherCurrency.Take(AwaitingShown)],
                },
            }
        );
        folder.DeleteFile(import.Id);
    }

    /// <summary>With what the file says of itself.</summary>
    private ImportCase Opened(ImportCase import)
    {
        var path = folder.FileOf(import.Id);
        var sheets = import.Form.Kind == TableKind.Xlsx ? XlsxTable.Sheets(path) : [];
        using var table = import.Form.Open(path, import.Schema);
        return import with
        {
            Headers = table.Headers,
            Said = LettersBelow.Of(import.Schema, table.Headers, table.Rows().Select(r => r.Cells)),
            Sheets = sheets,
            Form = table.Table is CsvTable csv ? import.Form with { Separator = csv.Separator } : import.Form,
        };
    }

    private Func<IEntry, IEntry, IEntry?> Kept(ImportCase import)
    {
        var columns = import.Map.Names;
        var silent = folder.Silent(import.Id);
        return (read, before) =>
        {
            var kept = KeptColumns.Of(read, before, columns);
            return kept is not null && silent.Contains(read.Id) ? Unsaid.AccessKept(kept, before) : kept;
        };
    }

    private static bool IsPassedOver(ImportCase import, int place)
    {
        var key = HeaderKey.Of(import.Headers, place);
        return RejectedRows.IsReason(import.Headers[place])
            || import.Said.GetValueOrDefault(key) is ""
            || (import.Headers[place].Length == 0 && !import.Said.ContainsKey(key));
    }

    private ImportCase Keep(ImportCase import)
    {
        folder.Save(import);
        return import;
    }

    // IProgress<T> of the framework posts to a context; here the count is only noted.
    private sealed class Telling(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
