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

    /// <summary>
    /// Objects whose state and place help whoever aims at them. A project counts by the sector of either list, because its file may
    /// say one alone; what is not told to be anything else counts by its name.
    /// </summary>
    public static bool IsSensitive(IEntry entry) =>
        IsGuarded(entry.RdnaSector)
        || entry switch
        {
            Damage damage => damage.ObjectType is { } type && IsBridge(type)
                || (damage.ObjectType is null || damage.Sector == Sector.Transport)
                    && damage.Name.Texts.Values.Any(IsBridge),
            RecoveryProject project => IsGuarded(Oc4idsSector.Of((project.SectorOc4ids ?? "").Split(';')))
                || project.Sector is null or Sector.Transport && project.Title.Texts.Values.Any(IsBridge),
            _ => false,
        };

    /// <summary>
    /// The row as one person alone may write it: never more open than it was, and never released sooner; anything else needs a
    /// second person (<see cref="Release"/>). A row seen for the first time, moved into or out of what is sensitive, or sensitive and
    /// now telling more than the second person saw, counts from its <see cref="Default"/>.
    /// </summary>
    /// <param name="before">The row as it was last, also when it has been taken out since.</param>
    public static IEntry Alone(IEntry asked, IEntry? before)
    {
        var least = before is null ? Default(asked) : before.Access;
        // To call it something else needs the second person too: the next edit would find nothing sensitive in it.
        if (
            before is not null
            && (IsSensitive(asked) != IsSensitive(before) || IsSensitive(before) && IsCloser(asked, before))
        )
            least = Access.Restricted;
        var release = before is null ? asked.ReleaseAfter : Later(asked.ReleaseAfter, before.ReleaseAfter);
        return asked.With(Stricter(asked.Access, least), release);
    }

    /// <summary>Whether the one shows more of a row, or shows it sooner, than the other.</summary>
    public static bool IsMoreOpen(IEntry asked, IEntry than) =>
        asked.Access < than.Access || Later(asked.ReleaseAfter, than.ReleaseAfter) != asked.ReleaseAfter;

    private static bool IsGuarded(Sector? sector) =>
        sector is Sector.Energy or Sector.WaterSanitation or Sector.IrrigationWater;

    private static bool IsCloser(IEntry asked, IEntry before) =>
        (asked, before) switch
        {
            (Damage now, Damage then) => now.Point is not null
                && (now.Point != then.Point || now.Precision > then.Precision)
                || now.PublicPlace is not null && now.PublicPlace != then.PublicPlace,
            (RecoveryProject now, RecoveryProject then) => now.Point is not null && now.Point != then.Point,
            _ => false,
        };

    private static Access Stricter(Access a, Access b) => (Access)Math.Max((int)a, (int)b);

    // No date means at once: the earliest there is.
    private static LocalDate? Later(LocalDate? a, LocalDate? b) =>
        a is null ? b
        : b is null || a > b ? a
        : b;

    private static bool IsReleased(IEntry entry, LocalDate day) => entry.ReleaseAfter is not { } from || from <= day;

    // What carries a road over something or holds water back, in the languages of registers.
    private static readonly string[] BridgeStems =
    [
        "мост",
        "шляхопров",
        "путепров",
        "естакад",
        "віадук",
        "гребл",
        "дамб",
        "viaduc",
        "passerelle",
        "overpass",
        "flyover",
    ];

    // By whole words: "місто" is a town and no bridge.
    private static bool IsBridge(string type) =>
        string.Concat(type.ToLowerInvariant().Select(c => char.IsLetter(c) ? c : ' '))
            .Split(' ')
            .Any(w => w is "міст" or "pont" or "ponts" or "dam" or "dams" || IsBridgeStem(w));

    private static bool IsBridgeStem(string word) =>
        word.EndsWith("bridge", StringComparison.Ordinal)
        || word.EndsWith("bridges", StringComparison.Ordinal)
        || Array.Exists(BridgeStems, stem => word.StartsWith(stem, StringComparison.Ordinal));
}
