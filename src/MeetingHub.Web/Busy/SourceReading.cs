using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>What a source said, for which window and when.</summary>
public sealed record SourceReading(BusyAnswer Answer, Interval Window, Instant At)
{
    public bool Covers(Interval window) => Window.Start <= window.Start && window.End <= Window.End;
}
