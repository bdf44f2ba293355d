using NodaTime;

namespace MeetingHub.Domain.Meetings;

/// <summary>How long before the start a reminder goes out.</summary>
public enum ReminderKind
{
    Week,
    Day,
    Hour,
}

/// <summary>
/// When people are reminded of a meeting. Counted in elapsed time, not in local days: an hour before is an hour, also in the
/// night in which a clock changes.
/// </summary>
public static class Reminding
{
    public static IReadOnlyList<ReminderKind> Kinds { get; } = Enum.GetValues<ReminderKind>();

    public static Duration Before(ReminderKind kind) =>
        kind switch
        {
            ReminderKind.Week => Duration.FromDays(7),
            ReminderKind.Day => Duration.FromDays(1),
            _ => Duration.FromHours(1),
        };

    public static Instant DueAt(ReminderKind kind, Instant start) => start - Before(kind);

    /// <summary>Those still ahead: who is asked late is not reminded of what they have just read.</summary>
    public static IEnumerable<ReminderKind> Ahead(Instant start, Instant now) =>
        Kinds.Where(k => DueAt(k, start) > now);

    /// <summary>
    /// After an outage a reminder may be late, but not so late that the next one says the same, and never after the start.
    /// </summary>
    public static bool IsWelcome(ReminderKind kind, Instant start, Instant now) =>
        now - DueAt(kind, start)
        < (
            kind switch
            {
                ReminderKind.Week => Duration.FromDays(2),
                ReminderKind.Day => Duration.FromHours(12),
                _ => Duration.FromHours(1),
            }
        );
}
