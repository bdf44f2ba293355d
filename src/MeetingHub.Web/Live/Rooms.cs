using System.Collections.Concurrent;
using MeetingHub.Web.People;
using NodaTime;

namespace MeetingHub.Web.Live;

/// <summary>A connection that joined: which meeting, which seat, by what proof, and whether it still waits in the lobby.</summary>
public sealed record Visitor(string ConnectionId, Guid MeetingId, Guid SeatId, Door.Proof Proof, bool Waits);

/// <summary>
/// Who is connected to this node at this moment. Awareness, never truth: it is empty after a restart, and nothing but
/// attendance and the driver's liveness is derived from it.
/// </summary>
public sealed class Rooms(IClock clock)
{
    private readonly ConcurrentDictionary<Guid, Room> rooms = new();
    private readonly Instant started = clock.GetCurrentInstant();

    public static string GroupOf(Guid meetingId) => $"room-{meetingId:N}";

    public static string SteeringGroupOf(Guid meetingId) => $"steer-{meetingId:N}";

    public IEnumerable<Guid> Occupied => rooms.Where(r => !r.Value.Visitors.IsEmpty).Select(r => r.Key);

    public void Enter(Visitor visitor) => RoomOf(visitor.MeetingId).Visitors[visitor.ConnectionId] = visitor;

    public Visitor? Leave(Guid meetingId, string connectionId)
    {
        if (!rooms.TryGetValue(meetingId, out var room) || !room.Visitors.TryRemove(connectionId, out var visitor))
            return null;
        room.LastSeen[visitor.SeatId] = clock.GetCurrentInstant();
        return visitor;
    }

    public IEnumerable<Visitor> In(Guid meetingId) =>
        rooms.TryGetValue(meetingId, out var room) ? room.Visitors.Values : [];

    public bool IsConnected(Guid meetingId, Guid seatId) => In(meetingId).Any(v => v.SeatId == seatId && !v.Waits);

    /// <summary>
    /// When a seat was last connected: now, if it is. After a restart nobody has been seen yet: then the start counts, so that
    /// the driver has time to come back before anyone may take the slides.
    /// </summary>
    public Instant LastSeen(Guid meetingId, Guid seatId)
    {
        if (IsConnected(meetingId, seatId))
            return clock.GetCurrentInstant();
        return rooms.TryGetValue(meetingId, out var room) && room.LastSeen.TryGetValue(seatId, out var seen)
            ? seen
            : started;
    }

    private Room RoomOf(Guid meetingId) => rooms.GetOrAdd(meetingId, static _ => new Room());

    private sealed class Room
    {
        public ConcurrentDictionary<string, Visitor> Visitors { get; } = new(StringComparer.Ordinal);
        public ConcurrentDictionary<Guid, Instant> LastSeen { get; } = new();
    }
}
