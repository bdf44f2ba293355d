using System.Security.Cryptography;
using System.Text;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Log;

namespace MeetingHub.Web.Decks;

/// <summary>
/// A figure as it was when its deck was published: which view it was, its numbers, what its readers saw, and the rows that could be
/// told from it one by one. The drawing itself is in the deck's file; this is what later registers are compared with.
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

    /// <summary>By language; empty in what was published before looks were kept.</summary>
    public IReadOnlyDictionary<string, FrozenLook> Looks { get; init; } = new Dictionary<string, FrozenLook>();

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
                    Looks = f.In.ToDictionary(l => l.Key, l => FrozenLook.Of(l.Value)),
                })
            )
        );

    public static IReadOnlyList<FrozenFigure> Read(string json) => EventJson.Read<List<FrozenFigure>>(json);
}

/// <summary>
/// What one reader saw of a figure: every text of its table, and a hash of all the rest, such as where a dot stands or which picture
/// there is. The day on which the registers were read is left out: it passes by itself.
/// </summary>
public sealed record FrozenLook(FigureTable Table, string Hash)
{
    public static FrozenLook Of(Figure figure)
    {
        var html = FigureHtml.Of(figure with { Origin = figure.Origin with { AsOf = "" } });
        return new(figure.Table, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html))));
    }
}
