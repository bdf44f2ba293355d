using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;

namespace MeetingHub.Benchmarks.Micro;

/// <summary>A long meeting's log: 100 seats, a deck of 40 slides, 50 questions with votes, 30 items, slides to and fro.</summary>
public static class LongMeeting
{
    public static readonly Guid Id = Guid.CreateVersion7();
    public static readonly Guid Presenter = Guid.CreateVersion7();
    private static readonly Instant Start = Instant.FromUtc(2026, 9, 1, 12, 0);

    public static IReadOnlyList<Recorded> Facts(int count)
    {
        var plan = new MeetingPlan(
            LocalText.Of(("en", "Long")),
            MeetingKind.WorkingMeeting,
            new LocalDateTime(2026, 9, 1, 15, 0),
            "Europe/Kyiv",
            Start,
            60,
            [],
            null,
            true
        );
        var seats = Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7()).ToList();
        var questions = Enumerable.Range(0, 50).Select(_ => Guid.CreateVersion7()).ToList();
        var wording = new Wording(
            LocalText.Of(("uk", "Передати перелік шкіл"), ("fr", "Transmettre la liste des écoles")),
            Side.Host,
            LocalText.Of(("uk", "голова"), ("fr", "maire")),
            new LocalDate(2026, 12, 1),
            false
        );
        List<MeetingEvent> facts =
        [
            new MeetingScheduled(Guid.CreateVersion7(), Guid.CreateVersion7(), "uk", "fr", plan),
            new PersonInvited(Presenter, Guid.CreateVersion7(), Side.Host, SeatRole.Head, true, "uk", true),
            .. seats.Select(s => new PersonInvited(
                s,
                Guid.CreateVersion7(),
                Side.Partner,
                SeatRole.Participant,
                false,
                "fr",
                false
            )),
            new DeckPlaced(
                Guid.CreateVersion7(),
                "v1",
                LocalText.Of(("en", "Deck")),
                [.. Enumerable.Range(0, 40).Select(i => new SlideOutline($"slide-{i}", 3))]
            ),
            new MeetingOpened(),
            new SlidesTaken(Presenter, 1),
            .. questions.Select(
                (q, i) => new QuestionAsked(q, seats[i], Side.Partner, "fr", "Combien d’écoles restent ouvertes ?")
            ),
            .. questions.Zip(seats).Select(v => new QuestionUpvoted(v.First, v.Second)),
            .. Enumerable.Range(0, 30).Select(_ => new ActionItemProposed(Guid.CreateVersion7(), Side.Host, wording)),
        ];
        for (var i = 0; facts.Count < count; i++)
            facts.Add(new SlideShown("v1", $"slide-{i / 4 % 40}", i % 4));
        return [.. facts.Select((f, i) => new Recorded(i + 1, Start + Duration.FromSeconds(i), null, f))];
    }
}
