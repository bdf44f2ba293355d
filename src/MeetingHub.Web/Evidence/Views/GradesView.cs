using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>How badly sites are damaged: all together, or sector by sector.</summary>
internal sealed class GradesView : IView
{
    private enum Split
    {
        All,
        Sector,
    }

    public string Name => "grades";

    public IReadOnlyList<string> Options { get; } = ["by", "sectors", "methods", "from", "to"];

    public FigureReading Draw(Scene scene, DataBlock block, Texts texts)
    {
        var options = new ViewOptions(block);
        var (filter, split) = (options.Damages, options.One("by", Split.All));
        if (options.Problem is { } problem)
            return new(null, problem);
        var view = GradeDistribution.Of(scene.Registers, filter);
        var tell = new Telling(texts, block);
        var title = tell.Title(Name);
        if (view.Total == 0)
            return tell.Nothing(title);

        var lines = view.Grades.Where(g => g.Count > 0).ToList();
        var sketches = split == Split.All ? Together(lines, tell) : BySector(view, tell);
        return new(
            new Figure(
                title,
                sketches[0],
                split == Split.All ? TableOf(lines, view.Total, tell) : TableOf(view, tell),
                tell.Summary(title, lines.Select(l => $"{texts.Of(l.Grade)} – {tell.Number(l.Count)}")),
                tell.Origin(
                    view.Provenance,
                    scene.Registers.Day,
                    texts["figure.objects", tell.Number(view.Total)],
                    tell.Methods(view.Provenance)
                ),
                [.. view.Grades.Select(g => new FigureFact(Code.Of(g.Grade), g.Count, "", texts.Of(g.Grade)))]
            )
            {
                Beside = [.. sketches.Skip(1)],
                Rows = Telling.Rows(split == Split.All ? view.Singled : view.Singled.Concat(view.SingledBySector)),
            },
            null
        );
    }

    public static Ink InkOf(DamageGrade grade) =>
        grade switch
        {
            DamageGrade.Destroyed => Ink.GradeDestroyed,
            DamageGrade.Severe => Ink.GradeSevere,
            DamageGrade.Moderate => Ink.GradeModerate,
            DamageGrade.Minor => Ink.GradeMinor,
            _ => Ink.GradeUnknown,
        };

    private static IReadOnlyList<Sketch> Together(List<(DamageGrade Grade, int Count)> lines, Telling tell)
    {
        decimal total = lines.Sum(l => l.Count);
        return BarsSketch.Columns(
            [
                .. lines.Select(l => new BarLine(
                    tell.Texts.Of(l.Grade),
                    $"{tell.Number(l.Count)} · {tell.Share(l.Count, total)}",
                    l.Count,
                    InkOf(l.Grade)
                )),
            ],
            lines.Max(l => l.Count)
        );
    }

    private static IReadOnlyList<Sketch> BySector(GradeDistribution view, Telling tell)
    {
        const int most = BarsSketch.MostLines - 2;
        // One that would be alone among the others is named as well.
        var shown = view.Sectors.Take(view.Sectors.Count == most + 1 ? most + 1 : most).ToList();
        var rest = view.Sectors.Skip(shown.Count).Select(s => s.Counts).ToList();
        List<BarLine> bars = [.. shown.Select(s => BarOf(tell.Texts.Of(s.Sector), s.Counts, tell))];
        if (rest.Count > 0)
            bars.Add(
                BarOf(
                    tell.Texts["figure.others", rest.Count],
                    [.. GradeDistribution.Order.Select((_, i) => rest.Sum(counts => counts[i]))],
                    tell
                )
            );
        return BarsSketch.Columns(
            bars,
            bars.Max(b => b.Parts.Sum(p => p.Value)),
            [.. view.Grades.Where(g => g.Count > 0).Select(g => (tell.Texts.Of(g.Grade), InkOf(g.Grade)))]
        );
    }

    private static BarLine BarOf(string label, IReadOnlyList<int> counts, Telling tell) =>
        new(
            label,
            tell.Number(counts.Sum()),
            [.. GradeDistribution.Order.Zip(counts, (grade, count) => new BarPart(count, InkOf(grade)))]
        );

    private static FigureTable TableOf(List<(DamageGrade Grade, int Count)> lines, decimal total, Telling tell) =>
        new(
            [tell.Texts["figure.grade"], tell.Texts["figure.sites"], tell.Texts["figure.share"]],
            [
                .. lines.Select(l =>
                    (IReadOnlyList<string>)[tell.Texts.Of(l.Grade), tell.Number(l.Count), tell.Share(l.Count, total)]
                ),
            ]
        );

    private static FigureTable TableOf(GradeDistribution view, Telling tell) =>
        new(
            [tell.Texts["figure.sector"], .. GradeDistribution.Order.Select(g => tell.Texts.Of(g))],
            [
                .. view.Sectors.Select(s =>
                    (IReadOnlyList<string>)[tell.Texts.Of(s.Sector), .. s.Counts.Select(c => tell.Number(c))]
                ),
            ]
        );
}
