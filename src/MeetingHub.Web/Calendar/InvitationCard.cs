using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// One person's invitation to one meeting, or its cancellation, with texts already in that person's language.
/// </summary>
/// <param name="MeetingId">The meeting; the same for all invited, and so is the UID made of it.</param>
/// <param name="Sequence">Rises on any change of time or status, and on cancelling (RFC 5546 section 2.1.4).</param>
/// <param name="Stamp">
/// When this version was made; it must rise from version to version by at least a second, the format's unit.
/// </param>
/// <param name="IsCancelled">For the meeting as a whole, or for this attendee alone, who was removed.</param>
/// <param name="Start">First instant of the meeting.</param>
/// <param name="Length">How long it lasts; more than zero.</param>
/// <param name="ZoneId">The tz database name of the zone in which the event is written.</param>
/// <param name="Summary">Title, one line.</param>
/// <param name="Description">Agenda and how to join, several lines.</param>
/// <param name="Location">A place or a video call; empty when the room in MeetingHub is all there is.</param>
/// <param name="Link">The attendee's own link into the room. It admits its bearer, so it goes to no one else.</param>
/// <param name="OrganizerName">Who invites.</param>
/// <param name="OrganizerAddress">Where replies by mail go.</param>
/// <param name="AttendeeName">Who is invited.</param>
/// <param name="AttendeeAddress">The address that is invited.</param>
/// <param name="Language">Code of the language of the texts.</param>
/// <param name="SentByAddress">
/// The mailbox that sends the letter when it is not the organizer's: a mail's From must be one of the two.
/// </param>
public sealed record InvitationCard(
    Guid MeetingId,
    int Sequence,
    Instant Stamp,
    bool IsCancelled,
    Instant Start,
    Duration Length,
    string ZoneId,
    string Summary,
    string Description,
    string Location,
    Uri Link,
    string OrganizerName,
    string OrganizerAddress,
    string AttendeeName,
    string AttendeeAddress,
    string Language,
    string? SentByAddress = null
)
{
    /// <summary>The iTIP method of the calendar written from this card, for the letter that carries it.</summary>
    public string Method => IsCancelled ? "CANCEL" : "REQUEST";
}
