using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>Who gives how much, and how near each sum is.</summary>
internal sealed class FundingBySourceView : IView
{
    public string Name => "funding-by-source";

    public IReadOnlyList<string> Options { get; } = ["sectors", "status", "currency", "rate", "top"];

    public FigureReading Draw(Scene scene, DataBlock block, Texts texts)
    {
        var options = new ViewOptions(block);
        var filter = options.Projects;
        var top = options.Number("top", BarsSketch.MostLines - 1, 1, BarsSketch.MostLines);
        var rates = options.Rates(FundingBySource.Currencies(scene.Registers, filter));
        if (options.Problem is { } problem)
            return new(null, problem);
        var tell = new Telling(texts, block);
        var title = tell.Title(Name);
        if (rates is null || FundingBySource.Of(scene.Registers, filter, rates) is not { Lines.Count: > 0 } view)
            return tell.Nothing(title);

        var lines = Shortened(view, top, tell);
        var sketches = BarsSketch.Columns(
            [
                .. lines.Select(l => new BarLine(
                    l.Name,
                    tell.Short(l.Line.Total),
                    [new(l.Line.Disbursed, Ink.Good), new(l.Line.Committed, Ink.Main), new(l.Line.Pledged, Ink.Muted)]
                )),
            ],
            lines.Max(l => l.Line.Total),
            [
                (texts["funding_state.disbursed"], Ink.Good),
                (texts["funding_state.committed"], Ink.Main),
                (texts["funding_state.pledged"], Ink.Muted),
            ]
        );
        return new(
            new Figure(
                $"{title}, {view.Currency}",
                sketches[0],
                TableOf(view, tell),
                tell.Summary(title, lines.Select(l => $"{l.Name} – {tell.ShortMoney(l.Line.Total, view.Currency)}")),
                tell.Origin(view.Provenance, scene.Registers.Day, tell.LeftOut(view.LeftOut), tell.Used(rates)),
                [.. view.Lines.Select(l => new FigureFact(l.Party ?? "none", l.Total, view.Currency, NameOf(l, tell)))]
            )
            {
                Beside = [.. sketches.Skip(1)],
                Rows = Telling.Rows(view.Singled),
            },
            null
        );
    }

    private static List<(string Name, PartyLine Line)> Shortened(FundingBySource view, int top, Telling tell)
    {
        List<(string, PartyLine)> lines = [.. view.Lines.Take(top).Select(l => (NameOf(l, tell), l))];
        var rest = view.Lines.Skip(top).ToList();
        if (rest.Count > 0)
            lines.Add(
                (
                    tell.Texts["figure.others", rest.Count],
                    new(null, rest.Sum(l => l.Disbursed), rest.Sum(l => l.Committed), rest.Sum(l => l.Pledged))
                )
            );
        return lines;
    }

    private static FigureTable TableOf(FundingBySource view, Telling tell) =>
        new(
            [
                tell.Texts["figure.source"],
                tell.Texts["funding_state.disbursed"],
                tell.Texts["funding_state.committed"],
                tell.Texts["funding_state.pledged"],
            ],
            [
                .. view.Lines.Select(l =>
                    (IReadOnlyList<string>)
                        [
                            NameOf(l, tell),
                            tell.Money(l.Disbursed, view.Currency),
                            tell.Money(l.Committed, view.Currency),
                            tell.Money(l.Pledged, view.Currency),
                        ]
                ),
            ]
        );

    private static string NameOf(PartyLine line, Telling tell) =>
        line.Party is { } party ? tell.Texts.Said(party) : tell.Texts["figure.unknown_party"];
}
