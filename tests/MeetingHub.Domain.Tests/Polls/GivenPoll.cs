using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Polls;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Polls;

/// <summary>Three times on one day, offered to the mayor, who is required, a councillor and a guest.</summary>
internal static class GivenPoll
{
    public static readonly Instant Now = WeekBefore;
    public static readonly PollOption Morning = At(1, 8);
    public static readonly PollOption Noon = At(2, 11);
    public static readonly PollOption Night = At(3, 21);

    public static readonly Poll Fresh = new(
        Id(900),
        Hromada,
        Commune,
        Plan.Title,
        MeetingKind.WorkingMeeting,
        60,
        null,
        Start - Duration.FromDays(2),
        "Europe/Kyiv",
        PollStatus.Open,
        0,
        [Morning, Noon, Night],
        [Asked(Mayor, isRequired: true), Asked(Councillor), Asked(HostGuest)]
    );

    public static Poll Open => After(Polling.Offer(Fresh, HostSecretary.Caller, Now));

    public static PollOption At(int id, int utcHour) =>
        new(
            Id(910 + id),
            new LocalDateTime(2027, 1, 20, utcHour + 2, 0),
            "Europe/Kyiv",
            Instant.FromUtc(2027, 1, 20, utcHour, 0)
        );

    public static PollVoter Asked(Player who, bool isRequired = false) =>
        new(who.PersonId, who.Side, who.Role, isRequired, who.HasAccount);

    public static Ballot Of(Player who, params (PollOption Option, Vote Vote)[] votes) =>
        Ballot.Empty(who.PersonId) with
        {
            Revision = 1,
            Votes = votes.ToDictionary(v => v.Option.Id, v => v.Vote),
        };

    public static Poll After(PollDecision decision) => Assert.IsType<PollAccepted>(decision).After;

    public static Refusal? No(PollDecision decision) => (decision as PollRefused)?.Reason;
}
