using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time.Search;
using MeetingHub.Web.Shared;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Scheduling.Finding;

/// <summary>A rule as somebody types it.</summary>
public sealed class RuleForm
{
    private const int LongestNote = 200;
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public TimeRuleKind Kind { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Start { get; set; }
    public string? End { get; set; }
    public List<int> Days { get; set; } = [];
    public int Confidence { get; set; } = 100;
    public string? Note { get; set; }

    public static RuleForm WorkingDay(LocalDate day) =>
        new()
        {
            Kind = TimeRuleKind.WorkingDay,
            From = LocalDatePattern.Iso.Format(day),
            To = LocalDatePattern.Iso.Format(day),
            Days = [(int)Weekdays.All],
        };

    public (TimeRule? Rule, string? Note, Refusal? Fault) Read()
    {
        var hasHours = Kind is not (TimeRuleKind.DayOff or TimeRuleKind.WorkingDay);
        if (!Day(From, out var from) || !Day(To, out var to))
            return (null, null, Refusal.DatesInvalid);
        if (Time(Start) is not { } start || Time(End) is not { } end)
        {
            if (hasHours)
                return (null, null, Refusal.HoursInvalid);
            start = end = LocalTime.Midnight;
        }

        var days = Days.Aggregate(Weekdays.None, (all, day) => all | ((Weekdays)day & Weekdays.All));
        var rule = new TimeRule(Kind, from, to, days, start, end, Confidence);
        var note = Typed.Note(Note);
        return note?.Length > LongestNote ? (null, null, Refusal.TextTooLong)
            : rule.Fault() is { } fault ? (null, null, fault)
            : (rule, note, null);
    }

    public static LocalTime? Time(string? text) =>
        Clock.Parse(text ?? "") is { Success: true } read ? read.Value : null;

    private static bool Day(string? text, out LocalDate? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text))
            return true;
        var read = LocalDatePattern.Iso.Parse(text);
        if (read.Success)
            day = read.Value;
        return read.Success;
    }
}
