using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks;

/// <summary>One number that is no longer what a slide shows; null where it was not there then, or is not now.</summary>
public sealed record ChangedFact(string Label, string Unit, decimal? Then, decimal? Now);

/// <summary>One text of a figure's table that is another now; null where there was no such row then, or is none now.</summary>
public sealed record ChangedText(string Row, string Column, string? Then, string? Now);

/// <summary>
/// What has become of a figure since it was published; <paramref name="IsGone"/>: the view cannot be drawn now;
/// <paramref name="IsAnother"/>: it would tell of another row, so that its numbers are not to be compared.
/// </summary>
public sealed record ChangedFigure(string Slide, string Title, bool IsGone, bool IsAnother)
{
    /// <summary>What a reader of the slide would read otherwise.</summary>
    public IReadOnlyList<ChangedText> Texts { get; init; } = [];

    /// <summary>Numbers whose change is too small for the texts, or whose texts were not kept.</summary>
    public IReadOnlyList<ChangedFact> Facts { get; init; } = [];

    /// <summary>The texts are the same, and yet it looks otherwise: a place has moved, a picture is new, a source is another.</summary>
    public bool IsDrawnOtherwise { get; init; }

    public bool IsChanged => IsGone || IsAnother || IsDrawnOtherwise || Texts.Count + Facts.Count > 0;
}

public static class DataChanges
{
    /// <summary>The figures of a version that would be others if it were published now, in the words of a language.</summary>
    public static IReadOnlyList<ChangedFigure> Since(
        IReadOnlyList<FrozenFigure> frozen,
        IDataBlocks data,
        string language
    ) => [.. frozen.Select(figure => Compare(figure, data, language)).Where(c => c.IsChanged)];

    private static ChangedFigure Compare(FrozenFigure frozen, IDataBlocks data, string language)
    {
        var spoken =
            frozen.Looks.Count == 0 || frozen.Looks.ContainsKey(language) ? language : frozen.Looks.Keys.First();
        var now = data.Draw(frozen.Block, spoken).Figure;
        var isAnother = now is not null && frozen.Picked is not null && now.Picked != frozen.Picked;
        var changed = new ChangedFigure(frozen.Slide, now?.Title ?? frozen.View, now is null, isAnother);
        if (now is null || isAnother)
            return changed;
        if (frozen.Looks.GetValueOrDefault(spoken) is not { } look)
            return changed with { Facts = ChangedFacts(frozen.Facts, now.Facts) };
        if (ChangedTexts.Between(look.Table, now.Table) is { Count: > 0 } texts)
            return changed with { Texts = texts };
        if (ChangedFacts(frozen.Facts, now.Facts) is { Count: > 0 } facts)
            return changed with { Facts = facts };
        return changed with { IsDrawnOtherwise = look.Hash != FrozenLook.Of(now).Hash };
    }

    private static IReadOnlyList<ChangedFact> ChangedFacts(
        IReadOnlyList<FigureFact> then,
        IReadOnlyList<FigureFact> now
    )
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

    // Two facts of one key are counted on: a second "damage in hryvnias" must not hide behind the first.
    private static Dictionary<(string, string, int), FigureFact> ByKey(IReadOnlyList<FigureFact> facts) =>
        facts
            .GroupBy(f => (f.Key, f.Unit))
            .SelectMany(g => g.Select((fact, i) => ((g.Key.Key, g.Key.Unit, i), fact)))
            .ToDictionary(f => f.Item1, f => f.fact);
}
