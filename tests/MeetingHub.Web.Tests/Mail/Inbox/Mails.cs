using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MeetingHub.Web.Tests.Mail.Inbox;

/// <summary>Letters as they arrive, good and bad.</summary>
internal static partial class Mails
{
    public static string Plain(string id, string subject, params string[] headers) =>
        $"""
            {string.Join('\n', headers.Append("X-Test: yes"))}
            From: Claude <claude@hall.example>
            To: meetings@meetinghub.example
            Message-ID: <{id}>
            Subject: {subject}
            Content-Type: text/plain; charset=utf-8

            Yes, I am coming.

            """;

    public static string Calendar(string id, string subject, params string[] headers) =>
        $"""
            {string.Join('\n', headers.Append("X-Test: yes"))}
            From: claude@hall.example
            To: meetings@meetinghub.example
            Message-ID: <{id}>
            Subject: {subject}
            MIME-Version: 1.0
            Content-Type: text/calendar; charset=windows-1251; method=REPLY
            Content-Transfer-Encoding: base64

            {Base64("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nSUMMARY:Зустріч\r\nEND:VCALENDAR\r\n", "windows-1251")}

            """;

    public static string WithHugeParts(string id)
    {
        var huge = new StringBuilder();
        for (var line = 0; line < 40_000; line++)
            huge.AppendLine(new string('A', 76));
        return $"""
            From: claude@hall.example
            Message-ID: <{id}>
            Subject: big
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            {huge}
            --b
            Content-Type: text/calendar; charset=utf-8
            Content-Transfer-Encoding: base64

            {huge}
            --b
            Content-Type: application/pdf
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename=plan.pdf

            {huge}
            --b--

            """;
    }

    public static string Forwarding(string letter) =>
        $"""
            From: mallory@elsewhere.example
            Message-ID: <fwd@elsewhere.example>
            Subject: Fwd: Accepted
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=fwd

            --fwd
            Content-Type: text/plain

            See below.
            --fwd
            Content-Type: message/rfc822

            {letter}
            --fwd--

            """;

    public static string Nested(int depth)
    {
        var letter = new StringBuilder("From: deep@hall.example\nMessage-ID: <deep@hall.example>\nSubject: deep\n");
        for (var level = 0; level < depth; level++)
            letter.Append(
                CultureInfo.InvariantCulture,
                $"Content-Type: multipart/mixed; boundary=x{level}\n\n--x{level}\n"
            );
        return letter.Append("Content-Type: text/plain\n\nbottom\n").ToString();
    }

    /// <summary>What a server answers that could not deliver (RFC 3464); with our letter, or only with its headers.</summary>
    public static string Bounce(Guid letter, string action, bool headersOnly) =>
        $"""
            Return-Path: <>
            From: MAILER-DAEMON@mx.hall.example
            To: meetings@meetinghub.example
            Auto-Submitted: auto-replied
            Message-ID: <bounce-{headersOnly}@mx.hall.example>
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r
            Content-Type: text/plain

            This is the mail system.
            --r
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.hall.example
            Arrival-Date: Mon, 23 Nov 2026 04:00:00 +0000

            Final-Recipient: rfc822; nobody@hall.example
            Action: {action}
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 No such user here

            --r
            Content-Type: {(headersOnly ? "text/rfc822-headers" : "message/rfc822")}

            From: meetings@meetinghub.example
            To: nobody@hall.example
            Message-ID: <{letter:N}@meetinghub.example>
            Subject: Invitation
            {(headersOnly ? "" : "\nHello.")}
            --r--

            """;

    /// <summary>All that the server sent, by its own log.</summary>
    public static long BytesSent(string log) =>
        Sent().Matches(log).Sum(m => long.Parse(m.Groups["bytes"].Value, CultureInfo.InvariantCulture));

    private static string Base64(string text, string charset) =>
        Convert.ToBase64String(
            CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes(text),
            Base64FormattingOptions.InsertLineBreaks
        );

    [GeneratedRegex(@"\bout=(?<bytes>\d+)", RegexOptions.None, 1000)]
    private static partial Regex Sent();
}
