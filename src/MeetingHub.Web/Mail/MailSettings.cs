namespace MeetingHub.Web.Mail;

/// <summary>How letters leave: the section "Mail" of the configuration.</summary>
public sealed class MailSettings
{
    public const string Section = "Mail";

    /// <summary>Files needs no service at all and is the default: an installation works before it can send mail.</summary>
    public MailTransportKind Transport { get; set; } = MailTransportKind.Files;

    /// <summary>Where letters are written as files. Empty: <c>outbox</c> in the data folder.</summary>
    public string OutboxFolder { get; set; } = "";

    /// <summary>The mailbox that sends. Calendars name it as organizer, or as the one who sends for the organizer.</summary>
    public string FromAddress { get; set; } = "meetings@meetinghub.example";

    public string FromName { get; set; } = "MeetingHub";

    public SmtpSettings Smtp { get; set; } = new();

    public Inbox.ImapSettings Imap { get; set; } = new();

    /// <summary>The first wrong setting of the section, as a line that names it; null when all is well.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        var mail = new MailSettings();
        configuration.GetSection(Section).Bind(mail, o => o.ErrorOnUnknownConfiguration = true);
        return !MailAddress.IsValid(mail.FromAddress) ? "Mail:FromAddress: is not a mail address."
            : mail.Transport == MailTransportKind.Smtp && mail.Smtp.Host.Length == 0 ? "Mail:Smtp:Host: is missing."
            : mail.Smtp.Port is <= 0 or > ushort.MaxValue ? "Mail:Smtp:Port: is not a port."
            : mail.Smtp.TimeoutSeconds is < 1 or > 600 ? "Mail:Smtp:TimeoutSeconds: must be 1 to 600."
            : mail.Imap.Fault();
    }
}

public enum MailTransportKind
{
    Files,
    Smtp,
}

/// <summary>The mail server, when <see cref="MailSettings.Transport"/> is Smtp.</summary>
public sealed class SmtpSettings
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>Empty when the server asks for no name.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public MailTls Tls { get; set; } = MailTls.Auto;

    /// <summary>Longest silence of the server in seconds, 1 to 600, before the letter goes back to the outbox.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}
