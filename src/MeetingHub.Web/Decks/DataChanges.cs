using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks;

/// <summary>One number that is no longer what a slide shows; null where it was not there then, or is not now.</summary>
public sealed record ChangedFact(string Label, string Unit, decimal? Then, decimal? Now);

/// <summary>
/// What has become of a figure since it was published; <paramref name="IsGone"/>: the view cannot be drawn now;
/// <paramref name="IsAnother"/>: it would tell of another row, so that its numbers are not to be compared.
/// </summary>
public sealed record ChangedFigure(
    string Slide,
    string Title,
    IReadOnlyList<ChangedFact> Facts,
    bool IsGone,
    bool IsAnother
);

public static class DataChanges
{
    /// <summary>The figures of a version that would be others if it were published now, in the words of a language.</summary>
    public static IReadOnlyList<ChangedFigure> Since(
        IReadOnlyList<FrozenFigure> frozen,
        IDataBlocks data,
        string language
    ) =>
        [
            .. frozen
                .Select(figure => Compare(figure, data, language))
                .Where(c => c.Facts.Count > 0 || c.IsGone || c.IsAnother),
        ];

    private static ChangedFigure Compare(FrozenFigure frozen, IDataBlocks data, string language)
    {
        var now = data.Draw(frozen.Block, language).Figure;
        var isAnother = now is not null && frozen.Picked is not null && now.Picked != frozen.Picked;
        return new(
            frozen.Slide,
            now?.Title ?? frozen.View,
            now is null || isAnother ? [] : Differences(frozen.Facts, now.Facts),
            now is null,
            isAnother
        );
    }

    private static IReadOnlyList<ChangedFact> Differences(IReadOnlyList<FigureFact> then, IReadOnlyList<FigureFact> now)
    {
        var (before, after) = (ByKey(then), ByKey(now));
        return
        [
            .. after
                .Keys.Union(before.Keys)
                .Select(key => (Then: before.GetValueOrDefault(key), Now: after.GetValueOrDefault(key)))
                .Where(pair => pair.Then?.Value != pair.Now?.Value || pair.Then?.Unit != pair.Now?.Unit)
                .Select(pair => new ChangedFact(
                    (pair.Now ?? pair.Then)!.Label,
                    (pair.Now ?? pair.Then)!.Unit,
                    pair.Then?.Value,
                    pair.Now?.Value
                )),
        ];
    }

    private static Dictionary<string, FigureFact> ByKey(IReadOnlyList<FigureFact> facts)
    {
        Dictionary<string, FigureFact> byKey = [];
        foreach (var fact in facts)
            byKey.TryAdd($"{fact.Key} {fact.Unit}", fact);
        return byKey;
    }
}
