using MeetingHub.Web.Data;
using MeetingHub.Web.Shared.Security;
using NodaTime;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>
/// Files that somebody has looked at and not yet brought in: kept for a day under a secret name, for their own community alone,
/// so that what is written is what was shown.
/// </summary>
internal sealed class StagedFiles(DataFolder folder, IClock clock)
{
    /// <summary>Of one community: whoever only looks must not fill the disk.</summary>
    private const int Most = 5;

    private static readonly Duration Longest = Duration.FromHours(24);

    public async Task<string> Keep(Guid communityId, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        Sweep(communityId);
        var name = Secret.Draw();
        await using var file = File.Create(PathOf(communityId, name));
        await file.WriteAsync(content, stop);
        return name;
    }

    /// <summary>Null when it is not there any more, or is another community's.</summary>
    public async Task<byte[]?> Find(Guid communityId, string? name, CancellationToken stop) =>
        Secret.CouldBe(name) && File.Exists(PathOf(communityId, name!))
            ? await File.ReadAllBytesAsync(PathOf(communityId, name!), stop)
            : null;

    public void Drop(Guid communityId, string? name)
    {
        if (Secret.CouldBe(name))
            File.Delete(PathOf(communityId, name!));
    }

    private void Sweep(Guid communityId)
    {
        var own = Directory
            .EnumerateFiles(folder.Staged, $"{communityId:N}-*")
            .OrderByDescending(File.GetLastWriteTimeUtc)
            .Skip(Most - 1)
            .ToList();
        own.ForEach(File.Delete);
        var oldest = (clock.GetCurrentInstant() - Longest).ToDateTimeUtc();
        foreach (var path in Directory.EnumerateFiles(folder.Staged).Where(p => File.GetLastWriteTimeUtc(p) < oldest))
            File.Delete(path);
    }

    private string PathOf(Guid communityId, string name) => Path.Combine(folder.Staged, $"{communityId:N}-{name}");
}
