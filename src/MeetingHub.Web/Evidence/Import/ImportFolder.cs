using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using NodaTime;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>
/// Where imports lie while they last, a folder for each. Files and no tables: all of it is to be gone after a day, and deleting a
/// folder leaves nothing behind, neither in the database nor in its backups.
/// </summary>
public sealed class ImportFolder(DataFolder data)
{
    private string Root { get; } = Directory.CreateDirectory(Path.Combine(data.Root, "imports")).FullName;

    public string FileOf(Guid id) => Path.Combine(Of(id), "file");

    public string EntriesOf(Guid id) => Path.Combine(Of(id), "entries.jsonl");

    public string SilentOf(Guid id) => Path.Combine(Of(id), "silent");

    public string FaultsOf(Guid id) => Path.Combine(Of(id), "faults.jsonl");

    public string RejectedOf(Guid id) => Path.Combine(Of(id), "rejected.csv");

    public string Make(Guid id) => Directory.CreateDirectory(Of(id)).FullName;

    public void Save(ImportCase import)
    {
        var path = Path.Combine(Make(import.Id), "case.json");
        var aside = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllText(aside, EventJson.Write(import));
        File.Move(aside, path, overwrite: true);
    }

    public ImportCase? Find(Guid id)
    {
        try
        {
            return EventJson.Read<ImportCase>(File.ReadAllText(Path.Combine(Of(id), "case.json")));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public IReadOnlyList<ImportCase> All() =>
        [
            .. Directory
                .EnumerateDirectories(Root)
                .Select(d => Guid.TryParse(Path.GetFileName(d), out var id) ? Find(id) : null)
                .OfType<ImportCase>()
                .OrderByDescending(i => i.At),
        ];

    /// <summary>What was uploaded and what was read from it; the result and the rejected rows stay for the rest of the day.</summary>
    public void DeleteFile(Guid id)
    {
        File.Delete(FileOf(id));
        File.Delete(EntriesOf(id));
        File.Delete(SilentOf(id));
    }

    public void Delete(Guid id)
    {
        if (Directory.Exists(Of(id)))
            Directory.Delete(Of(id), recursive: true);
    }

    /// <summary>Deletes what is older than this, half-uploaded files too.</summary>
    public int DeleteBefore(Instant before)
    {
        var old = Directory.EnumerateDirectories(Root).Where(d => Begun(d) < before).ToList();
        foreach (var folder in old)
            Directory.Delete(folder, recursive: true);
        return old.Count;
    }

    /// <summary>The entries that were read, as often as wanted and never all at once.</summary>
    public IReadOnlyCollection<IEntry> Entries(ImportCase import) =>
        new StoredEntries(EntriesOf(import.Id), import.Register, import.Read?.Good ?? 0);

    /// <summary>The ids of entries that do not say who may learn of them.</summary>
    public IReadOnlySet<string> Silent(Guid id) =>
        File.Exists(SilentOf(id))
            ? File.ReadLines(SilentOf(id)).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>();

    private Instant Begun(string folder) =>
        Guid.TryParse(Path.GetFileName(folder), out var id) && Find(id) is { } import
            ? import.At
            : Instant.FromDateTimeUtc(Directory.GetLastWriteTimeUtc(folder));

    private string Of(Guid id) => Path.Combine(Root, id.ToString("N"));
}
