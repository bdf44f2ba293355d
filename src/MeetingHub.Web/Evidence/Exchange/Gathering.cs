using System.Globalization;
using System.Text.Json;
using MeetingHub.Domain.Evidence;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>Gathers the projects of a file with their funding: each on top of the row that has its id, each id once.</summary>
internal sealed class Gathering(Registers known)
{
    private const int LongestId = 100;

    private readonly Dictionary<string, RecoveryProject> projects = known.Projects.ToDictionary(
        p => p.Id,
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, Funding> funding = known.Funding.ToDictionary(
        f => f.Id,
        StringComparer.Ordinal
    );
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<IEntry> entries = [];
    private readonly List<BringRefusal> refused = [];

    public delegate (RecoveryProject Project, IEnumerable<Funding> Funding) Reader(
        JsonElement project,
        string id,
        RecoveryProject? before,
        Func<string, Funding?> fundingBefore
    );

    public IReadOnlyList<IEntry> Entries => entries;
    public IReadOnlyList<BringRefusal> Refused => refused;

    /// <param name="project">The project as the file has it.</param>
    /// <param name="index">Its place in the file.</param>
    /// <param name="asked">The id by which it was fetched; null to take the field <c>id</c>.</param>
    /// <param name="read">Makes rows of it.</param>
    /// <param name="idOf">Which id the row has, when that is not theirs.</param>
    public void Add(JsonElement project, int index, string? asked, Reader read, Func<string, string>? idOf = null)
    {
        var where = (index + 1).ToString(CultureInfo.InvariantCulture);
        if (project.ValueKind != JsonValueKind.Object)
        {
            refused.Add(new(where, BringFault.NotAnObject));
            return;
        }

        if ((asked ?? new JsonFields(project, new LeftFields()).Text("id", 4000)) is not { } theirs)
        {
            refused.Add(new(where, BringFault.IdMissing));
            return;
        }

        var id = idOf?.Invoke(theirs) ?? theirs;
        if (id.Length > LongestId || id.Contains('\n', StringComparison.Ordinal))
            refused.Add(new($"{where}: {id[..Math.Min(id.Length, LongestId)]}…", BringFault.IdTooLong));
        else if (!seen.Add(id))
            refused.Add(new($"{where}: {id}", BringFault.IdTwice));
        else
            Add(read(project, id, projects.GetValueOrDefault(id), funding.GetValueOrDefault), where);
    }

    private void Add((RecoveryProject Project, IEnumerable<Funding> Funding) read, string where)
    {
        entries.Add(read.Project);
        foreach (var sum in read.Funding)
        {
            if (sum.Id.Length > LongestId)
                refused.Add(new($"{where}: {sum.Id[..LongestId]}…", BringFault.IdTooLong));
            else if (!seen.Add(sum.Id))
                refused.Add(new($"{where}: {sum.Id}", BringFault.IdTwice));
            else
                entries.Add(sum);
        }
    }
}
