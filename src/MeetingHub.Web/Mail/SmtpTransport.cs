using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MeetingHub.Web.Mail;

/// <summary>
/// Hands each letter to a mail server. The server's certificate is checked as usual and nothing turns that off: letters
/// carry links that admit their bearer. A failure is the caller's to retry; the Message-ID stays the same.
/// </summary>
public sealed class SmtpTransport(IOptions<MailSettings> options, IClock clock) : IMailTransport
{
    public async Task Send(Letter letter, CancellationToken ct)
    {
        var settings = options.Value;
        using var message = LetterMime.Build(letter, settings, clock.GetCurrentInstant());
        using var client = new SmtpClient { Timeout = settings.Smtp.TimeoutSeconds * 1000 };
        await client.ConnectAsync(settings.Smtp.Host, settings.Smtp.Port, settings.Smtp.Tls.Security(), ct);
        if (settings.Smtp.User.Length > 0)
            await client.SignIn(settings.Smtp.User, settings.Smtp.Password, settings.Smtp.Tls, ct);

        await client.SendAsync(LetterMime.Format, message, ct);
        await client.DisconnectAsync(quit: true, ct);
    }
}
