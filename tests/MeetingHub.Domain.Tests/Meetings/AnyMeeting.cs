using CsCheck;
using MeetingHub.Domain.Meetings;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

/// <summary>One thing that somebody tries: who, which command, and two numbers from which it picks what it names.</summary>
public sealed record Attempt(int Who, int Command, int A, int B);

/// <summary>
/// Meetings as they may go when anyone tries anything at any time: random commands, decided and applied as the program does.
/// Sensible ones are more frequent than chance would have it, or hardly any item would ever be agreed.
/// </summary>
public static class AnyMeeting
{
    // The secretaries do more than the rest.
    private static readonly Player[] Players =
    [
        .. Everyone,
        HostSecretary,
        HostSecretary,
        PartnerSecretary,
        PartnerSecretary,
    ];

    /// <summary>Plays the attempts; after each that was accepted, the watcher sees the meeting before and the story after.</summary>
    public static Story Played(Attempt[] attempts, Action<Meeting, Story>? watch = null)
    {
        var story = attempts.Length % 4 == 0 ? Story.Planned() : Story.Presented();
        foreach (var attempt in attempts)
        {
            story.After(Duration.FromSeconds(attempt.B));
            var caller = Players[attempt.Who].Caller;
            if (Attending.CannotEnter(story.Meeting, caller, story.Now) is not null)
                continue;
            var before = story.Meeting;
            if (Commands[attempt.Command](before, caller, story.Now, attempt) is not Accepted yes)
                continue;
            foreach (var fact in yes.Facts)
                story.Note(fact, caller.PersonId);
            watch?.Invoke(before, story);
        }

        return story;
    }

    private static Func<Meeting, Caller, Instant, Attempt, Decision>[] Commands { get; } =
    [
        (m, c, _, _) => Attending.Open(m, c),
        (m, c, _, _) => Attending.Open(m, c),
        (m, c, _, x) => Attending.Pause(m, c, (PauseReason)(x.A % 3)),
        (m, c, _, _) => Attending.Resume(m, c),
        (m, c, _, x) => x is { A: 0, B: 1 } ? Attending.Close(m, c) : Attending.Open(m, c),
        (m, c, _, x) => x is { A: 0, B: 0 } ? Planning.Cancel(m, c, null) : Attending.Open(m, c),
        (m, c, _, _) => Attending.Admit(m, c, [.. Everyone.Select(p => p.Seat)]),
        (m, c, _, x) => x.B == 0 ? Attending.Remove(m, c, Someone(x)) : Attending.Open(m, c),
        (m, c, _, x) => x.B == 0 ? Planning.Uninvite(m, c, Someone(x)) : Planning.NameRepresentative(m, c, Someone(x)),
        (m, c, now, x) => Attending.ChooseLanguage(m, c, x.A < 3 ? "en" : "fr", now),
        (m, c, now, x) => Attending.Reply(m, c, (Answer)(x.A % 4), null, now),
        (m, c, now, x) =>
            Planning.Revise(
                m,
                c,
                m.PlanRevision,
                x.A switch
                {
                    < 3 => m.Plan with { Minutes = 60 + x.A },
                    3 => m.Plan with { VideoLink = null },
                    _ => m.Plan with { Fallback = Cast.Fallback },
                },
                now
            ),
        (m, c, now, x) => x.B < 3 ? Planning.MoveToFallback(m, c, now) : Attending.Open(m, c),
        (m, c, _, x) =>
            x.B == 0
                ? Planning.RevokeLinks(m, c, Someone(x))
                : Planning.IssueLink(m, c, Id(300 + x.A), Someone(x), LinksExpire),
        (m, _, _, x) => Attending.NoteAttendance(m, [Someone(x)], [Everyone[x.B].Seat]),
        (m, c, _, x) => Attending.OpenAgendaItem(m, c, x.A < 3 ? Welcome.Id : Damage.Id),
        (m, c, _, x) => Presenting.PlaceDeck(m, c, x.A < 3 ? Deck : OtherDeck with { Version = $"w{x.B}" }),
        (m, _, _, x) => x.B > 2 ? Decision.Of() : Presenting.WithdrawDeck(m, Deck.DeckId, Deck.Version),
        (m, c, now, x) => Presenting.TakeSlides(m, c, now - Duration.FromSeconds(2 * x.A), now),
        (m, c, now, x) => Presenting.TakeSlides(m, c, now - Duration.FromSeconds(2 * x.A), now),
        (m, c, _, x) => Presenting.HandOver(m, c, m.Fence - x.B / 4, Someone(x)),
        (m, c, _, x) => Presenting.Release(m, c, m.Fence - x.B / 4),
        (m, c, _, x) => Presenting.ShowSlide(m, c, m.Fence - x.B / 4, x.A < 4 ? "hospital" : "thanks", x.B % 3),
        (m, c, _, x) => Presenting.ShowSlide(m, c, m.Fence, x.A < 3 ? "title" : "school", 0),
        (m, c, _, x) => Asking.Ask(m, c, Id(60 + x.A % 2), "fr", $"Question {x.B}"),
        (m, c, _, x) => Asking.Upvote(m, c, Id(60 + x.A % 2), x.B < 4),
        (m, c, _, x) => Asking.MarkAnswered(m, c, Id(60 + x.A % 2), x.B < 3 ? null : "oui", "fr"),
        (m, c, _, x) => Asking.Reopen(m, c, Id(60 + x.A % 2)),
        (m, c, _, x) => Agreeing.Propose(m, c, Item(x), WordingOf(x)),
        (m, c, _, x) => Agreeing.Reword(m, c, Item(x), m.Item(Item(x))?.Revision ?? 1, WordingOf(x)),
        Confirm,
        Confirm,
        Confirm,
        (m, c, _, x) => Agreeing.Confirm(m, c, Item(x), WordingOf(x).Hash()),
        (m, c, _, x) => Agreeing.Withdraw(m, c, Item(x)),
        (m, c, _, x) => Agreeing.Start(m, c, Item(x)),
        (m, c, _, x) => x.B == 0 ? Agreeing.Finish(m, c, Item(x), "fait") : Agreeing.Start(m, c, Item(x)),
        (m, c, _, x) => Agreeing.Drop(m, c, Item(x)),
        (m, c, _, x) => Agreeing.KeepAfterAll(m, c, Item(x)),
    ];

    // After the commands, which it counts: static fields are set in the order in which they stand.
    public static readonly Gen<Attempt[]> Attempts = Gen.Select(
            Gen.Int[0, Players.Length - 1],
            Gen.Int[0, Commands.Length - 1],
            Gen.Int[0, 5],
            Gen.Int[0, 5]
        )
        .Select((who, command, a, b) => new Attempt(who, command, a, b))
        .Array[0, 250];

    // The two representatives press the button more often than others.
    private static Decision Confirm(Meeting m, Caller c, Instant now, Attempt x)
    {
        var representative = m.RepresentativeOf(x.B < 3 ? Side.Host : Side.Partner);
        var caller = representative is { } seat
            ? new Caller(m.Seats[seat].PersonId, seat, m.Seats[seat].Side, false)
            : c;
        return Agreeing.Confirm(m, caller, Item(x), m.Item(Item(x))?.Hash ?? "");
    }

    private static Guid Someone(Attempt x) => Everyone[(x.A + x.B) % Everyone.Length].Seat;

    private static Guid Item(Attempt x) => Id(50 + x.A % 2);

    private static Wording WordingOf(Attempt x) =>
        x.B switch
        {
            0 => OnlyInUkrainian,
            < 3 => Generator,
            _ => TwoGenerators,
        };
}
