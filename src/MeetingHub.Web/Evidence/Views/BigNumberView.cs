using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>One number, as large as the slide allows, with what it counts.</summary>
internal sealed class BigNumberView : IView
{
    private enum Subject
    {
        Count,
        Damage,
        Loss,
        Need,
        Projects,
        Cost,
        Gap,
    }

    private sealed record Told(decimal Value, string? Currency, FigureOrigin Origin, IReadOnlyList<string> Rows);

    public string Name => "big-number";

    public IReadOnlyList<string> Options { get; } =
    ["of", "sectors", "grades", "methods", "status", "from", "to", "currency", "rate"];

    public FigureReading Draw(Scene scene, DataBlock block, Texts texts)
    {
        var options = new ViewOptions(block);
        var subject = options.One("of", Subject.Count);
        var tell = new Telling(texts, block);
        var told = subject switch
        {
            Subject.Projects => OfProjects(scene, options, tell),
            Subject.Cost or Subject.Gap => OfMoney(scene, options, subject, tell),
            _ => OfDamages(scene, options, Enum.Parse<Measure>(subject.ToString()), tell),
        };
        if (options.Problem is { } problem)
            return new(null, problem);
        var label = tell.Title($"{Name}.{Code.Of(subject)}");
        if (told is not var (value, currency, origin, rows))
            return tell.Nothing(label);

        var shown = currency is null ? tell.Number(value) : tell.ShortMoney(value, currency);
        return new(
            new Figure(
                label,
                SketchOf(shown, label),
                new(
                    [texts["figure.fact"], texts["figure.value"]],
                    [
                        [label, currency is null ? tell.Number(value) : tell.Money(value, currency)],
                    ]
                ),
                $"{shown} {label}",
                origin,
                [new(Code.Of(subject), value, currency ?? "", label)]
            )
            {
                Rows = rows,
            },
            null
        );
    }

    private static Told? OfDamages(Scene scene, ViewOptions options, Measure measure, Telling tell)
    {
        var filter = options.Damages;
        var rates =
            measure == Measure.Count
                ? null
                : options.Rates(DamageBySector.Currencies(scene.Registers, filter, measure));
        if (measure != Measure.Count && rates is null)
            return null;
        var view = DamageBySector.Of(scene.Registers, filter, measure, rates);
        return new(
            view.Total,
            view.Currency,
            tell.Origin(
                view.Provenance,
                scene.Registers.Day,
                tell.Methods(view.Provenance),
                view.Without > 0
                    ? tell.Texts["figure.without_amount", tell.Number(view.Without), tell.Number(view.Objects)]
                    : null,
                view.Currency is null ? null : tell.Prices(view.Provenance),
                tell.LeftOut(view.LeftOut),
                tell.Used(rates)
            ),
            Alone(view.Provenance.Rows, view.Singled)
        );
    }

    private static Told? OfProjects(Scene scene, ViewOptions options, Telling tell)
    {
        var view = Pipeline.Of(scene.Registers, options.Projects);
        return new(
            view.Lines.Sum(l => l.Projects),
            null,
            tell.Origin(view.Provenance, scene.Registers.Day),
            Alone(view.Provenance.Rows, view.Singled)
        );
    }

    private static Told? OfMoney(Scene scene, ViewOptions options, Subject subject, Telling tell)
    {
        var filter = options.Projects;
        var apart = NeedsFundedGap.Of(scene.Registers, filter, null).Lines;
        if (options.Rates([.. apart.Select(l => l.Currency)]) is not { } rates)
            return null;
        var view = NeedsFundedGap.Of(scene.Registers, filter, rates);
        if (view.Lines is not [var line])
            return null;
        return new(
            subject == Subject.Gap ? line.Gap : line.Cost,
            line.Currency,
            tell.Origin(
                view.Provenance,
                scene.Registers.Day,
                subject == Subject.Gap ? tell.Texts["figure.gap_rule"] : null,
                tell.Prices(view.Provenance),
                view.WithoutCost > 0 ? tell.Texts["figure.uncosted", tell.Number(view.WithoutCost)] : null,
                tell.LeftOut(subject == Subject.Gap ? GapsOf(apart, view.LeftOut) : view.LeftOut),
                tell.LeftOut(view.Unmatched, "figure.unmatched"),
                tell.Used(rates)
            ),
            Alone(line.Projects, view.Singled)
        );
    }

    // What is missing in another currency is its gap; the cost would be said to be missing although some of it is there.
    private static List<(string Currency, decimal Sum)> GapsOf(
        IReadOnlyList<GapLine> apart,
        IReadOnlyList<(string Currency, decimal Sum)> leftOut
    ) => [.. apart.Where(l => leftOut.Any(o => o.Currency == l.Currency)).Select(l => (l.Currency, l.Gap))];

    // A sum over many tells of none of them.
    private static IReadOnlyList<string> Alone(int rows, IEnumerable<IEntry> singled) =>
        rows == 1 ? Telling.Rows(singled) : [];

    private static Sketch SketchOf(string shown, string label)
    {
        List<Shape> shapes =
        [
            new Words(0, 92, shown, Math.Min(96, 800m / Math.Max(1, shown.Length)), Ink.Main, IsBold: true),
        ];
        var y = 134m;
        foreach (var line in TextLines.Of(label, 34, 2))
        {
            shapes.Add(new Words(0, y, line, 26));
            y += 34;
        }

        return new(BarsSketch.Width, y - 20, shapes);
    }
}
