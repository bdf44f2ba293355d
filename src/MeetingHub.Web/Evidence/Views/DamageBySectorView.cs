using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>How many sites are damaged in each sector, or what the damage, the losses or the needs amount to.</summary>
internal sealed class DamageBySectorView : IView
{
    public string Name => "damage-by-sector";

    public IReadOnlyList<string> Options { get; } =
    ["of", "sectors", "grades", "methods", "from", "to", "currency", "rate", "top"];

    public FigureReading Draw(Scene scene, DataBlock block, Texts texts)
    {
        var options = new ViewOptions(block);
        var (filter, measure) = (options.Damages, options.One("of", Measure.Count));
        var top = options.Number("top", BarsSketch.MostLines, 1, BarsSketch.MostLines);
        var isMoney = measure != Measure.Count;
        var rates = isMoney ? options.Rates(DamageBySector.Currencies(scene.Registers, filter, measure)) : null;
        if (options.Problem is { } problem)
            return new(null, problem);

        var view = DamageBySector.Of(scene.Registers, filter, measure, rates);
        var tell = new Telling(texts, block);
        var title = tell.Title($"{Name}.{Code.Of(measure)}");
        if (view.Lines.Count == 0 || (isMoney && rates is null))
            return tell.Nothing(title);
        return new(FigureOf(view, top, title, tell, rates, scene), null);
    }

    private static Figure FigureOf(DamageBySector view, int top, string title, Telling tell, Rates? rates, Scene scene)
    {
        var texts = tell.Texts;
        var drawn = view.Lines.Where(l => l.Value > 0).ToList();
        var rest = drawn.Skip(top).ToList();
        List<BarLine> bars = [.. drawn.Take(top).Select(l => new BarLine(texts.Of(l.Sector), Short(l.Value), l.Value))];
        if (rest.Count > 0)
        {
            var others = rest.Sum(l => l.Value);
            bars.Add(new(texts["figure.others", rest.Count], Short(others), others, Ink.MainSoft));
        }

        var sketches = BarsSketch.Columns(bars, bars.Select(b => b.Parts[0].Value).DefaultIfEmpty(1).Max());
        return new(
            view.Currency is null ? title : $"{title}, {view.Currency}",
            sketches[0],
            new(
                view.Currency is null
                    ? [texts["figure.sector"], texts["figure.sites"]]
                    : [texts["figure.sector"], texts["figure.amount"], texts["figure.sites"]],
                [.. view.Lines.Select(RowOf)]
            ),
            tell.Summary(title, bars.Select(b => $"{b.Label} – {b.Shown}")),
            tell.Origin(
                view.Provenance,
                scene.Registers.Day,
                texts["figure.objects", tell.Number(view.Objects)],
                view.Limited > 0 ? texts["figure.limited_note", tell.Number(view.Limited)] : null,
                tell.Methods(view.Provenance),
                view.Without > 0
                    ? texts["figure.without_amount", tell.Number(view.Without), tell.Number(view.Objects)]
                    : null,
                view.Currency is null ? null : tell.Prices(view.Provenance),
                tell.LeftOut(view.LeftOut),
                tell.Used(rates)
            ),
            [
                .. view
                    .Lines.Where(l => !l.IsUnknown)
                    .Select(l => new FigureFact(Code.Of(l.Sector), l.Value, view.Currency ?? "", texts.Of(l.Sector))),
            ]
        )
        {
            Beside = [.. sketches.Skip(1)],
            Rows = Telling.Rows(view.Singled),
        };

        string Short(decimal value) => tell.Short(value);

        IReadOnlyList<string> RowOf(SectorLine line) =>
            view.Currency is { } currency
                ? [texts.Of(line.Sector), AmountOf(line, currency), tell.Number(line.Objects)]
                : [texts.Of(line.Sector), tell.Number(line.Value)];

        string AmountOf(SectorLine line, string currency) =>
            line.IsUnknown ? texts["figure.no_amount"]
            : line.Without == 0 ? tell.Money(line.Value, currency)
            : $"{tell.Money(line.Value, currency)} ({texts["figure.without_amount", tell.Number(line.Without), tell.Number(line.Objects)]})";
    }
}
