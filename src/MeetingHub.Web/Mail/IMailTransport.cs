namespace MeetingHub.Web.Mail;

/// <summary>
/// The way out for letters. When <see cref="Send"/> returns, the letter has been taken over; when it throws, the caller
/// keeps it and tries again later. Trying again is harmless: the letter is recognisable as the same one.
/// </summary>
public interface IMailTransport
{
    Task Send(Letter letter, CancellationToken ct);
}
