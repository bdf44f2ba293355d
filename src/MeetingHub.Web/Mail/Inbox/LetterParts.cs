using System.Text;
using MailKit;
using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;

namespace MeetingHub.Web.Mail.Inbox;

/// <summary>
/// The parts of a letter, found by its outline. The walk is bounded in number and depth, and does not go into letters inside
/// the letter: a forwarded reply is not the sender's word.
/// </summary>
internal sealed class LetterParts(IMailFolder folder, UniqueId uid, BodyPart body)
{
    private const int MostParts = 200;
    private const int Deepest = 20;

    /// <summary>As sent, in octets. A reply to one meeting has three thousand.</summary>
    private const int LargestCalendar = 512 * 1024;
    private const int LargestText = 16 * 1024;

    private readonly List<BodyPartBasic> leaves = Leaves(body);

    // Offices in Ukraine still write in windows-1251 and KOI8-U, which .NET knows only when told.
    static LetterParts() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A machine's report about mail (RFC 6522): a bounce, or a receipt for having read.</summary>
    public bool IsReport => body.ContentType.IsMimeType("multipart", "report");

    public BodyPartBasic? First(string type, string subtype) =>
        leaves.FirstOrDefault(p => p.ContentType.IsMimeType(type, subtype));

    public async Task<IReadOnlyList<byte[]>> Calendars(CancellationToken stop)
    {
        var small = leaves.Where(p => p.Octets <= LargestCalendar && p is not BodyPartMessage).ToList();
        var inline = small.Where(p => p.ContentType.IsMimeType("text", "calendar")).ToList();
        // The attached file repeats the part inside the alternatives; some servers leave only the file.
        var chosen = inline.Count > 0 ? inline : [.. small.Where(IsCalendarFile)];
        var calendars = new List<byte[]>();
        foreach (var part in chosen.Take(InboundLetter.MostCalendars))
            calendars.Add(await Utf8(part, stop));
        return calendars;
    }

    public async Task<string?> Text(CancellationToken stop)
    {
        var words = leaves.OfType<BodyPartText>().Where(p => !p.IsAttachment).ToList();
        if (words.Find(p => p.IsPlain) is { } plain)
            return Cut((await Words(plain, stop)).Text);
        if (words.Find(p => p.IsHtml) is not { } html)
            return null;
        var previewer = new HtmlTextPreviewer { MaximumPreviewLength = 1024 };
        return Cut(previewer.GetPreviewText((await Words(html, stop)).Text));
    }

    /// <summary>The part's first octets, still as they were encoded on the way.</summary>
    public async Task<MimeContent> Content(BodyPartBasic part, int most, CancellationToken stop)
    {
        // A letter of one part has no part numbers.
        var section = part.PartSpecifier.Length > 0 ? part.PartSpecifier : "TEXT";
        var stream = await folder.GetStreamAsync(uid, section, 0, most, stop);
        return MimeUtils.TryParse(part.ContentTransferEncoding, out ContentEncoding encoding)
            ? new MimeContent(stream, encoding)
            : new MimeContent(stream);
    }

    private async Task<byte[]> Utf8(BodyPartBasic part, CancellationToken stop)
    {
        using var content = await Content(part, LargestCalendar, stop);
        using var bytes = new MemoryStream();
        await content.DecodeToAsync(bytes, stop);
        return part.ContentType.Charset?.ToLowerInvariant() is null or "utf-8" or "us-ascii"
            ? bytes.ToArray()
            : Encoding.UTF8.GetBytes(
                Decoded(part, new MimeContent(bytes))
                    .Text.Replace("\r\n", "\n", StringComparison.Ordinal)
                    .Replace("\n", "\r\n", StringComparison.Ordinal)
            );
    }

    private async Task<TextPart> Words(BodyPartBasic part, CancellationToken stop) =>
        Decoded(part, await Content(part, LargestText, stop));

    private static TextPart Decoded(BodyPartBasic part, MimeContent content)
    {
        var text = new TextPart(part.ContentType.MediaSubtype) { Content = content };
        if (part.ContentType.Charset is { } charset)
            text.ContentType.Charset = charset;
        return text;
    }

    private static bool IsCalendarFile(BodyPartBasic part) =>
        part.ContentType.IsMimeType("application", "ics")
        || part.FileName?.EndsWith(".ics", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Cut(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length > InboundLetter.LongestText ? text[..InboundLetter.LongestText]
        : text;

    private static List<BodyPartBasic> Leaves(BodyPart body)
    {
        var found = new List<BodyPartBasic>();
        var ahead = new Stack<(BodyPart Part, int Depth)>([(body, 0)]);
        while (found.Count < MostParts && ahead.TryPop(out var at))
        {
            if (at.Part is BodyPartBasic leaf)
                found.Add(leaf);
            else if (at.Part is BodyPartMultipart several && at.Depth < Deepest)
            {
                foreach (var part in several.BodyParts.Take(MostParts).Reverse())
                    ahead.Push((part, at.Depth + 1));
            }
        }

        return found;
    }
}
