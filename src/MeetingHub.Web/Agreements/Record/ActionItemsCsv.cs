using MeetingHub.Domain;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
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

/// <summary>Action items as a table for a spreadsheet. The columns are the same for every meeting.</summary>
public static class ActionItemsCsv
{
    public static byte[] Write(IEnumerable<ActionItemLine> lines)
    {
        var columns = Columns();
        return SpreadsheetCsv.Write(
            columns.Select(c => c.Name),
            lines.Select(line => columns.Select(c => c.Value(line)))
        );
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
