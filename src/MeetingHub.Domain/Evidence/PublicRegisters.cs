using NodaTime;

namespace MeetingHub.Domain.Evidence;

/// <summary>
/// What may be shown on a day. Views, exports, maps and the API are given this and never <see cref="Registers"/>, so that what
/// is restricted cannot leave by somebody's oversight.
/// </summary>
public sealed record PublicRegisters
{
    private PublicRegisters() { }

    public required LocalDate Day { get; init; }
    public required IReadOnlyList<Damage> Damages { get; init; }
    public required IReadOnlyList<LimitedSum> Limited { get; init; }

    /// <summary>What has been told of limited rows by now: given to <see cref="Of"/> the next time.</summary>
    public required IReadOnlyList<ToldSum> Told { get; init; }
    public required IReadOnlyList<RecoveryProject> Projects { get; init; }
    public required IReadOnlyList<Funding> Funding { get; init; }

    /// <param name="told">What was told of limited rows before.</param>
    public static PublicRegisters Of(Registers all, LocalDate day, IReadOnlyList<ToldSum>? told = null)
    {
        var (limited, toldNow) = LimitedSum.Of([.. all.Damages.Where(d => Exposure.IsCounted(d, day))], told ?? []);
        var damages = all.Damages.Where(d => Exposure.IsShown(d, day)).Select(Coarse).ToList();
        var known = damages.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var projects = all
            .Projects.Where(p => Exposure.IsShown(p, day))
            .Select(p => Coarse(p) with { DamageIds = [.. p.DamageIds.Where(known.Contains)] })
            .ToList();
        var shown = projects.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Day = day,
            Damages = damages,
            Limited = limited,
            Told = toldNow,
            Projects = projects,
            // Guarded by its project and by nothing else: who releases the project releases what it is given.
            Funding = [.. all.Funding.Where(f => shown.Contains(f.ProjectId))],
        };
    }

    private static Damage Coarse(Damage damage) =>
        damage with
        {
            Point = damage.Point?.Shown(damage.Precision),
            PublicPlace = ShownPlace.Of(damage.PublicPlace, damage.Precision),
        };

    // A project's table has no column for precision: its place is shown as a street.
    private static RecoveryProject Coarse(RecoveryProject project) =>
        project with
        {
            Point = project.Point?.Shown(GeoPrecision.Street),
        };
}
