using MeetingHub.Domain;
using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Reminders;

/// <summary>All that a reminder says. <see cref="Page"/> is for people with an account; a guest has the letter's own link.</summary>
public sealed record ReminderContent(LetterContent Letter, ReminderKind Kind, Duration Left, Uri? Page, Uri Choices)
{
    /// <summary>How far away it is when the reminder is worded, not when it was due: a late one does not lie.</summary>
    public string Subject =>
        Letter.Texts[
            $"reminder.subject.{Code.Of(Kind)}",
            Letter.Title,
            Kind switch
            {
                ReminderKind.Week => Math.Round(Left.TotalDays),
                ReminderKind.Day => Math.Round(Left.TotalHours),
                _ => Math.Max(1, Math.Round(Left.TotalMinutes)),
            }
        ];

    public string Opening => Letter.Texts["reminder.opening", Letter.Reader.Name];

    public string Text()
    {
        var (t, plan) = (Letter.Texts, Letter.Meeting.Plan);
        List<string> lines = [Opening, "", Letter.Title, ""];
        lines.AddRange(Letter.Moments.Select(m => $"{m.Place}: {m.Time}"));
        lines.AddRange([t["letter.duration", plan.Minutes], ""]);
        if (plan.Agenda.Count > 0)
        {
            lines.Add(t["meeting.agenda"] + ":");
            lines.AddRange(
                plan.Agenda.Select(a => $"– {a.Title.In(Letter.Reader.Language)} ({t["unit.minutes", a.Minutes]})")
            );
            lines.Add("");
        }

        if (Letter.Link is { } link)
            lines.AddRange([t["letter.link"], link.ToString(), t["letter.link_is_yours"], ""]);
        else if (Page is { } page)
            lines.AddRange([t["reminder.page"], page.ToString(), ""]);
        if (plan.VideoLink is { } video)
            lines.AddRange([t["letter.video", video], ""]);
        lines.AddRange([t["reminder.choices"], Choices.ToString()]);
        return string.Join('\n', lines);
    }
}
