using CsCheck;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Calendar;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using NodaTime;

namespace MeetingHub.Web.Tests.Scheduling;

/// <summary>One thing that a secretary does: which, and two numbers from which it picks whom and how.</summary>
internal sealed record Step(int Command, int A, int B);

/// <summary>A meeting planned, moved, mended and cancelled in any order, and the letters that each person gets of it.</summary>
internal sealed class AnyCorrespondence
{
    /// <summary>The step by which somebody is let in at the door, uninvited or shown out though they were.</summary>
    public const int LetIn = 12;

    private static readonly LocalText Name = LocalText.Of(("uk", "Громада"), ("fr", "Commune"));
    private static readonly Community Host = Place("Europe/Kyiv", "UA");
    private static readonly Community Partner = Place("Europe/Paris", "FR");
    public static readonly Instant Begin = Instant.FromUtc(2026, 11, 23, 9, 0);

    private readonly Caller secretary;
    private readonly Dictionary<Guid, Mailbox> mailboxes;
    private Instant now = Begin;

    public static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Int[0, 13],
        Gen.Int[0, 5],
        Gen.Int[0, 5],
        (command, a, b) => new Step(command, a, b)
    ).Array[0, 40];

    private AnyCorrespondence()
    {
        People = [.. Enumerable.Range(0, 6).Select(Somebody)];
        mailboxes = People.ToDictionary(p => p.Id, _ => new Mailbox());
        secretary = new Caller(People[0].Id, null, Side.Host, IsSecretary: true);
    }

    public IReadOnlyList<Person> People { get; }
    public Meeting Meeting { get; private set; } = new(Guid.NewGuid());

    /// <summary>Those who were seated again without a letter, or shown out without one: their calendars were told nothing.</summary>
    public HashSet<Guid> Untold { get; } = [];

    public Mailbox MailboxOf(Guid person) => mailboxes[person];

    /// <summary>Does the steps; after each one the watcher sees the meeting before, the facts, and who got which letter.</summary>
    public static AnyCorrespondence Of(Step[] steps, Action<AnyCorrespondence, Told>? watch = null)
    {
        var all = new AnyCorrespondence();
        var first = all.Schedule();
        watch?.Invoke(all, first);
        foreach (var step in steps)
        {
            // Several commands within a second, and none at the very same instant.
            all.now += Duration.FromMilliseconds(1 + 300 * step.B);
            if (all.Do(all.Decide(step)) is { } told)
                watch?.Invoke(all, told);
        }

        return all;
    }

    private Told Schedule()
    {
        var start = Instant.FromUtc(2026, 12, 8, 13, 0);
        var plan = new MeetingPlan(
            LocalText.Of(("uk", "Нарада"), ("fr", "Réunion")),
            MeetingKind.WorkingMeeting,
            new LocalDateTime(2026, 12, 8, 15, 0),
            "Europe/Kyiv",
            start,
            60,
            [],
            null,
            AdmitAutomatically: true
        );
        var scheduled = new MeetingScheduled(Host.Id, Partner.Id, "uk", "fr", plan);
        return Do(Planning.Schedule(scheduled, secretary, [Asked(1, 0), Asked(2, 0), Asked(3, 0)], now))!;
    }

    private Decision Decide(Step step)
    {
        var (a, b) = (step.A, step.B);
        return step.Command switch
        {
            0 or 1 => Revise(Meeting.Plan with { Start = Meeting.Plan.Start + Duration.FromMinutes(15 * (a - 2)) }),
            2 => Revise(Meeting.Plan with { Minutes = 30 + 15 * a }),
            3 => Revise(Meeting.Plan with { Zone = a < 3 ? "Europe/Paris" : "Europe/Kyiv" }),
            4 or 5 => Revise(Meeting.Plan with { Title = LocalText.Of(("uk", $"Нарада {a}"), ("fr", "Réunion")) }),
            6 or 7 => Planning.Invite(Meeting, secretary, [Asked(a, b)]),
            8 => Planning.Invite(Meeting, secretary, [Asked(a, b), Asked((a + 1) % 6, b)]),
            9 or 10 => Planning.Uninvite(Meeting, secretary, SeatOf(a)),
            11 => Attending.Remove(Meeting, secretary, SeatOf(a)),
            LetIn => Attending.Admit(Meeting, secretary, [SeatOf(a)]),
            _ => a == 0 ? Planning.Cancel(Meeting, secretary, "тривога") : Decision.Of(),
        };
    }

    private Decision Revise(MeetingPlan plan) => Planning.Revise(Meeting, secretary, Meeting.PlanRevision, plan, now);

    private Told? Do(Decision decision)
    {
        if (decision is not Accepted { Facts.Count: > 0 } accepted)
            return null;
        var before = Meeting;
        Meeting = accepted.Facts.Aggregate(Meeting, (m, fact) => m.Apply(new Recorded(m.Seq + 1, now, null, fact)));
        foreach (var fact in accepted.Facts)
            Note(fact);
        // Showing out and letting in are done in the room, which writes no letters.
        var owed = accepted.Facts.Any(f => f is SeatRemoved or GuestsAdmitted)
            ? new Dictionary<Guid, LetterKind>()
            : LettersOwed.For(Meeting, accepted.Facts);
        var letters = owed.ToDictionary(o => Meeting.Seats[o.Key].PersonId, o => Letter(o.Key, o.Value));
        foreach (var (person, letter) in letters)
        {
            mailboxes[person].Take(letter);
            Untold.Remove(person);
        }

        return new Told(before, accepted.Facts, letters);
    }

    private void Note(MeetingEvent fact)
    {
        if (fact is SeatRemoved shown)
            Untold.Add(Meeting.Seats[shown.SeatId].PersonId);
        if (fact is GuestsAdmitted admitted)
            Untold.UnionWith(admitted.SeatIds.Select(s => Meeting.Seats[s].PersonId));
    }

    private Received Letter(Guid seat, LetterKind kind)
    {
        var person = People.Single(p => p.Id == Meeting.Seats[seat].PersonId);
        var link = kind == LetterKind.Cancellation ? null : new Uri($"https://hub.example/i/{seat:N}");
        var letter = new LetterContent(kind, Meeting, person, Host, Partner, link);
        var card = LetterWriter.Card(letter, LetterText.Of(letter), new MailSettings(), "https://hub.example");
        return Received.Of(InvitationCalendar.Write(card));
    }

    // The same person on the seat they had, or on a new one.
    private Invitee Asked(int person, int b) =>
        new(
            b < 3 && Meeting.SeatOf(People[person].Id) is { } seat ? seat.Id : Guid.NewGuid(),
            People[person].Id,
            person % 2 == 0 ? Side.Host : Side.Partner,
            SeatRole.Participant,
            MayPresent: false,
            "fr",
            HasAccount: true
        );

    private Guid SeatOf(int person) => Meeting.SeatOf(People[person].Id)?.Id ?? Guid.Empty;

    private static Person Somebody(int number) =>
        new()
        {
            Id = Guid.NewGuid(),
            Name = $"Людина {number}",
            Email = $"person{number}@example.org",
            Language = number % 2 == 0 ? "uk" : "fr",
            Zone = number % 2 == 0 ? "Europe/Kyiv" : "Europe/Paris",
        };

    private static Community Place(string zone, string country) =>
        new()
        {
            Id = Guid.NewGuid(),
            Name = Name,
            Country = country,
            Zone = zone,
            Language = "uk",
        };
}

/// <summary>What one command did, and the letter that each person got of it.</summary>
internal sealed record Told(Meeting Before, IReadOnlyList<MeetingEvent> Facts, Dictionary<Guid, Received> Letters);
