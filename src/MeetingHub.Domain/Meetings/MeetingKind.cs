namespace MeetingHub.Domain.Meetings;

/// <summary>
/// What a meeting is in law. A French <i>conseil municipal</i> may not sit by video, so a guest who speaks to councillors
/// does so as an address to a council sitting in its own hall; MeetingHub never computes a quorum from who is connected.
/// </summary>
public enum MeetingKind
{
    WorkingMeeting,
    AddressToCouncil,
}

/// <summary>Where a meeting stands. A paused meeting is frozen: no slide moves until it is resumed.</summary>
public enum MeetingStatus
{
    Scheduled,
    Open,
    Paused,
    Closed,
    Cancelled,
}

/// <summary>Why a meeting is paused; an air-raid alert is the reason that everyone is shown how to shelter.</summary>
public enum PauseReason
{
    AirRaidAlert,
    Technical,
    Recess,
}
