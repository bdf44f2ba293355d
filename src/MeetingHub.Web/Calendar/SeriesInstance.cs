using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>One meeting of a series that has an event of its own.</summary>
internal sealed record SeriesInstance(InvitationCard Card, Occurrence Original, ZonedSpan Span)
{
    public MeantTime Meant => new(Original.Start, Span.Start, Span.End);
}
