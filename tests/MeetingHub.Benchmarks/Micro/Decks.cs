using BenchmarkDotNet.Attributes;
using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.Figures;

namespace MeetingHub.Benchmarks.Micro;

/// <summary>
/// A deck of 60 slides in two languages with 30 data blocks over a register of 10,000 rows: compiled for the first time, and
/// again after a word of one slide was changed, as the preview does while somebody types.
/// </summary>
[MemoryDiagnoser]
public class Decks
{
    private readonly Dictionary<string, string> pictures = [];
    private PublicRegisters registers = null!;
    private string deck = "";
    private string[] typed = [];
    private IDataBlocks data = null!;
    private int stroke;

    [GlobalSetup]
    public void Write()
    {
        registers = LargeDeck.Registers();
        deck = LargeDeck.Text("слово");
        typed = [.. Enumerable.Range(0, 4000).Select(i => LargeDeck.Text($"слово{i}"))];
        data = CommunityBlocks.Over(registers);
        if (DeckCompiler.Compile(deck, pictures, data) is { Succeeded: false } refused)
            throw new InvalidOperationException(string.Join('\n', refused.Problems.Select(p => $"{p.Code} {p.Line}")));
    }

    /// <summary>Nothing is remembered: neither slides nor figures.</summary>
    [Benchmark]
    public object Whole() => DeckCompiler.Compile(deck, pictures, CommunityBlocks.Over(registers));

    /// <summary>59 slides and all figures are known.</summary>
    [Benchmark]
    public object OneSlideChanged() => DeckCompiler.Compile(typed[stroke++ % typed.Length], pictures, data);
}
