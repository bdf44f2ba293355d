namespace MeetingHub.Web.Mail;

/// <summary>One letter to one person, in that person's language and zone.</summary>
/// <param name="Id">
/// Chosen when the letter is put into the outbox. Sending it again gives the same Message-ID and the same file.
/// </param>
/// <param name="ToName">Name of the recipient; may be empty.</param>
/// <param name="ToAddress">The recipient's address.</param>
/// <param name="ReplyToAddress">Where answers go, when not to the sender.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The letter as plain text.</param>
/// <param name="Html">The same letter as HTML.</param>
/// <param name="Calendar">An iCalendar text that goes with it, or null.</param>
/// <param name="CalendarMethod">The METHOD of that calendar, such as REQUEST; null when there is none.</param>
/// <param name="Unsubscribe">Where a POST ends letters of this kind for this person, for the button of mail programs.</param>
public sealed record Letter(
    Guid Id,
    string ToName,
    string ToAddress,
    string? ReplyToAddress,
    string Subject,
    string Text,
    string Html,
    string? Calendar,
    string? CalendarMethod,
    Uri? Unsubscribe = null
);
