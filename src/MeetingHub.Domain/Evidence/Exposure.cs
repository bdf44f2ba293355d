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
    /// What one person alone may set: the stricter of what is and what is asked. Anything more open needs a second person.
    /// A row seen for the first time counts from its <see cref="Default"/>.
    /// </summary>
    public static Access Alone(IEntry asked, IEntry? before) => AloneAfter(asked, before?.Access);

    /// <inheritdoc cref="Alone"/>
    public static Access AloneAfter(IEntry asked, Access? before) =>
        (Access)Math.Max((int)asked.Access, (int)(before ?? Default(asked)));

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
