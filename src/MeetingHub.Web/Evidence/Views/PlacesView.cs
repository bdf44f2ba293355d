using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Evidence.Maps;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>Where damages or projects are, no more exactly than may be said.</summary>
internal sealed class PlacesView : IView
{
    private const int MostRows = 30;
    private const int MostAlone = 500;

    private enum Kind
    {
        Damages,
        Projects,
    }

    public string Name => "places";

    public IReadOnlyList<string> Options { get; } = ["of", "sectors", "grades", "boundary"];

    public FigureReading Draw(Scene scene, DataBlock block, Texts texts)
    {
        var options = new ViewOptions(block);
        var kind = options.One("of", Kind.Damages);
        var filter = options.Damages;
        var boundaries = BoundariesFor(scene, options);
        if (options.Problem is { } problem)
            return new(null, problem);
        var registers = scene.Registers;
        var tell = new Telling(texts, block);
        var title = tell.Title(kind == Kind.Damages ? Name : "places.projects");
        var (view, names, provenance) =
            kind == Kind.Damages ? Damages(registers, filter, texts) : Projects(registers, filter, texts);
        if (view.Frame is not { } frame)
            return tell.Nothing(title);

        var seen = boundaries.Where(b => b.IsSeenIn(frame)).ToList();
        var country = PackagedBoundaries.All.FirstOrDefault(b => b.Holds(view.Places[0].Point));
        var origins = seen.Append(country).OfType<MapBoundary>().Select(b => b.Origin).Distinct();
        return new(
            new Figure(
                title,
                PlacesSketch.Of(
                    new(
                        frame,
                        view.Places,
                        seen,
                        country is not null && frame.WidthKm < country.Extent.WidthKm / 2 ? country : null,
                        LegendOf(view, texts),
                        texts["map.north"],
                        km => texts["map.km", tell.Number((decimal)km)]
                    )
                ),
                TableOf(view, names, tell),
                tell.Summary(title, SectorsOf(view).Select(s => $"{NameOf(s.Sector, texts)} – {tell.Number(s.Count)}")),
                tell.Origin(
                    provenance,
                    registers.Day,
                    texts["map.coarse"],
                    view.Without > 0 ? texts["map.without", tell.Number(view.Without)] : null,
                    string.Join(", ", origins.Select(o => texts["map.boundaries", o.Source, o.Licence]))
                ),
                [
                    new("places", view.Places.Count, "", texts["figure.place"]),
                    .. SectorsOf(view)
                        .Select(s => new FigureFact(
                            s.Sector is { } known ? Code.Of(known) : "none",
                            s.Count,
                            "",
                            NameOf(s.Sector, texts)
                        )),
                ]
            )
            {
                // Only what stands alone can be told from it.
                Rows =
                [
                    .. view
                        .Places.Where(p => p.Count == 1)
                        .Take(MostAlone)
                        .Select(p => $"{(kind == Kind.Damages ? "damages" : "projects")}/{p.Things[0].Id}"),
                ],
            },
            null
        );
    }

    private static IReadOnlyList<MapBoundary> BoundariesFor(Scene scene, ViewOptions options)
    {
        var all = scene.Boundaries.Count > 0 ? scene.Boundaries : PackagedBoundaries.All;
        if (options.Text("boundary") is not { } asked)
            return all;
        if (asked == "none")
            return [];
        var named = all.Concat(PackagedBoundaries.All)
            .Where(b =>
                Code.Of(b.Level) == asked || b.Name.Texts.Values.Contains(asked, StringComparer.OrdinalIgnoreCase)
            )
            .ToList();
        if (named.Count == 0)
            options.Refuse(
                "boundary",
                asked,
                string.Join(", ", all.Take(20).Select(b => b.Name.In("en")).Append("none").Distinct())
            );
        return named;
    }

    private static (PlacesMap, IReadOnlyDictionary<string, string>, Provenance) Damages(
        PublicRegisters registers,
        DamageFilter filter,
        Texts texts
    )
    {
        var damages = registers.Damages.Where(filter.Takes).ToList();
        var placed = damages.Where(d => d.Point is not null).ToList();
        return (
            PlacesMap.Of(
                [.. placed.Select(d => new PlacedThing(d.Id, d.Point!.Value, d.Precision, d.Sector, d.Grade))],
                damages.Count - placed.Count,
                PlacesSketch.Ratio,
                PlacesSketch.Apart
            ),
            // The street in its own language: it is a name, and stands so on its houses.
            placed.ToDictionary(d => d.Id, d => d.PublicPlace ?? d.Name.In(texts.Language)),
            Provenance.Of(placed)
        );
    }

    private static (PlacesMap, IReadOnlyDictionary<string, string>, Provenance) Projects(
        PublicRegisters registers,
        DamageFilter filter,
        Texts texts
    )
    {
        var projects = registers.Projects.Where(p => new ProjectFilter(filter.Sectors, []).Takes(p)).ToList();
        var placed = projects.Where(p => p.Point is not null).ToList();
        return (
            PlacesMap.Of(
                [.. placed.Select(p => new PlacedThing(p.Id, p.Point!.Value, GeoPrecision.Street, p.Sector, null))],
                projects.Count - placed.Count,
                PlacesSketch.Ratio,
                PlacesSketch.Apart
            ),
            placed.ToDictionary(p => p.Id, p => p.Title.In(texts.Language)),
            Provenance.Of(placed, [])
        );
    }

    private static IReadOnlyList<(string, Ink)> LegendOf(PlacesMap view, Texts texts) =>
        [
            .. GradeDistribution
                .Order.Where(g => view.Places.Any(p => p.Things.Any(t => t.Grade == g)))
                .Select(g => (texts.Of(g), GradesView.InkOf(g))),
        ];

    private static List<(Sector? Sector, int Count)> SectorsOf(PlacesMap view) =>
        [
            .. view
                .Places.SelectMany(p => p.Things)
                .GroupBy(t => t.Sector)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key)
                .Select(g => (g.Key, g.Count())),
        ];

    private static FigureTable TableOf(PlacesMap view, IReadOnlyDictionary<string, string> names, Telling tell)
    {
        var texts = tell.Texts;
        var rows = view
            .Places.SelectMany(p =>
                p.Things.GroupBy(t => t.Sector)
                    .OrderByDescending(g => g.Count())
                    .Select(g => (Place: p, Sector: g.Key, Things: g.ToList()))
            )
            .ToList();
        var told = rows.Take(rows.Count > MostRows ? MostRows - 1 : MostRows)
            .Select(r =>
                (IReadOnlyList<string>)
                    [
                        PlaceName(r.Place, names, tell),
                        NameOf(r.Sector, texts),
                        tell.Number(r.Things.Count),
                        Telling.List(
                            r.Things.Where(t => t.Grade is not null)
                                .GroupBy(t => t.Grade!.Value)
                                .OrderByDescending(g => g.Key)
                                .Select(g => $"{texts.Of(g.Key)} {tell.Number(g.Count())}")
                        ),
                    ]
            )
            .ToList();
        if (rows.Count > MostRows)
        {
            var others = rows.Skip(MostRows - 1).ToList();
            told.Add([texts["figure.others", others.Count], "", tell.Number(others.Sum(o => o.Things.Count)), ""]);
        }

        return new([texts["figure.place"], texts["figure.sector"], texts["figure.sites"], texts["figure.grade"]], told);
    }

    private static string PlaceName(GatheredPlace place, IReadOnlyDictionary<string, string> names, Telling tell)
    {
        var known = place.Things.Select(t => names[t.Id]).Distinct().ToList();
        var where = known.Count == 1 ? known[0] : tell.Texts["map.around", known[0]];
        return place.Precision == GeoPrecision.Settlement ? $"{where} ({tell.Texts["map.settlement"]})" : where;
    }

    private static string NameOf(Sector? sector, Texts texts) =>
        sector is { } known ? texts.Of(known) : texts["map.no_sector"];
}
