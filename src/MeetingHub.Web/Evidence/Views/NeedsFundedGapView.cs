using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>What the projects cost, what of it is there and what is missing: one bar for each currency, each on a scale of its own.</summary>
internal sealed class NeedsFundedGapView : IView
{
    private const int Row = 30;

    public string Name => "needs-funded-gap";

    public IReadOnlyList<string> Options { get; } = ["sectors", "status", "currency", "rate"];

    public FigureReading Draw(Scene scene, DataBlock block, Texts texts)
    {
        var options = new ViewOptions(block);
        var filter = options.Projects;
        var rates = options.Text("rate") is null ? null : options.Rates([]);
        if (options.Text("rate") is not null && rates is null)
            options.Refuse("currency", "", "EUR, UAH, USD …");
        if (options.Problem is { } problem)
            return new(null, problem);
        var view = NeedsFundedGap.Of(scene.Registers, filter, rates);
        var tell = new Telling(texts, block);
        var title = tell.Title(Name);
        var lines = view
            .Lines.Where(l => rates is not null || options.Text("currency") is not { } only || l.Currency == only)
            .ToList();
        if (lines.Count == 0)
            return tell.Nothing(title);

        return new(
            new Figure(
                title,
                SketchOf(lines[0], tell),
                TableOf(lines, tell),
                tell.Summary(
                    title,
                    lines.Select(l =>
                        $"{tell.ShortMoney(l.Cost, l.Currency)} – {texts["figure.gap"]} {tell.ShortMoney(l.Gap, l.Currency)}"
                    )
                ),
                tell.Origin(
                    view.Provenance,
                    scene.Registers.Day,
                    texts["figure.gap_rule"],
                    tell.Prices(view.Provenance),
                    view.WithoutCost > 0 ? texts["figure.uncosted", tell.Number(view.WithoutCost)] : null,
                    tell.LeftOut(view.LeftOut),
                    tell.LeftOut(view.Unmatched, "figure.unmatched"),
                    tell.Used(rates)
                ),
                [.. lines.SelectMany(l => FactsOf(l, texts))]
            )
            {
                Beside = [.. lines.Skip(1).Select(l => SketchOf(l, tell))],
                Rows = Telling.Rows(view.Singled),
            },
            null
        );
    }

    private static IEnumerable<FigureFact> FactsOf(GapLine line, Texts texts) =>
        [
            new($"cost {line.Currency}", line.Cost, line.Currency, texts["figure.cost"]),
            new($"committed {line.Currency}", line.Committed, line.Currency, texts["funding_state.committed"]),
            new($"disbursed {line.Currency}", line.Disbursed, line.Currency, texts["funding_state.disbursed"]),
            new($"gap {line.Currency}", line.Gap, line.Currency, texts["figure.gap"]),
            new($"pledged {line.Currency}", line.Pledged, line.Currency, texts["funding_state.pledged"]),
        ];

    private static Sketch SketchOf(GapLine line, Telling tell)
    {
        List<Shape> shapes = [];
        return new(BarsSketch.Width, Draw(shapes, line, tell, 0), shapes);
    }

    private static decimal Draw(List<Shape> shapes, GapLine line, Telling tell, decimal y)
    {
        var texts = tell.Texts;
        shapes.Add(
            new Words(
                0,
                y + 22,
                texts["text.named", texts["figure.cost"], tell.ShortMoney(line.Cost, line.Currency)],
                24,
                IsBold: true
            )
        );
        y += 34;
        shapes.Add(new Box(0, y, BarsSketch.Width, 30, Ink.Track, 3));
        (string Label, decimal Value, Ink Ink)[] parts =
        [
            (texts["funding_state.disbursed"], line.Disbursed, Ink.Good),
            (texts["funding_state.committed"], line.Committed, Ink.Main),
            (texts["figure.gap"], line.Gap, Ink.Bad),
        ];
        // Where one project has more than it costs, the parts together are more than all costs: they share the bar's width.
        var whole = Math.Max(line.Cost, parts.Sum(p => p.Value));
        var x = 0m;
        foreach (var part in parts.Where(p => p.Value > 0))
        {
            var width = part.Value / whole * BarsSketch.Width;
            shapes.Add(new Box(Math.Round(x, 1), y, Math.Round(width, 1), 30, part.Ink));
            x += width;
        }

        y += 40;
        foreach (var part in parts)
            y = Entry(shapes, part.Label, part.Value, part.Ink, part.Label == texts["figure.gap"]);
        if (line.Pledged > 0)
            y = Entry(shapes, texts["funding_state.pledged"], line.Pledged, Ink.Muted, false);
        return y;

        decimal Entry(List<Shape> into, string label, decimal value, Ink ink, bool isBold)
        {
            into.Add(new Box(0, y + 4, 16, 16, ink, 3));
            into.Add(new Words(26, y + 19, label, IsBold: isBold));
            into.Add(
                new Words(
                    BarsSketch.Width,
                    y + 19,
                    tell.ShortMoney(value, line.Currency),
                    Anchor: Anchor.End,
                    IsBold: isBold
                )
            );
            return y += Row;
        }
    }

    private static FigureTable TableOf(List<GapLine> lines, Telling tell) =>
        new(
            [
                tell.Texts["figure.currency"],
                tell.Texts["figure.projects"],
                tell.Texts["figure.cost"],
                tell.Texts["funding_state.disbursed"],
                tell.Texts["funding_state.committed"],
                tell.Texts["figure.gap"],
                tell.Texts["funding_state.pledged"],
            ],
            [
                .. lines.Select(l =>
                    (IReadOnlyList<string>)
                        [
                            l.Currency,
                            tell.Number(l.Projects),
                            .. new[] { l.Cost, l.Disbursed, l.Committed, l.Gap, l.Pledged }.Select(v =>
                                tell.Money(v, l.Currency)
                            ),
                        ]
                ),
            ]
        );
}
