using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Web.Graph;

/// <summary>What a calendar of Microsoft 365 shows of a meeting.</summary>
public sealed record OutlookEvent(string Subject, string Body, Instant Start, Instant End, string Zone)
{
    /// <summary>In one person's language. The body only leads to the meeting's page, and so never goes out of date.</summary>
    public static OutlookEvent Of(Meeting meeting, string language, string body) =>
        new(meeting.Plan.Title.In(language), body, meeting.Plan.Start, meeting.Plan.End, meeting.Plan.Zone);
}

/// <summary>An event that stands in a mailbox.</summary>
public sealed record StandingEvent(string Id, string? TeamsLink);
