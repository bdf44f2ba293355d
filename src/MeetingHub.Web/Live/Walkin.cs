using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Shared.Security;
using NodaTime;

namespace MeetingHub.Web.Live;

/// <summary>
/// Seats somebody who typed the code on the chamber's screen. They get a link of their own like everyone else, so that they
/// can be shown out like everyone else; they are admitted by a secretary, or by the meeting's setting.
/// </summary>
public sealed class Walkin(MeetingLog log, Accounts accounts, HubSettings settings)
{
    public async Task<(SeatTicket? Ticket, Refusal? Refusal)> Seat(
        Meeting meeting,
        Side side,
        string name,
        string language,
        string zone
    )
    {
        if (meeting.Seats.Count >= Planning.MostSeats)
            return (null, Refusal.TooManySeats);
        var guest = await accounts.Add(
            new(name, null, language, zone, null, OrganisationRole.Guest, LocalText.Empty),
            null
        );
        var (seat, link) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var outcome = await log.Do(
            meeting.Id,
            new Command(
                guest.Id,
                (m, _) =>
                    m.Status is MeetingStatus.Cancelled ? Refusal.MeetingCancelled
                    : m.Status is MeetingStatus.Closed ? Refusal.MeetingClosed
                    : Decision.Of(
                        new PersonInvited(seat, guest.Id, side, SeatRole.Participant, false, language, false),
                        new JoinLinkIssued(link, seat, m.Plan.End + Duration.FromDays(settings.JoinLinkDays))
                    )
            )
            {
                Alongside = (db, _) =>
                    db.JoinLinks.Add(
                        new JoinLinkRow
                        {
                            Id = link,
                            Hash = Secret.HashOf(Secret.Draw()),
                            MeetingId = meeting.Id,
                            SeatId = seat,
                            PersonId = guest.Id,
                        }
                    ),
            }
        );
        return outcome.Refusal is { } no ? (null, no) : (new SeatTicket(meeting.Id, seat, guest.Id, link), null);
    }
}
