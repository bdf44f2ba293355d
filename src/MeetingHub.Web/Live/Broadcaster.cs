using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using Microsoft.AspNetCore.SignalR;

namespace MeetingHub.Web.Live;

/// <summary>
/// The one place that tells the room. Sends are begun in the log's order and not waited for: SignalR keeps the order on each
/// connection, and one phone on a weak line must not hold up the meeting.
/// </summary>
public sealed class Broadcaster(IHubContext<LiveHub, IRoomClient> hub, Rooms rooms, Epoch epoch) : IListener
{
    public void Hear(Meeting after, IReadOnlyList<Recorded> facts)
    {
        var room = hub.Clients.Group(Rooms.GroupOf(after.Id));
        foreach (var fact in facts)
            _ = room.Happened(Tell(epoch.Current, fact));

        if (facts.Any(f => PublicFacts.Of(f.Fact) is null))
            TellSteering(after.Id);
        foreach (var fact in facts)
            React(after, fact.Fact);
    }

    public void Pulse(Meeting meeting, LiveView view, NodaTime.Instant now) =>
        _ = hub
            .Clients.Group(Rooms.GroupOf(meeting.Id))
            .Beat(new Beat(epoch.Current, meeting.Seq, view.Fingerprint, now));

    public void TellSteering(Guid meetingId) => _ = hub.Clients.Group(Rooms.SteeringGroupOf(meetingId)).PeopleChanged();

    public static Told Tell(string epoch, Recorded recorded) =>
        PublicFacts.Of(recorded.Fact) is { } fact
            ? new Told(epoch, recorded.Seq, recorded.At, EventNames.Of(fact), new RawJson(EventNames.Write(fact)))
            : new Told(epoch, recorded.Seq, recorded.At, null, null);

    private void React(Meeting after, MeetingEvent fact)
    {
        switch (fact)
        {
            case GuestsAdmitted e:
                foreach (var visitor in rooms.In(after.Id).Where(v => v.Waits && e.SeatIds.Contains(v.SeatId)))
                    _ = hub.Clients.Client(visitor.ConnectionId).Admitted();
                break;
            case MeetingDetailsChanged { Plan.AdmitAutomatically: true }:
                foreach (var visitor in rooms.In(after.Id).Where(v => v.Waits))
                    _ = hub.Clients.Client(visitor.ConnectionId).Admitted();
                break;
            case SeatRemoved e:
                ShowOut(after.Id, v => v.SeatId == e.SeatId, Refusal.SeatRemoved);
                break;
            case PersonUninvited e:
                ShowOut(after.Id, v => v.SeatId == e.SeatId, Refusal.SeatRemoved);
                break;
            case JoinLinkRevoked e:
                ShowOut(after.Id, v => v.Proof.Ticket?.LinkId == e.LinkId, Refusal.LinkRevoked);
                break;
        }
    }

    // Out of the group before the next fact is told: a removed guest's page may ignore the message, not the door.
    private void ShowOut(Guid meetingId, Func<Visitor, bool> who, Refusal why)
    {
        foreach (var visitor in rooms.In(meetingId).Where(who).ToList())
        {
            rooms.Leave(meetingId, visitor.ConnectionId);
            _ = hub.Groups.RemoveFromGroupAsync(visitor.ConnectionId, Rooms.GroupOf(meetingId));
            _ = hub.Groups.RemoveFromGroupAsync(visitor.ConnectionId, Rooms.SteeringGroupOf(meetingId));
            _ = hub.Clients.Client(visitor.ConnectionId).ShownOut(Domain.Code.Of(why));
        }
    }
}
