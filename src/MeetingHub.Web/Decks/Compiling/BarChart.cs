using System.Globalization;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>
/// A horizontal bar chart read from a table: labels, values, and perhaps a third column that is shown beside the value
/// (a count beside a share). Values run from 0 to <paramref name="Max"/>.
/// </summary>
internal sealed record BarChart(IReadOnlyList<string> Header, IReadOnlyList<Bar> Bars, decimal Max)
{
    private const int MaxBars = 12;

    public static (BarChart? Chart, DeckProblem? Problem) Read(CustomContainer container, int line, string language)
    {
        if (BarOptions.Read(container.Arguments) is not { } options)
            return (null, new(DeckProblem.BarsOption, line, container.Arguments ?? ""));
        if (container is not [Table { Count: >= 2 and <= MaxBars + 1 } table])
            return (null, new(DeckProblem.BarsTable, line));

        var rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(TextOf).ToList()).ToList();
        if (!((TableRow)table[0]).IsHeader || rows.Exists(row => row.Count is < 2 or > 3))
            return (null, new(DeckProblem.BarsTable, line));

        List<Bar> bars = [];
        foreach (var row in rows.Skip(1))
        {
            if (NumberOf(row[1]) is not { } value || value > (options.Max ?? value))
                return (null, new(DeckProblem.BarsValue, line, row[1]));
            bars.Add(new(row[0], value, Shown(value, options.Unit, language), row.ElementAtOrDefault(2) ?? ""));
        }

        return (new(rows[0], bars, options.Max ?? Math.Max(1, bars.Max(bar => bar.Value))), null);
    }

    private static string TextOf(TableCell cell) => PlainText.Of(cell);

    /// <summary>Digits with a comma or a point for decimals; spaces of any kind between thousands; never negative.</summary>
    private static decimal? NumberOf(string text)
    {
        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        const NumberStyles styles = NumberStyles.AllowDecimalPoint;
        var isNumber = decimal.TryParse(digits, styles, CultureInfo.InvariantCulture, out var value);
        return isNumber && value < 1_000_000_000_000 ? value : null;
    }

    private static string Shown(decimal value, string unit, string language)
    {
        var number = value.ToString("#,0.##", CultureInfo.GetCultureInfo(language));
        var gap = unit.Length == 0 || (unit == "%" && language == "en") ? "" : "\u00A0";
        return number + gap + unit;
    }
}

internal sealed record Bar(string Label, decimal Value, string Shown, string Aside);

/// <summary>What follows <c>::: bars</c>: the value of a full bar, and the unit, each optional.</summary>
internal sealed record BarOptions(decimal? Max, string Unit)
{
    public static BarOptions? Read(string? arguments)
    {
        var options = new BarOptions(null, "");
        foreach (var word in (arguments ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.StartsWith("unit=", StringComparison.Ordinal) && word.Length is > 5 and <= 13)
                options = options with { Unit = word[5..] };
            else if (word.StartsWith("max=", StringComparison.Ordinal) && MaxOf(word[4..]) is { } max)
                options = options with { Max = max };
            else
                return null;
        }

        return options;
    }

    private static decimal? MaxOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var max)
        && max is > 0 and < 1_000_000_000_000
            ? max
            : null;
}
