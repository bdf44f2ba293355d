using MailKit;
using MailKit.Security;

namespace MeetingHub.Web.Mail;

/// <summary>How the connection to a mail server is protected.</summary>
public enum MailTls
{
    /// <summary>
    /// TLS from the start on the port meant for it (465, 993), else STARTTLS if offered. An attacker on the way can hide the
    /// offer, so the password is never sent without TLS in this mode.
    /// </summary>
    Auto,

    /// <summary>STARTTLS or nothing is sent.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Implicit,

    /// <summary>No TLS: for a server on the same machine.</summary>
    None,
}

/// <summary>The one place where a password leaves for a mail server, and what it needs first.</summary>
internal static class MailSignIn
{
    public static async Task SignIn(
        this IMailService server,
        string user,
        string password,
        MailTls tls,
        CancellationToken ct
    )
    {
        if (!server.IsSecure && tls != MailTls.None)
            throw new AuthenticationException("The server offered no TLS, so the password was not sent.");

        await server.AuthenticateAsync(user, password, ct);
    }

    public static SecureSocketOptions Security(this MailTls tls) =>
        tls switch
        {
            MailTls.Auto => SecureSocketOptions.Auto,
            MailTls.StartTls => SecureSocketOptions.StartTls,
            MailTls.Implicit => SecureSocketOptions.SslOnConnect,
            MailTls.None => SecureSocketOptions.None,
            _ => throw new ArgumentOutOfRangeException(nameof(tls)),
        };
}
