using System.Text;
using MeetingHub.Web.Calendar;
using MimeKit;
using MimeKit.Text;
using NodaTime;

namespace MeetingHub.Web.Mail;

/// <summary>
/// Builds the MIME form of a letter: alternatives of text, HTML and calendar in this order (clients show the last one
/// that they understand), and the calendar again as a file. Everything a person typed passes <see cref="SafeText"/> or
/// <see cref="MailAddress"/>, so no name or subject can add a header.
/// </summary>
internal static class LetterMime
{
    /// <summary>How messages are written: CRLF everywhere, which RFC 5322 demands and base64 parts already have.</summary>
    public static readonly FormatOptions Format = CrLf();

    public static MimeMessage Build(Letter letter, MailSettings settings, Instant now)
    {
        var from = MailAddress.Of(settings.FromName, settings.FromAddress);
        var message = new MimeMessage
        {
            MessageId = LetterId.Of(letter.Id, from.Domain),
            Date = now.ToDateTimeOffset(),
            Subject = SafeText.Line(letter.Subject),
        };
        message.From.Add(from);
        message.To.Add(MailAddress.Of(letter.ToName, letter.ToAddress));
        if (letter.ReplyToAddress is { } replyTo)
            message.ReplyTo.Add(MailAddress.Of("", replyTo));

        // RFC 3834: keeps out-of-office answers from coming back to us.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Unsubscribe is { } end)
        {
            // RFC 8058: one press in the mail program, without a page between.
            message.Headers.Add("List-Unsubscribe", $"<{end.AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        message.Body = Body(letter, message, from);
        return message;
    }

    private static Multipart Body(Letter letter, MimeMessage message, MailboxAddress from)
    {
        var alternative = new MultipartAlternative
        {
            Words(TextFormat.Plain, letter.Text),
            Words(TextFormat.Html, letter.Html),
        };
        if (letter.Calendar is not { } calendar)
            return alternative;

        var organizer = CalendarOrganizer.SeenFrom(from.Address, calendar);
        CalendarPart.Check(calendar, letter.CalendarMethod, organizer);
        // The mailbox stays in From as well: a letter "from" the organizer's own domain would fail its DMARC policy.
        if (organizer == OrganizerIs.SenderForAnother)
            message.Sender = from;

        alternative.Add(CalendarPart.Inline(calendar, letter.CalendarMethod!));
        return new Multipart("mixed") { alternative, CalendarPart.Attached(calendar) };
    }

    private static TextPart Words(TextFormat format, string text)
    {
        var part = new TextPart(format);
        part.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        part.ContentTransferEncoding = ContentEncoding.Base64;
        return part;
    }

    private static FormatOptions CrLf()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
