using System.Collections.Concurrent;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks.Suggesting;

/// <summary>How far suggestions for all missing slides are; <paramref name="End"/> is null while they are being made.</summary>
public sealed record SuggestionProgress(int Done, int All, SuggestionEnd? End);

/// <summary>
/// Suggests translations of every slide that has none, one after the other and beside everything else. What dies with the process
/// is begun anew by whoever wants it; every finished slide is in the deck already.
/// </summary>
public sealed class SuggestionRuns(
    DeckLibrary library,
    SlideSuggestions suggestions,
    IHostApplicationLifetime life,
    ILogger<SuggestionRuns> logger
)
{
    private readonly ConcurrentDictionary<(Guid Deck, string To), (SuggestionProgress Progress, Task Work)> runs =
        new();

    public SuggestionProgress? Of(Guid deckId, string to) =>
        runs.TryGetValue((deckId, to), out var run) ? run.Progress : null;

    /// <summary>Waits until nothing is being made any more.</summary>
    public Task Ended(Guid deckId, string to) =>
        runs.TryGetValue((deckId, to), out var run) ? run.Work : Task.CompletedTask;

    public async Task Start(Guid deckId, string to, Guid by)
    {
        if (Of(deckId, to) is { End: null } || await library.Find(deckId) is not { } row)
            return;
        if (DeckText.Read(row.Draft).Deck is not { } deck)
            return;
        string[] missing = [.. deck.Slides.Where(s => deck.StandingOf(s, to) == Standing.Missing).Select(s => s.Id)];
        var key = (deckId, to);
        runs[key] = (new(0, missing.Length, null), Task.CompletedTask);
        var work = Task.Run(() => Run(key, missing, by));
        runs.AddOrUpdate(key, (new(0, missing.Length, null), work), (_, run) => (run.Progress, work));
    }

    private async Task Run((Guid Deck, string To) key, string[] missing, Guid by)
    {
        var end = SuggestionEnd.Done;
        var done = 0;
        try
        {
            foreach (var slide in missing)
            {
                end = await suggestions.Suggest(key.Deck, slide, key.To, by, life.ApplicationStopping);
                if (!end.IsDone)
                    break;
                Tell(key, new(++done, missing.Length, null));
            }
        }
        catch (OperationCanceledException) { }
        catch (Exception fault)
        {
            logger.LogError(fault, "Suggestions for {Deck} ended", key.Deck);
            end = new(Translating.TranslatingFault.NotUnderstood, null);
        }

        Tell(key, new(done, missing.Length, end));
    }

    private void Tell((Guid, string) key, SuggestionProgress progress) =>
        runs.AddOrUpdate(key, (progress, Task.CompletedTask), (_, run) => (progress, run.Work));
}
