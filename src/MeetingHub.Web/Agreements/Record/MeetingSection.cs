using System.Globalization;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>What meeting it was: kind, day, and where and when each side sat.</summary>
internal static class MeetingSection
{
    public static SheetSection Of(RecordTeller teller)
    {
        var meeting = teller.Meeting;
        var plan = meeting.Plan;
        List<SheetLine> lines =
        [
            teller.Line("record.kind", teller.Texts.Of(plan.Kind)),
            teller.Line("record.date", Days(teller)),
        ];
        lines.AddRange(Sides.Both.Select(side => Place(teller, side)));
        if (meeting.OpenedAt is not null)
            lines.Add(teller.Line("record.planned", teller.Between(plan.Start, plan.End)));
        lines.Add(teller.Line("record.status", teller.Texts.Of(meeting.Status)));
        lines.Add(teller.Line("record.source", Source(teller)));
        return teller.Section("meeting", [new SheetEntry(teller.Say(plan.Title), lines)]);
    }

    private static string Days(RecordTeller teller) =>
        string.Join(
            " · ",
            teller
                .Zones.Select(zone => teller.Times.Day(Times.Local(teller.Begin, zone).Date))
                .Distinct(StringComparer.Ordinal)
        );

    private static SheetLine Place(RecordTeller teller, Side side)
    {
        var zone = teller.CommunityOf(side).Zone;
        var meeting = teller.Meeting;
        var hours = meeting.OpenedAt is { } opened
            ? teller.Between(opened, meeting.ClosedAt, zone)
            : teller.Between(meeting.Plan.Start, meeting.Plan.End, zone);
        return new SheetLine(teller.CommunityName(side), teller.Own(teller.Placed(hours, zone)));
    }

    // Two printouts that differ can be told apart by the fact up to which each was drawn.
    private static string Source(RecordTeller teller) =>
        teller.Texts[
            "record.source.value",
            teller.Meeting.Id,
            teller.Meeting.Seq.ToString(CultureInfo.InvariantCulture)
        ];
}
