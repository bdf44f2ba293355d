namespace MeetingHub.Web.Mail.Inbox;

/// <summary>The mailbox in which replies arrive: the section "Mail:Imap". Off while <see cref="Host"/> is empty.</summary>
public sealed class ImapSettings
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 993;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public MailTls Tls { get; set; } = MailTls.Auto;

    public string Folder { get; set; } = "INBOX";

    /// <summary>Where letters that were for us are moved to. Empty: they stay and are marked as read.</summary>
    public string ProcessedFolder { get; set; } = "";

    /// <summary>How often to look, 5 to 3600 seconds, where the server cannot tell of new mail by itself (IDLE).</summary>
    public int PollSeconds { get; set; } = 60;

    /// <summary>Longest silence of the server in seconds, 1 to 600, before the connection is made anew.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>
    /// The name under which the mailbox's own server writes Authentication-Results (RFC 8601). Given it, a letter that fails
    /// DMARC answers for nobody. Empty: not looked at, because anybody can write that header.
    /// </summary>
    public string AuthServId { get; set; } = "";

    /// <summary>The first wrong setting, as a line that names it; null when all is well.</summary>
    public string? Fault() =>
        Port is <= 0 or > ushort.MaxValue ? "Mail:Imap:Port: is not a port."
        : PollSeconds is < 5 or > 3600 ? "Mail:Imap:PollSeconds: must be 5 to 3600."
        : TimeoutSeconds is < 1 or > 600 ? "Mail:Imap:TimeoutSeconds: must be 1 to 600."
        : Folder.Length == 0 ? "Mail:Imap:Folder: is missing."
        : Folder == ProcessedFolder ? "Mail:Imap:ProcessedFolder: must be another folder than Mail:Imap:Folder."
        : Host.Length > 0 && User.Length == 0 ? "Mail:Imap:User: is missing."
        : null;
}
