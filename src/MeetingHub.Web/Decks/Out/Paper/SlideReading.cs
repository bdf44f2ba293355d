using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>Reads a slide's clean HTML, or its notes, as blocks to be printed.</summary>
internal sealed class SlideReading
{
    private readonly List<Block> blocks = [];
    private readonly Style basic;
    private readonly Func<string, string> printable;
    private List<Run> pending = [];
    private string? marker;

    private SlideReading(Style basic, Func<string, string> printable) =>
        (this.basic, this.printable) = (basic, printable);

    /// <param name="html">What the compiler wrote.</param>
    /// <param name="basic">What plain paragraphs are.</param>
    /// <param name="printable">Gives back the letters that the fonts have, and a sign for each that they lack.</param>
    public static IReadOnlyList<Block> Of(string html, Style basic, Func<string, string> printable)
    {
        var reading = new SlideReading(basic, printable);
        if (new HtmlParser().ParseDocument(html).Body is { } body)
            reading.Flow(body, basic, 0);
        return reading.blocks;
    }

    // Bounded by the nesting that the compiler allows.
    private void Flow(INode parent, Style style, int depth)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element && !IsInline(element))
            {
                End(style, depth);
                Take(element, style, depth);
            }
            else
            {
                pending.AddRange(RunsOf(node, Face.Regular, null));
            }
        }

        End(style, depth);
    }

    private void Take(IElement element, Style style, int depth)
    {
        switch (element.LocalName)
        {
            case "h2":
                Flow(element, Style.Title, depth);
                break;
            case "h3" or "h4" or "h5" or "h6":
                Flow(element, Style.Heading, depth);
                break;
            case "ul" or "ol":
                foreach (var (at, item) in element.Children.Index())
                {
                    marker = element.LocalName == "ol" ? $"{StartOf(element) + at}." : "•";
                    Flow(item, style, depth + 1);
                    marker = null;
                }

                break;
            case "blockquote":
                Flow(element, Style.Quote, depth + 1);
                break;
            case "pre":
                blocks.Add(new TextBlock(Style.Code, [new(printable(element.TextContent.TrimEnd('\n')))], depth));
                break;
            case "table":
                blocks.Add(TableOf(element));
                break;
            case "img":
                blocks.Add(
                    new PictureBlock(element.GetAttribute("src") ?? "", printable(element.GetAttribute("alt") ?? ""))
                );
                break;
            case "svg":
                if (SketchReading.Of(element) is { } sketch)
                    blocks.Add(new SketchBlock(Printable(sketch.Alone)));
                break;
            case "figcaption":
                Flow(element, Style.Caption, depth);
                break;
            case "hr":
                blocks.Add(new RuleBlock());
                break;
            default:
                // The table for screen readers says what the drawing shows.
                if (element.ClassName != "visually-hidden" || element.ParentElement?.QuerySelector("svg") is null)
                    Flow(element, element.ClassName is "source" or "data-origin" ? Style.Source : style, depth);
                break;
        }
    }

    private void End(Style style, int depth)
    {
        var runs = Trimmed(pending);
        pending = [];
        if (runs.Count == 0)
            return;
        blocks.Add(new TextBlock(style, runs, depth, marker));
        marker = null;
    }

    private TableBlock TableOf(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").ToList();
        return new(
            [.. rows.Where(r => r.ParentElement?.LocalName == "thead").Select(LineOf)],
            [.. rows.Where(r => r.ParentElement?.LocalName != "thead").Select(LineOf)]
        );
    }

    private TableLine LineOf(IElement row)
    {
        var isHead = row.ParentElement?.LocalName == "thead";
        return new([
            .. row.Children.Select(cell => new TableField(
                Trimmed(cell.ChildNodes.SelectMany(n => RunsOf(n, isHead ? Face.Bold : Face.Regular, null))),
                cell.ClassList.Contains("num") ? Align.End
                    : cell.ClassList.Contains("mid") ? Align.Middle
                    : Align.Start
            )),
        ]);
    }

    private IEnumerable<Run> RunsOf(INode node, Face face, string? link)
    {
        if (node is IText text)
            return [new(printable(Collapsed(text.Data)), face, link)];
        if (node is not IElement element)
            return [];
        if (element.LocalName == "br")
            return [new("\n", face)];
        if (element.LocalName == "img")
            return [new(printable(element.GetAttribute("alt") ?? ""), Face.Italic)];
        var inner = element.LocalName switch
        {
            "strong" => Face.Bold,
            "em" => face == Face.Bold ? Face.Bold : Face.Italic,
            _ => face,
        };
        var target = element.LocalName == "a" ? element.GetAttribute("href") : link;
        return element.ChildNodes.SelectMany(child => RunsOf(child, inner, target));
    }

    private Sketch Printable(Sketch sketch) =>
        sketch with
        {
            Shapes = [.. sketch.Shapes.Select(s => s is Words w ? w with { Text = printable(w.Text) } : s)],
        };

    private static bool IsInline(IElement element) =>
        element.LocalName is "a" or "strong" or "em" or "code" or "br" or "span" or "s" or "sub" or "sup";

    private static int StartOf(IElement list) =>
        int.TryParse(list.GetAttribute("start"), CultureInfo.InvariantCulture, out var start) ? start : 1;

    /// <summary>Line ends in HTML are spaces; those that break come as elements.</summary>
    private static string Collapsed(string text)
    {
        var plain = text.Replace('\n', ' ').Replace('\t', ' ');
        while (plain.Contains("  ", StringComparison.Ordinal))
            plain = plain.Replace("  ", " ", StringComparison.Ordinal);
        return plain;
    }

    private static List<Run> Trimmed(IEnumerable<Run> runs)
    {
        var kept = runs.SkipWhile(r => string.IsNullOrWhiteSpace(r.Text)).ToList();
        while (kept.Count > 0 && string.IsNullOrWhiteSpace(kept[^1].Text))
            kept.RemoveAt(kept.Count - 1);
        return kept;
    }
}
