using MeetingHub.Web.Decks.Compiling;

namespace MeetingHub.Web.Decks.Fitting;

/// <summary>A screen of a hall, in CSS pixels.</summary>
public sealed record HallScreen(int Width, int Height)
{
    public static IReadOnlyList<HallScreen> All { get; } = [new(1280, 720), new(1920, 1080)];

    public override string ToString() => $"{Width}×{Height}";
}

/// <summary>A slide that a hall does not see whole.</summary>
/// <param name="SlideId">Which slide.</param>
/// <param name="Number">Its place in the deck, from 1.</param>
/// <param name="Language">Whose text is too much.</param>
/// <param name="Screen">On which screen.</param>
/// <param name="Percent">By how much of the place it has it is too large, at least 1.</param>
/// <param name="IsTooWide">Too wide and not too high.</param>
public sealed record Overflow(
    string SlideId,
    int Number,
    string Language,
    HallScreen Screen,
    int Percent,
    bool IsTooWide = false
);

/// <summary>What does not fit. <paramref name="IsMeasured"/>: by a browser, as the hall will see it; else estimated from lengths.</summary>
public sealed record FitReport(bool IsMeasured, IReadOnlyList<Overflow> Overflows);

/// <summary>Takes wishes to have a deck measured, without making anybody wait.</summary>
public interface IFitWishes
{
    void Want(CompiledDeck deck);
}

/// <summary>Finds slides that do not fit on a hall's screen, in any language, with all steps shown.</summary>
public interface IFitCheck
{
    Task<FitReport> Check(CompiledDeck deck, CancellationToken stop = default);
}
