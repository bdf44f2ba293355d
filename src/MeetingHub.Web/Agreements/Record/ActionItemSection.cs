using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>
/// What both sides agreed, and, with its status said plainly, what they have not agreed yet. The hash names the wording that
/// was confirmed: a printout whose words were altered no longer matches the register.
/// </summary>
internal static class ActionItemSection
{
    public static SheetSection Of(RecordTeller teller) =>
        teller.Section("action_items", teller.Meeting.Items.Select((item, i) => Entry(teller, item, i + 1)));

    private static SheetEntry Entry(RecordTeller teller, ActionItem item, int number)
    {
        var wording = item.Wording;
        List<SheetLine> lines = [];
        if (!wording.Text.Has(teller.Texts.Language))
            lines.Add(Mark(teller, "record.untranslated"));
        lines.Add(teller.Line("record.item.status", teller.Texts.Of(item.Status)));
        lines.Add(teller.Line("record.item.owner_side", teller.CommunityName(wording.OwnerSide)));
        lines.Add(new SheetLine(teller.Texts["record.item.owner"], Owner(teller, wording.Owner)));
        lines.Add(
            teller.Line("record.item.due", wording.Due is { } due ? teller.Times.ShortDay(due) : RecordTeller.Dash)
        );
        if (wording.NeedsDeliberation)
            lines.Add(Mark(teller, "record.item.needs_deliberation"));
        lines.AddRange(Sides.Both.Select(side => Confirmed(teller, item, side)));
        if (item.DoneNote is { Length: > 0 } note)
            lines.Add(teller.Line("record.item.done_note", note));
        lines.Add(teller.Line("record.item.hash", item.Hash));
        return new SheetEntry(teller.Say(wording.Text, $"{number}. "), lines, item.Id);
    }

    private static SheetLine Mark(RecordTeller teller, string key) =>
        new(null, teller.Own(teller.Texts[key]), IsMark: true);

    private static SheetText Owner(RecordTeller teller, LocalText owner) =>
        owner.IsEmpty ? teller.Own(RecordTeller.Dash) : teller.Say(owner);

    private static SheetLine Confirmed(RecordTeller teller, ActionItem item, Side side) =>
        new(
            teller.Texts["record.item.confirmed_by", teller.CommunityName(side)],
            teller.Own(
                item.Of(side) is { } confirmation
                    ? $"{teller.NameOf(confirmation.SeatId)}, {teller.At(confirmation.At)}"
                    : teller.Texts["record.item.not_confirmed"]
            )
        );
}
