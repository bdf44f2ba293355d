using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Log;

namespace MeetingHub.Web.Scheduling;

/// <summary>Whom a change is to be told, and as what. One letter a person, the weightiest of those that the change owes.</summary>
public static class LettersOwed
{
    public static IReadOnlyDictionary<Guid, LetterKind> For(Meeting after, IReadOnlyList<MeetingEvent> facts)
    {
        var owed = new Dictionary<Guid, LetterKind>();
        foreach (var fact in facts)
        {
            switch (fact)
            {
                case MeetingRescheduled or MeetingPostponed or MeetingDetailsChanged:
                    Everyone(after, LetterKind.Update, owed);
                    break;
                case MeetingCancelled:
                    Everyone(after, LetterKind.Cancellation, owed);
                    break;
                case PersonInvited e:
                    owed[e.SeatId] = LetterKind.Invitation;
                    break;
                case PersonUninvited e:
                    owed[e.SeatId] = LetterKind.Cancellation;
                    break;
            }
        }

        return owed;
    }

    private static void Everyone(Meeting after, LetterKind kind, Dictionary<Guid, LetterKind> owed)
    {
        foreach (var seat in after.Seats.Values.Where(s => !s.IsRemoved))
            owed[seat.Id] = kind;
    }
}
