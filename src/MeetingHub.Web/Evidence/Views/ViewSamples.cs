using MeetingHub.Domain.Decks;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>What an author can copy: each view as it is written into a slide, and what its options take.</summary>
internal static class ViewSamples
{
    /// <summary>The options of each sample of a view, as lines; a view that is not named here has one sample without any.</summary>
    private static readonly Dictionary<string, string[]> Written = new()
    {
        ["damage-by-sector"] = ["of: count", "of: need"],
        ["grades"] = ["", "by: sector"],
        ["top-projects"] = ["top: 5"],
        ["big-number"] = ["of: count", "of: gap"],
    };

    public static IReadOnlyList<DataBlock> Of(IView view) =>
        [.. Written.GetValueOrDefault(view.Name, [""]).Select(options => DataBlock.Read(view.Name, options, 0)!)];

    /// <summary>The block as it stands in a deck's file.</summary>
    public static string TextOf(DataBlock block) =>
        string.Join('\n', [$"```data {block.View}", .. block.Options.Select(o => $"{o.Key}: {o.Value}"), "```"]);

    /// <summary>
    /// What may stand for an option. The view is asked by a value that it must refuse, so that this can never say anything else
    /// than the refusal which an author meets.
    /// </summary>
    public static string Accepted(IView view, string option, IDataBlocks blocks) =>
        Subjects(view, blocks).Select(of => Refusal(view, option, of, blocks)).FirstOrDefault(told => told.Length > 0)
        ?? "";

    // Some options are read for some subjects alone: a rate for amounts, a stage for projects.
    private static IEnumerable<string> Subjects(IView view, IDataBlocks blocks) =>
        view.Options.Contains("of") ? ["", .. Refusal(view, "of", "", blocks).Split(", ")] : [""];

    private static string Refusal(IView view, string option, string of, IDataBlocks blocks)
    {
        var options = of.Length == 0 || option == "of" ? $"{option}: ?" : $"of: {of}\n{option}: ?";
        return
            blocks.Draw(DataBlock.Read(view.Name, options, 0)!, "en").Problem
                is { Code: DeckProblem.DataValue, Args: [_, var refused, var accepted] }
            && refused == option
            ? accepted
            : "";
    }
}
