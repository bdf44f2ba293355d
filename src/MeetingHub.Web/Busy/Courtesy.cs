using System.Collections.Concurrent;
using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>
/// When a server may be asked again: once a minute at most, less often when it asks for that, and ever less often while it
/// fails. One at a time asks the same place; who comes meanwhile waits and gets what the first one got.
/// </summary>
public sealed class Courtesy(IClock clock)
{
    private const int MostPlaces = 10_000;
    private static readonly Duration Least = Duration.FromMinutes(1);
    private static readonly Duration Longest = Duration.FromHours(1);

    private readonly ConcurrentDictionary<string, Place> places = new(StringComparer.Ordinal);

    public async Task<Turn> Enter(string key, CancellationToken stop)
    {
        if (places.Count > MostPlaces)
            Forget();
        var place = places.GetOrAdd(key, _ => new Place());
        await place.Gate.WaitAsync(stop);
        return new Turn(place, clock.GetCurrentInstant());
    }

    private void Forget()
    {
        var now = clock.GetCurrentInstant();
        foreach (var (key, place) in places)
        {
            if (place.NotBefore <= now && place.Gate.CurrentCount > 0)
                places.TryRemove(key, out _);
        }
    }

    /// <summary>One asker's turn at a place. Left without a word (stopped, say), it counts as a failure.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly Place place;
        private readonly Instant now;
        private bool isSettled;

        internal Turn(Place place, Instant now)
        {
            (this.place, this.now) = (place, now);
            isSettled = MustWait = now < place.NotBefore;
        }

        public bool MustWait { get; }

        /// <summary>What went wrong the last time; null when it went well.</summary>
        public BusyFault? LastFault => place.Fault;

        public void Served(Duration? maxAge)
        {
            isSettled = true;
            (place.Failures, place.Fault) = (0, null);
            place.NotBefore = now + Duration.Max(Least, Duration.Min(Longest, maxAge ?? Least));
        }

        public void Failed(BusyFault why, Duration? retryAfter = null)
        {
            isSettled = true;
            place.Fault = why;
            var wait = Duration.Min(Longest, Least * Math.Pow(2, Math.Min(place.Failures++, 6)));
            place.NotBefore = now + Duration.Max(wait, Duration.Min(Longest, retryAfter ?? wait));
        }

        public void Dispose()
        {
            if (!isSettled)
                Failed(BusyFault.TooSlow);
            place.Gate.Release();
        }
    }

    internal sealed class Place
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public Instant NotBefore { get; set; } = Instant.MinValue;
        public int Failures { get; set; }
        public BusyFault? Fault { get; set; }
    }
}
