using System.Security.Cryptography;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Domain.Polls;

/// <summary>Where a poll stands. After its deadline an open one takes no more votes, whether or not anybody has closed it.</summary>
public enum PollStatus
{
    Open,
    Closed,

    /// <summary>One of its times has become the meeting.</summary>
    Decided,
    Withdrawn,
}

public enum Vote
{
    Yes,
    IfNeedBe,
    No,
}

/// <summary>A time that is offered: the intended local time and zone beside the instant, as in <see cref="MeetingPlan"/>.</summary>
public sealed record PollOption(Guid Id, LocalDateTime Local, string Zone, Instant Start);

/// <summary>Somebody who is asked. Without a person who <paramref name="IsRequired"/> there is no meeting.</summary>
public sealed record PollVoter(Guid PersonId, Side Side, SeatRole Role, bool IsRequired, bool HasAccount);

/// <summary>
/// "Which of these times suits you?" Both secretariats own it alike. <paramref name="Revision"/> rises with each thing that a
/// secretary changes, so that two of them do not undo each other's work unseen.
/// </summary>
public sealed record Poll(
    Guid Id,
    Guid HostId,
    Guid PartnerId,
    LocalText Title,
    MeetingKind Kind,
    int Minutes,
    string? Note,
    Instant Deadline,
    string DeadlineZone,
    PollStatus Status,
    long Revision,
    EquatableList<PollOption> Options,
    EquatableList<PollVoter> Voters
)
{
    public const int MostOptions = 20;
    public const int MostVoters = 200;
    public const int LongestNote = 1000;

    public Guid? ChosenOption { get; init; }

    /// <summary>The meeting that this poll becomes, known beforehand: made twice, it is one meeting.</summary>
    public Guid MeetingId => MeetingOf(Id);

    public bool IsOpen(Instant now) => Status == PollStatus.Open && now < Deadline;

    public Side? SideOf(Guid communityId) =>
        communityId == HostId ? Side.Host
        : communityId == PartnerId ? Side.Partner
        : null;

    public PollOption? Option(Guid id) => Options.FirstOrDefault(o => o.Id == id);

    public PollVoter? Voter(Guid personId) => Voters.FirstOrDefault(v => v.PersonId == personId);

    // RFC 9562, version 8: an id of our own making.
    private static Guid MeetingOf(Guid poll)
    {
        var bytes = SHA256.HashData([.. "meeting of poll "u8, .. poll.ToByteArray(bigEndian: true)])[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
