using System.Globalization;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;
using NodaTime;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>Figures in a reader's words: numbers and money in their format, and where a figure comes from.</summary>
internal sealed class Telling(Texts texts, DataBlock block)
{
    private const int MostSources = 2;
    private readonly Times times = new(texts);

    public Texts Texts => texts;

    public string Title(string key) =>
        block[$"title-{texts.Language}"] is { Length: > 0 } own ? PlainCharacters.Of(own) : texts[$"view.{key}"];

    public string Number(decimal value) => value.ToString("#,0.##", texts.Culture);

    public string Money(decimal value, string currency) => texts.Money(value, currency);

    /// <summary>Short, for drawings: "53.2 m".</summary>
    public string Short(decimal value)
    {
        var (by, unit) = Math.Abs(value) switch
        {
            >= 1_000_000_000 => (1_000_000_000m, "figure.billion"),
            >= 1_000_000 => (1_000_000m, "figure.million"),
            >= 10_000 => (1000m, "figure.thousand"),
            _ => (1m, ""),
        };
        var number = (value / by).ToString(value / by >= 100 ? "#,0" : "#,0.#", texts.Culture);
        return unit.Length == 0 ? number : texts[unit, number].Replace(' ', '\u00A0');
    }

    public string ShortMoney(decimal value, string currency) => $"{Short(value)}\u00A0{currency}";

    public string Share(decimal part, decimal whole) =>
        whole == 0 ? "" : texts["figure.percent", (100 * part / whole).ToString("0", texts.Culture)];

    public string Day(LocalDate date) => times.ShortDay(date);

    public static string List(IEnumerable<string> words) => string.Join(", ", words);

    public FigureOrigin Origin(Provenance provenance, LocalDate today, params string?[] method)
    {
        var sources = provenance.Sources.Take(MostSources).Select(s => texts.Said(s.Title)).ToList();
        if (provenance.Sources.Count > MostSources)
            sources.Add(texts["figure.more_sources", provenance.Sources.Count - MostSources]);
        return new(
            sources.Count == 0 ? texts["figure.own_register"] : string.Join("; ", sources),
            texts["figure.as_of", Day(provenance.AsOf ?? today)],
            string.Join("; ", method.Where(m => !string.IsNullOrEmpty(m)))
        );
    }

    /// <summary>By which methods the rows were assessed, with a warning where they are not alike.</summary>
    public string? Methods(Provenance provenance) =>
        provenance.Methods.Count == 0
            ? null
            : texts[
                provenance.Methods.Count == 1 ? "figure.method.one" : "figure.method.many",
                List(provenance.Methods.Select(m => $"{texts.Of(m.Method)} ({Number(m.Rows)})"))
            ];

    public string Prices(Provenance provenance) =>
        (provenance.EarliestPrices, provenance.LatestPrices) switch
        {
            ({ } from, { } to) when from != to => texts["figure.prices_mixed", Day(from), Day(to)],
            ({ } on, _) => texts["figure.prices_of", Day(on)],
            _ => texts["figure.prices_unknown"],
        };

    public string? LeftOut(IReadOnlyList<(string Currency, decimal Sum)> sums, string key = "figure.other_currency") =>
        sums.Count == 0 ? null : texts[key, List(sums.Select(s => Money(s.Sum, s.Currency)))];

    public string? Used(Rates? rates) =>
        rates is null || rates.Known.Count == 0
            ? null
            : List(
                rates.Known.Select(r =>
                    string.Format(
                        texts.Culture,
                        texts["figure.rate"],
                        r.From,
                        r.Value.ToString("0.####", texts.Culture),
                        rates.Currency,
                        Day(r.On),
                        r.Source
                    )
                )
            );

    public string Summary(string title, IEnumerable<string> parts) =>
        texts["text.named", title, string.Join("; ", parts)];

    /// <summary>The rows of which one has a figure alone, as <see cref="Figure.Rows"/> names them.</summary>
    public static IReadOnlyList<string> Rows(IEnumerable<IEntry> singled) =>
        [.. singled.Select(RegisterBook.NameOf).Distinct(StringComparer.Ordinal)];

    /// <summary>A figure that says that there is nothing yet: a slide in the making is not an error.</summary>
    public FigureReading Nothing(string title) =>
        new(new Figure(title, null, new([], []), texts["figure.none"], new(texts["figure.none"], "", ""), []), null);
}
