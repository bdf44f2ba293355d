namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>How one file is to be read where its cells alone do not say it: found by a <see cref="Survey"/>, or said by somebody.</summary>
public sealed record ReadingRules
{
    /// <summary>By column; a column that is not here shows no number with two readings, or nobody has decided yet.</summary>
    public IReadOnlyDictionary<string, DecimalMark> Marks { get; init; } = new Dictionary<string, DecimalMark>();

    /// <summary>By column; one that writes both orders stands in <see cref="MixedOrders"/> instead.</summary>
    public IReadOnlyDictionary<string, DateOrder> Orders { get; init; } = new Dictionary<string, DateOrder>();

    public IReadOnlySet<string> MixedOrders { get; init; } = new HashSet<string>();

    /// <summary>Where places must lie; null for anywhere.</summary>
    public CountryBox? Box { get; init; }

    /// <summary>Somebody said that places which lie in the country only the other way round are to be turned.</summary>
    public bool TurnsPlaces { get; init; }

    /// <summary>What a community means by its own words: see <see cref="OwnWords"/>.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();
}

/// <summary>What somebody has said when asked.</summary>
public sealed record Answers
{
    public static readonly Answers None = new();

    public IReadOnlyDictionary<string, DecimalMark> Marks { get; init; } = new Dictionary<string, DecimalMark>();
    public IReadOnlyDictionary<string, DateOrder> Orders { get; init; } = new Dictionary<string, DateOrder>();
    public bool? TurnsPlaces { get; init; }
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();
}

/// <summary>What cannot be decided from the file, with cells to look at. <paramref name="Column"/> is null for places.</summary>
public sealed record ReadingQuestion(
    ReadingQuestionKind Kind,
    string? Column,
    IReadOnlyList<string> Examples,
    int Count,
    bool IsAnswered
);

public enum ReadingQuestionKind
{
    DecimalMark,
    DateOrder,
    SwappedPlaces,
}
