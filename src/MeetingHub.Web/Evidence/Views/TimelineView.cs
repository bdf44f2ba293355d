using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;
using NodaTime;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>When projects begin and end: a bar each on an axis of years, with today as a line.</summary>
internal sealed class TimelineView : IView
{
    private const int Most = 8;
    private const int MostInColumn = 4;
    private const int AxisHeight = 32;
    private const int LabelChars = 42;
    private const int LineHeight = 24;
    private const int BarHeight = 32;

    public string Name => "timeline";

    public IReadOnlyList<string> Options { get; } = ["sectors", "status", "top"];

    public FigureReading Draw(Scene scene, DataBlock block, Texts texts)
    {
        var options = new ViewOptions(block);
        var (filter, top) = (options.Projects, options.Number("top", Most, 1, Most));
        if (options.Problem is { } problem)
            return new(null, problem);
        var tell = new Telling(texts, block);
        var title = tell.Title(Name);
        if (Timeline.Of(scene.Registers, filter, top) is not { } view)
            return tell.Nothing(title);

        var first = view.Projects.Count <= MostInColumn ? view.Projects.Count : (view.Projects.Count + 1) / 2;
        var rest = view.Projects.Skip(first).ToList();
        return new(
            new Figure(
                title,
                SketchOf(view, [.. view.Projects.Take(first)], scene.Registers.Day, tell),
                TableOf(view, tell),
                tell.Summary(title, view.Projects.Select(p => $"{NameOf(p, texts)} – {Span(p, tell)}")),
                tell.Origin(view.Provenance, scene.Registers.Day),
                [.. view.Projects.SelectMany(p => FactsOf(p, texts))]
            )
            {
                Beside = rest.Count == 0 ? [] : [SketchOf(view, rest, scene.Registers.Day, tell)],
                Rows = Telling.Rows(view.Projects),
            },
            null
        );
    }

    // Dates as day numbers, so that a shifted end shows among what has changed.
    private static IEnumerable<FigureFact> FactsOf(RecoveryProject project, Texts texts) =>
        [
            new(
                $"{project.Id}.start",
                DayNumber(project.Start!.Value),
                "date",
                $"{NameOf(project, texts)}, {texts["figure.start"]}"
            ),
            .. project.End is { } end
                ?
                [
                    new FigureFact(
                        $"{project.Id}.end",
                        DayNumber(end),
                        "date",
                        $"{NameOf(project, texts)}, {texts["figure.end"]}"
                    ),
                ]
                : Array.Empty<FigureFact>(),
        ];

    private static int DayNumber(LocalDate date) => (date.Year * 10000) + (date.Month * 100) + date.Day;

    private static Sketch SketchOf(Timeline view, List<RecoveryProject> projects, LocalDate today, Telling tell)
    {
        List<Shape> shapes = [];
        var days = (decimal)Period.DaysBetween(view.From, view.To);
        decimal At(LocalDate date) =>
            Math.Clamp(
                Math.Round(Period.DaysBetween(view.From, date) / days * BarsSketch.Width, 1),
                0,
                BarsSketch.Width
            );

        var names = projects.ConvertAll(p => TextLines.Of(NameOf(p, tell.Texts), LabelChars, 2));
        var height = AxisHeight + names.Sum(HeightOf);
        var years = Enumerable.Range(view.From.Year, view.To.Year - view.From.Year).ToList();
        var each = (int)Math.Ceiling(years.Count / 6m);
        foreach (var year in years)
        {
            var x = At(new LocalDate(year, 1, 1));
            shapes.Add(new Stroke(x, AxisHeight - 6, x, height, Ink.Line));
            if ((year - view.From.Year) % each == 0)
                shapes.Add(new Words(x + 4, 18, $"{year}", 18, Ink.Muted));
        }

        var y = (decimal)AxisHeight;
        foreach (var (project, name) in projects.Zip(names))
        {
            foreach (var line in name)
            {
                shapes.Add(new Words(0, y + 20, line));
                y += LineHeight;
            }

            var (from, to) = (At(project.Start!.Value), At(project.End ?? view.To));
            var ink = project.Status is ProjectStatus.Completion or ProjectStatus.Maintenance ? Ink.Good : Ink.Main;
            shapes.Add(new Box(from, y + 4, Math.Max(4, to - from), 16, project.End is null ? Ink.MainSoft : ink, 3));
            y += BarHeight;
        }

        if (today >= view.From && today < view.To)
        {
            var x = At(today);
            shapes.Add(new Stroke(x, AxisHeight - 6, x, height, Ink.Bad, 2));
            var isRight = x > BarsSketch.Width - 90;
            shapes.Add(
                new Words(
                    isRight ? x - 5 : x + 5,
                    height + 16,
                    tell.Texts["figure.today"],
                    16,
                    Ink.Bad,
                    isRight ? Anchor.End : Anchor.Start
                )
            );
            height += 22;
        }

        return new(BarsSketch.Width, height, shapes);
    }

    private static decimal HeightOf(IReadOnlyList<string> name) => (name.Count * LineHeight) + BarHeight;

    private static FigureTable TableOf(Timeline view, Telling tell) =>
        new(
            [tell.Texts["figure.project"], tell.Texts["figure.start"], tell.Texts["figure.end"]],
            [
                .. view.Projects.Select(p =>
                    (IReadOnlyList<string>)
                        [
                            NameOf(p, tell.Texts),
                            tell.Day(p.Start!.Value),
                            p.End is { } end ? tell.Day(end) : tell.Texts["figure.no_end"],
                        ]
                ),
            ]
        );

    private static string Span(RecoveryProject project, Telling tell) =>
        $"{tell.Day(project.Start!.Value)} – {(project.End is { } end ? tell.Day(end) : tell.Texts["figure.no_end"])}";

    private static string NameOf(RecoveryProject project, Texts texts) =>
        project.Title.IsEmpty ? project.Id : project.Title.In(texts.Language);
}
