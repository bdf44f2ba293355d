using System.Text;
using MeetingHub.Web.Calendar;
using MimeKit;

namespace MeetingHub.Web.Mail;

/// <summary>
/// The calendar of a letter, twice: Outlook and Gmail read the part inside the alternatives (its <c>method</c> must
/// repeat the calendar's METHOD, RFC 6047 section 2.4), other clients offer the attached file.
/// </summary>
internal static class CalendarPart
{
    public static MimePart Inline(string calendar, string method)
    {
        var part = new TextPart("calendar");
        part.ContentType.Parameters["method"] = method;
        part.ContentType.Parameters["charset"] = "utf-8";
        return WithBytes(part, calendar);
    }

    public static MimePart Attached(string calendar)
    {
        var part = new MimePart("application", "ics");
        part.ContentType.Name = "invite.ics";
        part.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "invite.ics" };
        return WithBytes(part, calendar);
    }

    /// <summary>Throws unless a client would believe the letter: a disagreement here is a bug of ours.</summary>
    public static void Check(string calendar, string? method, OrganizerIs organizer)
    {
        if (method is null || !calendar.Contains($"\r\nMETHOD:{method}\r\n", StringComparison.Ordinal))
            throw new ArgumentException("The letter and its calendar disagree on the method.", nameof(method));

        if (organizer == OrganizerIs.Stranger)
            throw new ArgumentException("The calendar's organizer is not the sender.", nameof(organizer));
    }

    // Base64, because servers on the way may rewrap long lines or change line ends, and a folded calendar then breaks.
    private static MimePart WithBytes(MimePart part, string calendar)
    {
        part.Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(calendar)));
        part.ContentTransferEncoding = ContentEncoding.Base64;
        return part;
    }
}
