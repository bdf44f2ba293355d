using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;

namespace MeetingHub.Domain.Folds;

/// <summary>
/// The record of decisions (<i>relevé de décisions</i>, <i>протокол зустрічі</i>) as the log tells it: who was there for
/// whom and when, what was taken up, shown, asked and answered, where it paused, and what was agreed.
/// </summary>
public sealed record Minutes(
    Meeting Meeting,
    IReadOnlyList<Presence> Presences,
    IReadOnlyList<AgendaTaken> Agenda,
    IReadOnlyList<SlideSeen> Slides,
    IReadOnlyList<AnsweredQuestion> Questions,
    IReadOnlyList<Pause> Pauses,
    IReadOnlyList<Remark> Remarks,
    IReadOnlyList<Postponement> Postponements
)
{
    public static Minutes Of(Guid meetingId, IReadOnlyList<Recorded> log) => new MinutesWriter(meetingId).Read(log);
}

/// <summary>A seat's stays in the room, in order. An open stay ends with the meeting.</summary>
public sealed record Presence(Guid SeatId, IReadOnlyList<Stay> Stays);

public sealed record Stay(Instant From, Instant? To);

public sealed record AgendaTaken(Guid AgendaItemId, Instant From);

public sealed record SlideSeen(string Version, string SlideId, Instant From);

public sealed record AnsweredQuestion(Question Question, Instant AskedAt, Instant? AnsweredAt);

public sealed record Pause(PauseReason Reason, Instant From, Instant? To);

/// <summary>Where it was cut off, and when it was to go on.</summary>
public sealed record Postponement(Instant At, Instant To);

public sealed record Remark(Guid Id, string Section, Side Side, Guid? By, string Language, string Text, Instant At);

internal sealed class MinutesWriter(Guid meetingId)
{
    private readonly Dictionary<Guid, List<Stay>> stays = [];
    private readonly List<AgendaTaken> agenda = [];
    private readonly List<SlideSeen> slides = [];
    private readonly Dictionary<Guid, (Instant Asked, Instant? Answered)> questions = [];
    private readonly List<Pause> pauses = [];
    private readonly List<Remark> remarks = [];
    private readonly List<Postponement> postponements = [];
    private Instant? firstOpened;

    public Minutes Read(IReadOnlyList<Recorded> log)
    {
        var meeting = new Meeting(meetingId);
        foreach (var recorded in log)
        {
            meeting = meeting.Apply(recorded);
            Note(recorded.Fact, recorded.At, recorded.By, meeting);
        }

        return new Minutes(
            // What was cut off and went on is one meeting: it began when it was first opened.
            meeting with
            {
                OpenedAt = firstOpened,
            },
            [.. stays.Select(s => new Presence(s.Key, s.Value))],
            agenda,
            slides,
            [
                .. meeting.Questions.Select(q => new AnsweredQuestion(
                    q,
                    questions[q.Id].Asked,
                    questions[q.Id].Answered
                )),
            ],
            pauses,
            remarks,
            postponements
        );
    }

    private void Note(MeetingEvent fact, Instant at, Guid? by, Meeting meeting)
    {
        switch (fact)
        {
            case AttendanceNoted e:
                foreach (var seat in IsOver(meeting) ? [] : e.Arrived)
                    Came(seat, at);
                foreach (var seat in e.Left)
                    Went(seat, at);
                break;
            case MeetingOpened:
                firstOpened ??= at;
                foreach (var seat in meeting.Present.Order())
                    Came(seat, at);
                NoteSlide(meeting, at);
                break;
            case MeetingPaused e:
                EndPause(at);
                pauses.Add(new Pause(e.Reason, at, null));
                break;
            case MeetingResumed:
                EndPause(at);
                break;
            case MeetingPostponed e:
                Ends(at);
                postponements.Add(new Postponement(at, e.Plan.Start));
                break;
            case MeetingClosed or MeetingCancelled:
                Ends(at);
                break;
            case AgendaItemOpened e:
                agenda.Add(new AgendaTaken(e.AgendaItemId, at));
                break;
            case SlideShown or DeckPlaced when meeting.IsLive:
                NoteSlide(meeting, at);
                break;
            case QuestionAsked e:
                questions[e.QuestionId] = (at, null);
                break;
            case QuestionAnswered e:
                questions[e.QuestionId] = (questions[e.QuestionId].Asked, at);
                break;
            case QuestionReopened e:
                questions[e.QuestionId] = (questions[e.QuestionId].Asked, null);
                break;
            case RecordAnnotated e:
                remarks.Add(new Remark(e.NoteId, e.Section, e.Side, by, e.Language, e.Text, at));
                break;
        }
    }

    private void Came(Guid seat, Instant at)
    {
        var list = stays.TryGetValue(seat, out var known) ? known : stays[seat] = [];
        if (list.Count == 0 || list[^1].To is not null)
            list.Add(new Stay(at, null));
    }

    private void Went(Guid seat, Instant at)
    {
        if (stays.TryGetValue(seat, out var list) && list[^1].To is null)
            list[^1] = list[^1] with { To = at };
    }

    private void Ends(Instant at)
    {
        EndPause(at);
        foreach (var seat in stays.Keys)
            Went(seat, at);
    }

    private void EndPause(Instant at)
    {
        if (pauses.Count > 0 && pauses[^1].To is null)
            pauses[^1] = pauses[^1] with { To = at };
    }

    // Who stays to read on after the end is no longer at the meeting.
    private static bool IsOver(Meeting meeting) => meeting.Status is MeetingStatus.Closed or MeetingStatus.Cancelled;

    // A step within a slide is no new slide; a new version of it is; what was set up before the opening counts from then.
    private void NoteSlide(Meeting meeting, Instant at)
    {
        if (meeting.SlideId is not { } id || meeting.Deck is not { } deck)
            return;
        if (slides.Count == 0 || slides[^1].SlideId != id || slides[^1].Version != deck.Version)
            slides.Add(new SlideSeen(deck.Version, id, at));
    }
}
