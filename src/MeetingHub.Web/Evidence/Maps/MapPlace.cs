using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>One thing at a place, in the reader's words.</summary>
public sealed record MapThing(string Id, string Name, string About, string Address);

/// <summary>A spot of the map that can be zoomed: all that is at exactly this point.</summary>
/// <param name="Worst">The worst grade among them, by its code; <c>project</c> where there is none.</param>
public sealed record MapPlace(
    GeoPoint Point,
    GeoPrecision Precision,
    string Title,
    string Worst,
    IReadOnlyList<MapThing> Things
)
{
    /// <summary>Like a figure's places: things of one point are one symbol, and nothing is scattered.</summary>
    public static IReadOnlyList<MapPlace> Of(
        IReadOnlyList<Damage> damages,
        IReadOnlyList<RecoveryProject> projects,
        Texts texts
    )
    {
        var placed = damages
            .Where(d => d.Point is not null)
            .Select(d => (Entry: (IEntry)d, Point: d.Point!.Value, d.Precision, Rank: Rank(d.Grade)))
            .Concat(
                projects
                    .Where(p => p.Point is not null)
                    .Select(p => (Entry: (IEntry)p, Point: p.Point!.Value, Precision: GeoPrecision.Street, Rank: -1))
            );
        return
        [
            .. placed
                .GroupBy(p => p.Point)
                .OrderByDescending(g => g.Count())
                .ThenByDescending(g => g.Key.Latitude)
                .ThenBy(g => g.Key.Longitude)
                .Select(g =>
                {
                    List<MapThing> things = [.. g.Select(p => Thing(p.Entry, texts))];
                    return new MapPlace(
                        g.Key,
                        g.Min(p => p.Precision),
                        TitleOf([.. g.Select(p => p.Entry)], things, texts),
                        WorstOf(g.Max(p => p.Rank)),
                        things
                    );
                }),
        ];
    }

    /// <summary>Several things are called by the place that they share; where they share none, by how many they are.</summary>
    private static string TitleOf(IReadOnlyList<IEntry> entries, List<MapThing> things, Texts texts) =>
        things.Count == 1 ? things[0].Name
        : entries.Select(e => (e as Damage)?.PublicPlace).Distinct().ToList() is [{ Length: > 0 } place] ? place
        : texts["figure.objects", things.Count];

    private static string WorstOf(int rank) => rank < 0 ? "project" : Code.Of(GradeDistribution.Order[^(rank + 1)]);

    private static int Rank(DamageGrade grade) =>
        GradeDistribution.Order.Count - 1 - GradeDistribution.Order.ToList().IndexOf(grade);

    private static MapThing Thing(IEntry entry, Texts texts)
    {
        var (name, words) = entry switch
        {
            Damage d => (d.Name.In(texts.Language), (string?[])[texts.Of(d.Sector), texts.Of(d.Grade), d.PublicPlace]),
            RecoveryProject p => (
                p.Title.In(texts.Language),
                [
                    texts.Of(Register.Projects),
                    p.Sector is { } sector ? texts.Of(sector) : null,
                    p.Status is { } status ? texts.Of(status) : null,
                ]
            ),
            _ => (entry.Id, []),
        };
        return new(
            entry.Id,
            name.Length > 0 ? name : entry.Id,
            string.Join(" · ", words.OfType<string>()),
            $"/evidence/{Code.Of(entry.Register)}/row?id={Uri.EscapeDataString(entry.Id)}"
        );
    }
}
