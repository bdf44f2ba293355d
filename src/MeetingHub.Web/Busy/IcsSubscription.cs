using System.Net;
using MeetingHub.Web.Shared.Fetching;
using Microsoft.Extensions.Caching.Memory;
using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>
/// Reads a calendar by its secret address. The bytes are kept, so that a server that knows them already need not send them
/// again and other days are read without asking it.
/// </summary>
public sealed class IcsSubscription(
    GuardedClient client,
    Courtesy courtesy,
    BusySeal seal,
    HomeZones zones,
    IClock clock
) : IBusySource, IDisposable
{
    private const long MostBytesKept = 64 * 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private readonly MemoryCache shelf = new(new MemoryCacheOptions { SizeLimit = MostBytesKept });

    public BusySourceKind Kind => BusySourceKind.Subscription;

    public async Task<BusyAnswer> Read(BusySourceRow source, Interval window, CancellationToken stop)
    {
        var place = seal.Open(source);
        var (copy, fault) = await Fetch(place, stop);
        return copy is null
            ? new BusyAnswer.Unknown(fault)
            : CalendarReading.Of(copy.Calendar, window, await zones.Of(source.PersonId, stop), copy.ReadAt);
    }

    public void Dispose() => shelf.Dispose();

    private async Task<(Copy? Copy, BusyFault Fault)> Fetch(OpenSource place, CancellationToken stop)
    {
        using var turn = await courtesy.Enter(place.Key, stop);
        var known = shelf.Get<Copy>(place.Key);
        if (turn.MustWait)
            return (turn.LastFault is null ? known : null, turn.LastFault ?? BusyFault.AskedTooOften);

        switch (await client.Send(place.Uri, address => Ask(address, known), stop))
        {
            case Fetched.Reply { Status: HttpStatusCode.OK } whole:
                turn.Served(whole.MaxAge);
                return (Keep(place.Key, new Copy(whole.Body, whole.Validators, clock.GetCurrentInstant())), default);
            case Fetched.Reply { Status: HttpStatusCode.NotModified } same when known is not null:
                turn.Served(same.MaxAge);
                return (Keep(place.Key, known with { ReadAt = clock.GetCurrentInstant() }), default);
            case Fetched.Reply no:
                turn.Failed(BusyFaults.Of(no.Fault), no.RetryAfter);
                return (null, BusyFaults.Of(no.Fault));
            case Fetched.Failed failed:
                turn.Failed(BusyFaults.Of(failed.Why));
                return (null, BusyFaults.Of(failed.Why));
            default:
                throw new InvalidOperationException("Neither a reply nor a failure.");
        }
    }

    private static HttpRequestMessage Ask(Uri address, Copy? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "text/calendar" } } };
        known?.Validators.AddTo(request);
        return request;
    }

    private Copy Keep(string key, Copy copy) =>
        shelf.Set(
            key,
            copy,
            new MemoryCacheEntryOptions { Size = copy.Calendar.Length + 1, AbsoluteExpirationRelativeToNow = Kept }
        );

    private sealed record Copy(byte[] Calendar, Validators Validators, Instant ReadAt);
}
