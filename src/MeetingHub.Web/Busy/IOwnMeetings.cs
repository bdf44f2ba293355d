using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>When people sit in meetings of this house: busy times that are known whatever their own calendars say.</summary>
public interface IOwnMeetings
{
    /// <param name="except">A meeting that is to be moved does not stand in its own way.</param>
    Task<ILookup<Guid, Interval>> Of(
        IReadOnlyCollection<Guid> people,
        Interval window,
        Guid? except,
        CancellationToken stop
    );
}
