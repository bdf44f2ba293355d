using System.Diagnostics.CodeAnalysis;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using NodaTime;

namespace MeetingHub.Web.Shared.Uploads;

/// <summary>
/// Files that come in pieces over a weak line. What has come is kept as it comes, so that a cut line costs the piece that was on
/// its way and no more. The threat: a disk filled by whoever has an account. So each file is announced, bounded and owned, and
/// swept when its day is over.
/// </summary>
public sealed class UploadStore(DataFolder data, UploadSettings settings, IEnumerable<UploadKind> kinds, IClock clock)
{
    private const long FreeToLeave = 512L * 1024 * 1024;
    private readonly Lock gate = new();

    private string Root { get; } = Directory.CreateDirectory(Path.Combine(data.Root, "uploads")).FullName;

    public UploadFault? Begin(Guid person, string kind, string fileName, long length, out Guid id)
    {
        id = Guid.CreateVersion7();
        if (kinds.FirstOrDefault(k => k.Name == kind) is not { } known)
            return UploadFault.UnknownKind;
        if (length <= 0)
            return UploadFault.Empty;
        if (length > known.LargestBytes)
            return UploadFault.TooLarge;
        lock (gate)
        {
            var open = All().ToList();
            if (open.Count(u => u.PersonId == person) >= settings.OpenPerPerson)
                return UploadFault.TooMany;
            // What others have announced and not sent yet is spoken for.
            var promised = open.Sum(u => u.Length - OffsetOf(u));
            if (new DriveInfo(Root).AvailableFreeSpace - promised - length < FreeToLeave)
                return UploadFault.NoSpace;
            var name = fileName.Length <= 200 ? fileName : fileName[^200..];
            var upload = new Upload(id, person, kind, name, length, clock.GetCurrentInstant());
            File.Create(PartOf(id)).Dispose();
            File.WriteAllText(AboutOf(id), EventJson.Write(upload));
        }

        return null;
    }

    public Upload? Find(Guid id, Guid person) =>
        Read(AboutOf(id)) is { } upload && upload.PersonId == person ? upload : null;

    /// <summary>How much of it has come.</summary>
    public long OffsetOf(Upload upload) => new FileInfo(PartOf(upload.Id)) is { Exists: true } part ? part.Length : 0;

    /// <summary>
    /// Puts the next piece behind what has come; false when it does not begin there, or another one is being written. What of
    /// the piece came before the line broke is kept.
    /// </summary>
    public async Task<bool> Append(Upload upload, long offset, Stream piece, CancellationToken stop)
    {
        if (Open(upload) is not { } part)
            return false;
        await using (part)
        {
            if (part.Length != offset)
                return false;
            part.Position = offset;
            var buffer = new byte[81920];
            int count;
            while ((count = await piece.ReadAsync(buffer, stop)) > 0)
            {
                if (part.Length + count > upload.Length)
                    return false;
                await part.WriteAsync(buffer.AsMemory(0, count), CancellationToken.None);
            }

            return true;
        }
    }

    /// <summary>The whole file, once: whoever has taken it has it alone, and it is deleted behind them.</summary>
    public ReceivedFile? Take(Guid? id, Guid person, string kind)
    {
        if (id is null || Find(id.Value, person) is not { } upload || upload.Kind != kind)
            return null;
        lock (gate)
        {
            if (OffsetOf(upload) != upload.Length || !File.Exists(AboutOf(upload.Id)))
                return null;
            File.Delete(AboutOf(upload.Id));
        }

        var content = new FileStream(
            PartOf(upload.Id),
            new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        return new(upload.FileName, content);
    }

    /// <summary>Puts the whole file where it belongs, once, without copying it; its name, or null when it is not (wholly) there.</summary>
    public string? Move(Guid? id, Guid person, string kind, string path)
    {
        if (id is null || Find(id.Value, person) is not { } upload || upload.Kind != kind)
            return null;
        lock (gate)
        {
            if (OffsetOf(upload) != upload.Length || !File.Exists(AboutOf(upload.Id)))
                return null;
            File.Move(PartOf(upload.Id), path);
            File.Delete(AboutOf(upload.Id));
        }

        return upload.FileName;
    }

    public void Delete(Upload upload)
    {
        File.Delete(AboutOf(upload.Id));
        File.Delete(PartOf(upload.Id));
    }

    /// <summary>Deletes what has waited too long, and what was left behind when a server was stopped.</summary>
    public int Sweep()
    {
        var before = clock.GetCurrentInstant() - Duration.FromHours(settings.KeepHours);
        var old = All().Where(u => u.At < before).ToList();
        old.ForEach(Delete);
        foreach (var part in Directory.EnumerateFiles(Root, "*.part"))
        {
            var isOrphan = !File.Exists(Path.ChangeExtension(part, ".json"));
            if (isOrphan && Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(part)) < before)
                File.Delete(part);
        }

        return old.Count;
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The caller disposes of it.")]
    private FileStream? Open(Upload upload)
    {
        try
        {
            return new FileStream(PartOf(upload.Id), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private IEnumerable<Upload> All() => Directory.EnumerateFiles(Root, "*.json").Select(Read).OfType<Upload>();

    private static Upload? Read(string path)
    {
        try
        {
            return EventJson.Read<Upload>(File.ReadAllText(path));
        }
        catch (Exception gone) when (gone is IOException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private string AboutOf(Guid id) => Path.Combine(Root, $"{id:N}.json");

    private string PartOf(Guid id) => Path.Combine(Root, $"{id:N}.part");
}
