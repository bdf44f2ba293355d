using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>When people are busy. Whoever has no source is unknown, never free.</summary>
public sealed class BusyTimes
{
    public Task<IReadOnlyDictionary<Guid, BusyAnswer>> Of(
        IReadOnlyCollection<Guid> people,
        Interval window,
        CancellationToken stop
    ) =>
        Task.FromResult<IReadOnlyDictionary<Guid, BusyAnswer>>(
            people.ToDictionary(p => p, _ => (BusyAnswer)new BusyAnswer.Unknown(BusyFault.NotConfigured))
        );
}
