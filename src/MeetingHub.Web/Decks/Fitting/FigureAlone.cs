using MeetingHub.Web.Decks.Out.Paper;

namespace MeetingHub.Web.Decks.Fitting;

/// <summary>A slide that is a title and one drawing: <c>room.css</c> gives the drawing the height, and puts the words beside it.</summary>
internal sealed record FigureAlone(TextBlock Title, SketchBlock Sketch, IReadOnlyList<TextBlock> Beside)
{
    public static FigureAlone? In(IReadOnlyList<Block> blocks)
    {
        if (blocks is not [TextBlock { Style: Style.Title } title, ..])
            return null;
        var rest = blocks.Skip(1).ToList();
        var words = rest.OfType<TextBlock>().Where(t => t.Style is Style.Caption or Style.Source).ToList();
        return rest.OfType<SketchBlock>().ToList() is [var only] && words.Count == rest.Count - 1
            ? new(title, only, words)
            : null;
    }
}
