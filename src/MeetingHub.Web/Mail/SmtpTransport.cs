using MailKit.Net.Smtp;
using MailKit.Security;
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
        await client.ConnectAsync(settings.Smtp.Host, settings.Smtp.Port, Security(settings.Smtp.Tls), ct);
        if (settings.Smtp.User.Length > 0)
            await SignIn(client, settings.Smtp, ct);

        await client.SendAsync(LetterMime.Format, message, ct);
        await client.DisconnectAsync(quit: true, ct);
    }

    private static async Task SignIn(SmtpClient client, SmtpSettings smtp, CancellationToken ct)
    {
        if (!client.IsSecure && smtp.Tls != SmtpTls.None)
            throw new AuthenticationException("The server offered no TLS, so the password was not sent.");

        await client.AuthenticateAsync(smtp.User, smtp.Password, ct);
    }

    private static SecureSocketOptions Security(SmtpTls tls) =>
        tls switch
        {
            SmtpTls.Auto => SecureSocketOptions.Auto,
            SmtpTls.StartTls => SecureSocketOptions.StartTls,
            SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
            SmtpTls.None => SecureSocketOptions.None,
            _ => throw new ArgumentOutOfRangeException(nameof(tls)),
        };
}
