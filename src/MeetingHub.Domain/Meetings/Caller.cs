namespace MeetingHub.Domain.Meetings;

/// <summary>
/// Who asks, in facts that the server knows: never what a client says of itself. <see cref="Side"/> is the delegation of the
/// caller's community at this meeting; a secretary of either community steers, with or without a seat.
/// <see cref="LinkId"/> is the personal link through which a guest came, checked anew at each call.
/// </summary>
public sealed record Caller(Guid PersonId, Guid? SeatId, Side? Side, bool IsSecretary, Guid? LinkId = null)
{
    public bool Steers => IsSecretary && Side is not null;
}
