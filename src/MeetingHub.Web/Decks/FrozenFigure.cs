using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Log;

namespace MeetingHub.Web.Decks;

/// <summary>
/// A figure as it was when its deck was published: which view it was, its numbers, and the rows that could be told from it one by
/// one. The drawing itself is in the deck's file; this is what later registers are compared with.
/// </summary>
public sealed record FrozenFigure(
    string Slide,
    string View,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyList<FigureFact> Facts,
    IReadOnlyList<string> Rows
)
{
    /// <summary>As <see cref="Figure.Picked"/>.</summary>
    public string? Picked { get; init; }

    public DataBlock Block => new(View, Options, 0);

    public static string Write(CompiledDeck deck) =>
        EventJson.Write(
            deck.Slides.SelectMany(slide =>
                slide.Figures.Select(f => new FrozenFigure(
                    slide.Id,
                    f.Block.View,
                    f.Block.Options,
                    f.Figure.Facts,
                    f.Figure.Rows
                )
                {
                    Picked = f.Figure.Picked,
                })
            )
        );

    public static IReadOnlyList<FrozenFigure> Read(string json) => EventJson.Read<List<FrozenFigure>>(json);
}
