using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>Who was there for whom and when, and who was asked and did not come.</summary>
internal static class PresentSection
{
    // Times are shown to the minute: a line lost for less than that is no absence.
    private static readonly Duration Blink = Duration.FromMinutes(1);

    public static SheetSection Of(RecordTeller teller)
    {
        var stays = teller.Minutes.Presences.ToDictionary(p => p.SeatId, p => p.Stays);
        return teller.Section("present", Sides.Both.SelectMany(side => Delegation(teller, side, stays)));
    }

    private static IEnumerable<SheetEntry> Delegation(
        RecordTeller teller,
        Side side,
        Dictionary<Guid, IReadOnlyList<Stay>> stays
    )
    {
        var seats = teller
            .Meeting.Seats.Values.Where(s => s.Side == side)
            .OrderBy(s => s.Role)
            .ThenBy(s => teller.NameOf(s.Id), StringComparer.InvariantCulture)
            .ThenBy(s => s.Id)
            .ToList();

        yield return new SheetEntry(teller.Say(teller.CommunityOf(side).Name), [], IsGroup: true);
        foreach (var seat in seats.Where(s => stays.ContainsKey(s.Id)))
            yield return Present(teller, seat, stays[seat.Id]);

        var absent = seats.Where(s => !stays.ContainsKey(s.Id) && !s.IsRemoved && s.Role != SeatRole.Chamber).ToList();
        if (absent.Count > 0)
            yield return new SheetEntry(
                teller.Own(teller.Texts["record.absent"]),
                [.. absent.Select(s => teller.Line(null, $"{teller.NameOf(s.Id)}, {Role(teller, s)}"))]
            );
    }

    private static SheetEntry Present(RecordTeller teller, Seat seat, IReadOnlyList<Stay> stays) =>
        new(
            teller.Own(teller.NameOf(seat.Id)),
            [
                teller.Line(null, Role(teller, seat)),
                .. WithoutBlinks(stays).Select(s => teller.Line(null, teller.Between(s.From, s.To))),
            ],
            seat.Id
        );

    private static string Role(RecordTeller teller, Seat seat) =>
        teller.Meeting.RepresentativeOf(seat.Side) == seat.Id
            ? teller.Texts["record.role_and_representative", teller.Texts.Of(seat.Role)]
            : teller.Texts.Of(seat.Role);

    private static List<Stay> WithoutBlinks(IReadOnlyList<Stay> stays)
    {
        List<Stay> joined = [];
        foreach (var stay in stays)
        {
            if (joined is [.., { To: { } left } last] && stay.From - left < Blink)
                joined[^1] = last with { To = stay.To };
            else
                joined.Add(stay);
        }

        return joined;
    }
}
