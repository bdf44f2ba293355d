namespace MeetingHub.Domain.Decks;

/// <summary>A slide's fingerprint: equal as long as nobody reading, hearing or interpreting it would notice a difference.</summary>
public sealed record SlidePrint(string Id, string Hash);

/// <summary>
/// What became of a deck's slides between two versions. <paramref name="Changed"/> are numbers in the later one, counted from 1:
/// slides that are new or say something else. Slides that only moved are not among them; <paramref name="Removed"/> are ids.
/// </summary>
public sealed record SlideChanges(IReadOnlyList<int> Changed, IReadOnlyList<string> Removed)
{
    public bool IsNone => Changed.Count == 0 && Removed.Count == 0;

    public static SlideChanges Between(IReadOnlyList<SlidePrint> then, IReadOnlyList<SlidePrint> now)
    {
        var before = then.ToHashSet();
        var still = now.Select(s => s.Id).ToHashSet();
        return new(
            [.. now.Index().Where(s => !before.Contains(s.Item)).Select(s => s.Index + 1)],
            [.. then.Where(s => !still.Contains(s.Id)).Select(s => s.Id)]
        );
    }
}
