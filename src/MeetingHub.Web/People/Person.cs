using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Web.People;

/// <summary>What a person is in their organisation. Guests belong to none: they came by a link or a short code.</summary>
public enum OrganisationRole
{
    Guest,
    Member,
    Interpreter,
    Secretary,
    Head,
    Administrator,
}

/// <summary>
/// A person, with or without an account. The log knows only the id; erasing the name here erases it everywhere.
/// </summary>
public sealed class Person
{
    public const int LongestName = 100;

    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public string? Email { get; set; }
    public required string Language { get; set; }
    public required string Zone { get; set; }
    public Guid? CommunityId { get; set; }
    public OrganisationRole Role { get; set; }
    public LocalText Position { get; set; } = LocalText.Empty;
    public bool HasAccount { get; set; }
    public Instant CreatedAt { get; init; }

    /// <summary>Which reminders of meetings they want by mail.</summary>
    public bool RemindWeek { get; set; } = true;
    public bool RemindDay { get; set; } = true;
    public bool RemindHour { get; set; } = true;

    public bool IsSecretary => Role is OrganisationRole.Secretary or OrganisationRole.Administrator;

    public bool Wants(ReminderKind kind) =>
        kind switch
        {
            ReminderKind.Week => RemindWeek,
            ReminderKind.Day => RemindDay,
            _ => RemindHour,
        };
}
