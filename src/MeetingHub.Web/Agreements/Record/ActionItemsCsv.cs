using CsvHelper;
using MeetingHub.Domain;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>One action item with the meeting that it came from.</summary>
public sealed record ActionItemLine(Meeting Meeting, Community Host, Community Partner, ActionItem Item)
{
    public static IEnumerable<ActionItemLine> Of(Meeting meeting, Community host, Community partner) =>
        meeting.Items.Select(item => new ActionItemLine(meeting, host, partner, item));

    public LocalDate MeetingDate => Times.Local(Meeting.OpenedAt ?? Meeting.Plan.Start, Host.Zone).Date;
}

/// <summary>
/// Action items as a table for a spreadsheet. The threat: a participant words an item as <c>=HYPERLINK(…)</c>, and the other
/// side's secretary opens the file (CWE-1236, OWASP "CSV injection"). The columns are the same for every meeting.
/// </summary>
public static class ActionItemsCsv
{
    // Without the mark Excel reads Cyrillic as a code page of the reader's country. Quoted throughout, no text of one cell can
    // begin another where a spreadsheet expects semicolons.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Quoting = CsvQuoting.Always };

    public static byte[] Write(IEnumerable<ActionItemLine> lines)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Options, leaveOpen: true))
        {
            var columns = Columns();
            csv.WriteRecord([.. columns.Select(c => c.Name)]);
            foreach (var line in lines)
                csv.WriteRecord([.. columns.Select(c => Harmless(c.Value(line)))]);
        }

        return file.ToArray();
    }

    /// <summary>
    /// A leading apostrophe makes a cell text. Characters that nobody sees are taken out first: one of them before the
    /// equals sign would hide it from this check, and some readers drop it again.
    /// </summary>
    internal static string Harmless(string cell)
    {
        var visible = PlainCharacters.Of(cell);
        return visible is ['=' or '+' or '-' or '@' or '\t' or '\n' or '＝' or '＋' or '－' or '＠', ..]
            ? "'" + visible
            : visible;
    }

    private static List<(string Name, Func<ActionItemLine, string> Value)> Columns() =>
        [
            ("item_id", l => l.Item.Id.ToString()),
            ("meeting_id", l => l.Meeting.Id.ToString()),
            ("meeting_date", l => LocalDatePattern.Iso.Format(l.MeetingDate)),
            .. Each("meeting_title", l => l.Meeting.Plan.Title),
            .. Each("text", l => l.Item.Wording.Text),
            ("owner_side", l => Code.Of(l.Item.Wording.OwnerSide)),
            ("owner_community", l => OwnerCommunity(l)),
            .. Each("owner", l => l.Item.Wording.Owner),
            ("due", l => l.Item.Wording.Due is { } due ? LocalDatePattern.Iso.Format(due) : ""),
            ("status", l => Code.Of(l.Item.Status)),
            ("needs_deliberation", l => l.Item.Wording.NeedsDeliberation ? "true" : "false"),
            ("hash", l => l.Item.Hash),
        ];

    // A missing translation is an empty cell: another language's text in its place would pass for one.
    private static IEnumerable<(string, Func<ActionItemLine, string>)> Each(
        string name,
        Func<ActionItemLine, LocalText> text
    ) =>
        Language.All.Select(language =>
            ($"{name}_{language}", (Func<ActionItemLine, string>)(line => text(line).Exactly(language) ?? ""))
        );

    private static string OwnerCommunity(ActionItemLine line)
    {
        var owner = line.Item.Wording.OwnerSide == Side.Host ? line.Host : line.Partner;
        return owner.Name.In(owner.Language);
    }
}
