using MeetingHub.Domain.Folds;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>What the secretaries remarked on the draft, each in the language in which they wrote it.</summary>
internal static class RemarkSection
{
    public static SheetSection Of(RecordTeller teller) =>
        teller.Section("remarks", teller.Minutes.Remarks.Select(r => Entry(teller, r)));

    private static SheetEntry Entry(RecordTeller teller, Remark remark) =>
        new(
            new SheetText(remark.Text, remark.Language),
            [
                teller.Line("record.remark.on", Part(teller, remark.Section)),
                teller.Line("record.remark.by", $"{Author(teller, remark)}, {teller.At(remark.At)}"),
            ],
            remark.Id
        );

    private static string Part(RecordTeller teller, string section) =>
        teller.Texts.Has($"record.section.{section}") ? teller.Texts[$"record.section.{section}"] : section;

    // A secretary may steer a meeting without sitting in it; then the record knows only for which side they spoke.
    private static string Author(RecordTeller teller, Remark remark) =>
        remark.By is { } person && teller.Meeting.SeatOf(person) is { } seat
            ? teller.NameAndSide(seat.Id)
            : teller.CommunityName(remark.Side);
}
