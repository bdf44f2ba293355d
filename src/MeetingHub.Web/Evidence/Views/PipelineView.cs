using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>How many projects stand at each stage of their life.</summary>
internal sealed class PipelineView : IView
{
    private const int MostWords = 3;

    public string Name => "pipeline";

    public IReadOnlyList<string> Options { get; } = ["sectors", "status"];

    public FigureReading Draw(Scene scene, DataBlock block, Texts texts)
    {
        var options = new ViewOptions(block);
        var filter = options.Projects;
        if (options.Problem is { } problem)
            return new(null, problem);
        var view = Pipeline.Of(scene.Registers, filter);
        var tell = new Telling(texts, block);
        var title = tell.Title(Name);
        if (view.Lines.Count == 0)
            return tell.Nothing(title);

        var sketches = BarsSketch.Columns(
            [
                .. view.Lines.Select(l => new BarLine(
                    NameOf(l.Stage, texts),
                    tell.Number(l.Projects),
                    l.Projects,
                    InkOf(l.Stage)
                )),
            ],
            view.Lines.Max(l => l.Projects)
        );
        return new(
            new Figure(
                title,
                sketches[0],
                new(
                    [texts["figure.stage"], texts["figure.projects"], texts["figure.dream"]],
                    [
                        .. view.Lines.Select(l =>
                            (IReadOnlyList<string>)
                                [
                                    NameOf(l.Stage, texts),
                                    tell.Number(l.Projects),
                                    Telling.List(l.DreamWords.Take(MostWords)),
                                ]
                        ),
                    ]
                ),
                tell.Summary(title, view.Lines.Select(l => $"{NameOf(l.Stage, texts)} – {tell.Number(l.Projects)}")),
                tell.Origin(view.Provenance, scene.Registers.Day, "OC4IDS 0.9"),
                [
                    .. view.Lines.Select(l => new FigureFact(
                        l.Stage is { } s ? Code.Of(s) : "none",
                        l.Projects,
                        "",
                        NameOf(l.Stage, texts)
                    )),
                ]
            )
            {
                Beside = [.. sketches.Skip(1)],
                Rows = Telling.Rows(view.Singled),
            },
            null
        );
    }

    private static string NameOf(ProjectStatus? stage, Texts texts) =>
        stage is { } known ? texts.Of(known) : texts["figure.no_status"];

    private static Ink InkOf(ProjectStatus? stage) =>
        stage switch
        {
            ProjectStatus.Completion or ProjectStatus.Maintenance => Ink.Good,
            ProjectStatus.Implementation => Ink.Main,
            null or ProjectStatus.Cancelled or ProjectStatus.Decommissioned => Ink.Muted,
            _ => Ink.MainSoft,
        };
}
