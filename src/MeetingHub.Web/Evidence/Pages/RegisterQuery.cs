using MeetingHub.Domain.Evidence;

namespace MeetingHub.Web.Evidence.Pages;

/// <summary>Which rows of a register somebody wants to see; what is null is no condition.</summary>
public sealed record RegisterQuery(
    Register Register,
    string? Words,
    Sector? Sector,
    Access? Access,
    DamageGrade? Grade,
    ProjectStatus? Status
)
{
    public const int PageSize = 50;

    public bool IsEmpty => Words is null && Sector is null && Access is null && Grade is null && Status is null;

    public static IReadOnlyList<IEntry> All(Registers registers, Register register) =>
        register switch
        {
            Register.Damages => registers.Damages,
            Register.Projects => registers.Projects,
            _ => registers.Funding,
        };

    /// <summary>Every word that is looked for must be in the row, in any of its languages.</summary>
    public IReadOnlyList<IEntry> In(Registers registers)
    {
        var words = (Words ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. All(registers, Register).Where(e => Takes(e) && Says(e, words))];
    }

    private bool Takes(IEntry entry) =>
        (Sector is null || entry.RdnaSector == Sector)
        && (Access is null || entry.Access == Access)
        && (Grade is null || entry is Damage damage && damage.Grade == Grade)
        && (Status is null || entry is RecoveryProject project && project.Status == Status);

    private static bool Says(IEntry entry, string[] words)
    {
        if (words.Length == 0)
            return true;
        var text = SearchText.Of(entry);
        return Array.TrueForAll(words, w => text.Contains(w, StringComparison.Ordinal));
    }
}
