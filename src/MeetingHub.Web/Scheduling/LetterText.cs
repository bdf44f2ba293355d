using System.Text;

namespace MeetingHub.Web.Scheduling;

/// <summary>A letter as plain text: for readers of plain mail, and as the calendar entry's description.</summary>
public static class LetterText
{
    public static string Subject(LetterContent letter) =>
        letter.Texts[$"letter.subject.{Domain.Code.Of(letter.Kind)}", letter.Title];

    public static string Of(LetterContent letter)
    {
        var t = letter.Texts;
        var plan = letter.Meeting.Plan;
        var text = new StringBuilder();
        text.AppendLine(t[$"letter.opening.{Domain.Code.Of(letter.Kind)}", letter.Reader.Name]).AppendLine();
        text.AppendLine(letter.Title).AppendLine();
        foreach (var (place, time) in letter.Moments)
            text.AppendLine(letter.Times.Culture, $"{place}: {time}");
        text.AppendLine(t["letter.duration", plan.Minutes]).AppendLine();
        if (letter.Fallback is { } fallback)
            text.AppendLine(fallback).AppendLine();
        if (letter.Meeting.CancelReason is { } reason)
            text.AppendLine(t["letter.reason", reason]).AppendLine();
        if (plan.Agenda.Count > 0)
        {
            text.AppendLine(t["meeting.agenda"] + ":");
            foreach (var item in plan.Agenda)
                text.AppendLine(
                    letter.Times.Culture,
                    $"– {item.Title.In(letter.Reader.Language)} ({t["unit.minutes", item.Minutes]})"
                );
            text.AppendLine();
        }

        if (letter.Link is { } link)
            text.AppendLine(t["letter.link"])
                .AppendLine(link.ToString())
                .AppendLine(t["letter.link_is_yours"])
                .AppendLine();
        if (plan.VideoLink is { } video)
            text.AppendLine(t["letter.video", video]);
        return text.ToString().TrimEnd();
    }
}
