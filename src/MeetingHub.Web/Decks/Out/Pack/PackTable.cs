using MeetingHub.Web.Decks.Out.Paper;

namespace MeetingHub.Web.Decks.Out.Pack;

/// <summary>Plain rows, for paper.</summary>
internal static class PackTable
{
    public static TableBlock Of(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) =>
        new([LineOf(head, Face.Bold)], [.. rows.Select(row => LineOf(row, Face.Regular))]);

    private static TableLine LineOf(IReadOnlyList<string> row, Face face) =>
        new([.. row.Select(text => new TableField([new Run(text, face)], Align.Start))]);
}
