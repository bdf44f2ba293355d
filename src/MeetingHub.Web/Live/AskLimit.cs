using System.Threading.RateLimiting;

namespace MeetingHub.Web.Live;

/// <summary>So many questions a minute for one person, however many tabs they open.</summary>
public sealed class AskLimit(HubSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<Guid> limiter = PartitionedRateLimiter.Create<Guid, Guid>(person =>
        RateLimitPartition.GetSlidingWindowLimiter(
            person,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = settings.QuestionsAMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }
        )
    );

    public bool Allows(Guid person) => limiter.AttemptAcquire(person).IsAcquired;

    public void Dispose() => limiter.Dispose();
}
