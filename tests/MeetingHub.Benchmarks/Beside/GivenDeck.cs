using MeetingHub.Benchmarks.Micro;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Evidence.Import;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.Figures;

namespace MeetingHub.Benchmarks.Beside;

/// <summary>What is compiled: the demo's deck (18 slides, three languages) or the large one (60, two languages, 30 figures).</summary>
internal sealed record GivenDeck(string Name, string Text, Func<IDataBlocks> Data)
{
    public static IReadOnlyList<string> Names { get; } = ["demo", "large"];

    public static GivenDeck Named(string name) =>
        name == "large"
            ? new(name, LargeDeck.Text("слово"), () => CommunityBlocks.Over(LargeDeck.Registers()))
            : new(name, Demo(), DemoRegisters.Figures);

    public CompiledDeck Compile() =>
        DeckCompiler.Compile(Text, new Dictionary<string, string>(), Data()).Deck
        ?? throw new InvalidOperationException($"The deck {Name} has a fault.");

    private static string Demo()
    {
        using var reader = new StreamReader(typeof(DeckLibrary).Assembly.GetManifestResourceStream("izium.md")!);
        return reader.ReadToEnd();
    }
}
