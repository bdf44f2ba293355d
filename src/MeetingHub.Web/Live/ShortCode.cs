using MeetingHub.Domain.Meetings;

namespace MeetingHub.Web.Live;

/// <summary>
/// The few letters on the chamber's screen by which a councillor without a link joins one delegation. It is no secret: whoever
/// types it waits in the lobby, unless the meeting admits everyone.
/// </summary>
public sealed class ShortCode
{
    public required string Code { get; init; }
    public required Guid MeetingId { get; init; }
    public required Side Side { get; init; }
}
