using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests;

/// <summary>
/// A meeting as it is told, the way the program's own log does it: each command is decided on the meeting so far, and the
/// facts are numbered and applied.
/// </summary>
public sealed class Story
{
    private readonly List<Recorded> log = [];

    public Guid Id { get; } = Cast.Id(1000);
    public Meeting Meeting { get; private set; } = new(Cast.Id(1000));
    public Instant Now { get; private set; } = WeekBefore;
    public IReadOnlyList<Recorded> Log => log;
    public MeetingEvent Last => log[^1].Fact;

    /// <summary>Scheduled by the host, everyone asked, links mailed; the partner named its mayor.</summary>
    public static Story Planned()
    {
        var story = new Story();
        story.Let(
            HostSecretary,
            (_, c, now) => Planning.Schedule(Scheduled, c, [.. Everyone.Select(p => p.Invitee)], now)
        );
        foreach (var guest in Everyone.Where(p => !p.HasAccount))
            story.Note(new JoinLinkIssued(guest.Link, guest.Seat, LinksExpire));
        return story.Let(PartnerSecretary, (m, c) => Planning.NameRepresentative(m, c, Mayor.Seat));
    }

    /// <summary>Open at its time, everyone let in, the deck on the table and nobody at the slides.</summary>
    public static Story Opened() =>
        Planned()
            .At(Start)
            .Let(HostSecretary, Attending.Open)
            .Let(HostSecretary, (m, c) => Attending.Admit(m, c, [.. Everyone.Select(p => p.Seat)]))
            .Let(HostSecretary, (m, c) => Presenting.PlaceDeck(m, c, Deck));

    /// <summary>Open, and the engineer drives the slides with fence 1.</summary>
    public static Story Presented() => Opened().Let(Engineer, (m, c, now) => Presenting.TakeSlides(m, c, now, now));

    /// <summary>Open, and the generator stands as item 50, confirmed by nobody.</summary>
    public static Story Proposed() =>
        Opened().Let(HostSecretary, (m, c) => Agreeing.Propose(m, c, Cast.Id(50), Generator));

    public static Story Agreed() => Proposed().Let(HostHead, Confirm).Let(Mayor, Confirm);

    public static Decision Confirm(Meeting m, Caller c) =>
        Agreeing.Confirm(m, c, Cast.Id(50), m.Item(Cast.Id(50))!.Hash);

    public Story At(Instant instant)
    {
        Now = instant;
        return this;
    }

    public Story After(Duration time) => At(Now + time);

    public Story Let(Player who, Func<Meeting, Caller, Decision> decide) => Let(who.Caller, (m, c, _) => decide(m, c));

    public Story Let(Player who, Func<Meeting, Caller, Instant, Decision> decide) => Let(who.Caller, decide);

    public Story Let(Caller caller, Func<Meeting, Caller, Instant, Decision> decide)
    {
        switch (decide(Meeting, caller, Now))
        {
            case Accepted yes:
                foreach (var fact in yes.Facts)
                    Note(fact, caller.PersonId);
                break;
            case Refused no:
                Assert.Fail($"Refused: {no.Reason}");
                break;
        }

        return this;
    }

    /// <summary>The reason for a no, or null when it would be done. Nothing is written down.</summary>
    public Refusal? No(Player who, Func<Meeting, Caller, Decision> decide) => No(who.Caller, (m, c, _) => decide(m, c));

    public Refusal? No(Player who, Func<Meeting, Caller, Instant, Decision> decide) => No(who.Caller, decide);

    public Refusal? No(Caller caller, Func<Meeting, Caller, Instant, Decision> decide) =>
        (decide(Meeting, caller, Now) as Refused)?.Reason;

    /// <summary>Accepted without a fact: it is so already.</summary>
    public bool IsSo(Player who, Func<Meeting, Caller, Decision> decide) => IsSo(who, (m, c, _) => decide(m, c));

    public bool IsSo(Player who, Func<Meeting, Caller, Instant, Decision> decide) =>
        decide(Meeting, who.Caller, Now) is Accepted { Facts.Count: 0 };

    public Story Note(MeetingEvent fact, Guid? by = null)
    {
        var recorded = new Recorded(Meeting.Seq + 1, Now, by, fact);
        Meeting = Meeting.Apply(recorded);
        log.Add(recorded);
        return this;
    }

    public ActionItem Item(int number) => Meeting.Item(Cast.Id(number))!;
}
