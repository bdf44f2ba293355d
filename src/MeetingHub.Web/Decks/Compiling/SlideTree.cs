using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>Marks the tree up for the room: fragments, headings below the page's own, tables without inline styles.</summary>
internal static class SlideTree
{
    /// <summary>Items of "+" lists appear one by one, in the order in which they are read. Gives the last number.</summary>
    public static int NumberFragments(MarkdownDocument document, int from)
    {
        var step = from;
        foreach (var item in document.Descendants<ListItemBlock>())
        {
            if (item.Parent is ListBlock { BulletType: '+' })
            {
                step++;
                item.GetAttributes().AddProperty("data-step", step.ToString(CultureInfo.InvariantCulture));
            }
        }

        return step;
    }

    public static void Prepare(MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            if (node is HeadingBlock heading)
                heading.Level = Math.Max(2, heading.Level);
            else if (node is Table table)
                AlignByClass(table);
            else if (node is LineBreakInline lineBreak && IsInSource(lineBreak))
                lineBreak.IsHard = true;
        }
    }

    /// <summary>Markdig writes alignment as a style attribute, which the content security policy refuses.</summary>
    private static void AlignByClass(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (column, cell) in row.OfType<TableCell>().Index())
            {
                if (row.IsHeader)
                    cell.GetAttributes().AddProperty("scope", "col");
                if (column < table.ColumnDefinitions.Count && ClassOf(table.ColumnDefinitions[column]) is { } name)
                    cell.GetAttributes().AddClass(name);
            }
        }

        foreach (var column in table.ColumnDefinitions)
            column.Alignment = null;
    }

    private static string? ClassOf(TableColumnDefinition column) =>
        column.Alignment switch
        {
            TableColumnAlign.Right => "num",
            TableColumnAlign.Center => "mid",
            _ => null,
        };

    private static bool IsInSource(Inline inline)
    {
        var root = inline.Parent;
        while (root?.Parent is { } parent)
            root = parent;
        return root?.ParentBlock?.Parent is Markdig.Extensions.CustomContainers.CustomContainer;
    }
}
