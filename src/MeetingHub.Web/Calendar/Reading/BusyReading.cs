using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>When the owner of a calendar is busy.</summary>
/// <param name="Busy">Inside the window that was asked about: clipped to it, merged, in order.</param>
/// <param name="Fault">What stopped the reading; then <paramref name="Busy"/> may lack anything, and free means unknown.</param>
public sealed record BusyReading(IReadOnlyList<Interval> Busy, CalendarFault? Fault);
