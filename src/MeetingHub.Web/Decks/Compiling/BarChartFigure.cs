using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>A chart whose figures the author typed, as a figure like those that come from registers.</summary>
internal static class BarChartFigure
{
    public static Figure Of(BarChart chart)
    {
        var sketches = BarsSketch.Columns(
            [.. chart.Bars.Select(bar => new BarLine(bar.Label, ValueOf(bar), bar.Value))],
            chart.Max
        );
        return new(
            $"{chart.Header[0]} – {string.Join(" · ", chart.Header.Skip(1))}",
            sketches[0],
            new(chart.Header, [.. chart.Bars.Select(bar => RowOf(bar, chart.Header.Count))]),
            string.Join("; ", chart.Bars.Select(bar => $"{bar.Label}: {ValueOf(bar)}")),
            new("", "", ""),
            []
        )
        {
            Beside = [.. sketches.Skip(1)],
        };
    }

    private static string ValueOf(Bar bar) => bar.Aside.Length == 0 ? bar.Shown : $"{bar.Shown} · {bar.Aside}";

    private static IReadOnlyList<string> RowOf(Bar bar, int columns) =>
        columns > 2 ? [bar.Label, bar.Shown, bar.Aside] : [bar.Label, bar.Shown];
}
