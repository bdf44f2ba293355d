using System.Xml;
using MeetingHub.Web.Shared.Fetching;
using Microsoft.Extensions.Caching.Memory;
using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>
/// Reads a CalDAV calendar with a name and an app password: asks for busy times alone, and for the events when the server
/// does not know that question. The last answer is kept, for the same question asked twice and for two who share a calendar.
/// </summary>
public sealed class CalDavFreeBusy(CalDavDialogue dialogue, Courtesy courtesy, BusySeal seal, HomeZones zones)
    : IBusySource,
        IDisposable
{
    private const int MostAnswers = 2_000;
    private readonly MemoryCache shelf = new(new MemoryCacheOptions { SizeLimit = MostAnswers });

    public BusySourceKind Kind => BusySourceKind.CalDav;

    public async Task<BusyAnswer> Read(BusySourceRow source, Interval window, CancellationToken stop)
    {
        var place = seal.Open(source);
        var zone = await zones.Of(source.PersonId, stop);
        using var turn = await courtesy.Enter(place.Key, stop);
        if (turn.MustWait)
            return turn.LastFault is null && Recall(place, zone, window) is { } kept
                ? kept
                : new BusyAnswer.Unknown(turn.LastFault ?? BusyFault.AskedTooOften);

        var (answer, retryAfter) = await Ask(place, window, zone, stop);
        if (answer is BusyAnswer.Unknown unknown)
            turn.Failed(unknown.Why, retryAfter);
        else
            turn.Served(null);
        if (answer is BusyAnswer.Known known)
            shelf.Set((place.Key, zone), new Kept(window, known), new MemoryCacheEntryOptions { Size = 1 });
        return answer;
    }

    public void Dispose() => shelf.Dispose();

    private async Task<(BusyAnswer Answer, Duration? RetryAfter)> Ask(
        OpenSource place,
        Interval window,
        string zone,
        CancellationToken stop
    )
    {
        try
        {
            return await dialogue.Read(place, window, zone, stop);
        }
        catch (XmlException)
        {
            return (new BusyAnswer.Unknown(BusyFault.NotACalendar), null);
        }
    }

    private BusyAnswer.Known? Recall(OpenSource place, string zone, Interval window) =>
        shelf.Get<Kept>((place.Key, zone)) is { } kept
        && kept.Window.Start <= window.Start
        && kept.Window.End >= window.End
            ? kept.Answer with
            {
                Times = Stretches.Merge(kept.Answer.Times, window),
            }
            : null;

    private sealed record Kept(Interval Window, BusyAnswer.Known Answer);
}
