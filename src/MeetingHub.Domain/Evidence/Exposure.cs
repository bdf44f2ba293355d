using NodaTime;

namespace MeetingHub.Domain.Evidence;

/// <summary>What may leave the community. Energy, water and bridges are guarded unless two people have said otherwise.</summary>
public static class Exposure
{
    /// <summary>The fewest limited rows that may be told of as one sum.</summary>
    public const int LeastCounted = 3;

    /// <summary>Whether the row itself may be seen on this day. The day is the community's own.</summary>
    public static bool IsShown(IEntry entry, LocalDate day) => entry.Access == Access.Open && IsReleased(entry, day);

    /// <summary>Whether the row may be counted together with others, though not seen.</summary>
    public static bool IsCounted(IEntry entry, LocalDate day) =>
        entry.Access == Access.Limited && IsReleased(entry, day);

    /// <summary>What a row is when its file says nothing: restricted in energy and water, and for bridges; open else.</summary>
    public static Access Default(IEntry entry) => IsSensitive(entry) ? Access.Restricted : Access.Open;

    /// <summary>Objects whose state and place help whoever aims at them.</summary>
    public static bool IsSensitive(IEntry entry) =>
        entry.RdnaSector is Sector.Energy or Sector.WaterSanitation or Sector.IrrigationWater
        || entry is Damage { ObjectType: { } type } && IsBridge(type);

    /// <summary>
    /// The row as one person alone may write it: never more open than it was, and never released sooner; anything else needs a
    /// second person (<see cref="Release"/>). A row seen for the first time, or moved into a guarded sector, counts from its
    /// <see cref="Default"/>.
    /// </summary>
    /// <param name="before">The row as it was last, also when it has been taken out since.</param>
    public static IEntry Alone(IEntry asked, IEntry? before)
    {
        var least = before is null ? Default(asked) : before.Access;
        if (before is not null && IsSensitive(asked) && !IsSensitive(before))
            least = Stricter(least, Default(asked));
        var release = before is null ? asked.ReleaseAfter : Later(asked.ReleaseAfter, before.ReleaseAfter);
        return asked.With(Stricter(asked.Access, least), release);
    }

    /// <summary>Whether the one shows more of a row, or shows it sooner, than the other.</summary>
    public static bool IsMoreOpen(IEntry asked, IEntry than) =>
        asked.Access < than.Access || Later(asked.ReleaseAfter, than.ReleaseAfter) != asked.ReleaseAfter;

    private static Access Stricter(Access a, Access b) => (Access)Math.Max((int)a, (int)b);

    // No date means at once: the earliest there is.
    private static LocalDate? Later(LocalDate? a, LocalDate? b) =>
        a is null ? b
        : b is null || a > b ? a
        : b;

    private static bool IsReleased(IEntry entry, LocalDate day) => entry.ReleaseAfter is not { } from || from <= day;

    // By whole words: "місто" is a town and no bridge.
    private static bool IsBridge(string type) =>
        type.ToLowerInvariant()
            .Split([' ', '_', '-', ',', '/'])
            .Any(w => w is "міст" or "pont" or "ponts" || IsBridgeStem(w));

    private static bool IsBridgeStem(string word) =>
        word.StartsWith("bridge", StringComparison.Ordinal)
        || word.StartsWith("мост", StringComparison.Ordinal)
        || word.StartsWith("шляхопров", StringComparison.Ordinal)
        || word.StartsWith("viaduc", StringComparison.Ordinal);
}
