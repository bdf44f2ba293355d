using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>The projects to speak of first, as a table.</summary>
internal sealed class TopProjectsView : IView
{
    private const int Most = 8;

    public string Name => "top-projects";

    public IReadOnlyList<string> Options { get; } = ["sectors", "status", "top"];

    public FigureReading Draw(Scene scene, DataBlock block, Texts texts)
    {
        var options = new ViewOptions(block);
        var (filter, top) = (options.Projects, options.Number("top", 5, 1, Most));
        if (options.Problem is { } problem)
            return new(null, problem);
        var view = TopProjects.Of(scene.Registers, filter, top);
        var tell = new Telling(texts, block);
        var title = tell.Title(Name);
        if (view.Lines.Count == 0)
            return tell.Nothing(title);

        return new(
            new Figure(
                title,
                null,
                new(
                    [texts["figure.project"], texts["figure.cost"], texts["figure.gap"], texts["figure.asked"]],
                    [.. view.Lines.Select(l => RowOf(l, tell))]
                ),
                tell.Summary(title, view.Lines.Select(l => NameOf(l.Project, texts))),
                tell.Origin(
                    view.Provenance,
                    scene.Registers.Day,
                    texts["figure.gap_rule"],
                    tell.Prices(view.Provenance),
                    view.Others > 0 ? texts["figure.more_projects", tell.Number(view.Others)] : null
                ),
                [
                    .. view
                        .Lines.Where(l => l.Gap is not null)
                        .Select(l => new FigureFact(
                            l.Project.Id,
                            l.Gap!.Gap,
                            l.Gap.Currency,
                            NameOf(l.Project, texts)
                        )),
                ]
            )
            {
                Rows = Telling.Rows(view.Lines.Select(l => l.Project)),
            },
            null
        );
    }

    private static IReadOnlyList<string> RowOf(ProjectLine line, Telling tell) =>
        [
            NameOf(line.Project, tell.Texts),
            line.Project is { CostTotal: { } cost, Currency: { } currency } ? tell.ShortMoney(cost, currency) : "–",
            line.Gap is { } gap ? tell.ShortMoney(gap.Gap, gap.Currency) : "–",
            line.Project.AskText.IsEmpty
                ? (line.Project.Ask == AskType.None ? "" : tell.Texts.Of(line.Project.Ask))
                : line.Project.AskText.In(tell.Texts.Language),
        ];

    private static string NameOf(RecoveryProject project, Texts texts) =>
        project.Title.IsEmpty ? project.Id : project.Title.In(texts.Language);
}
