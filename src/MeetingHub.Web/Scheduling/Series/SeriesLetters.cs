using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Shared.Security;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Series;

/// <summary>Notes which letters a series owes, in the caller's transaction, each invitation with a link of its own.</summary>
public sealed class SeriesLetters(LinkSeal seal, IClock clock)
{
    /// <summary>Calendars are told anew: SEQUENCE rises, and DTSTAMP strictly, in whole seconds as RFC 5545 counts them.</summary>
    public void Told(SeriesRow row)
    {
        row.Sequence++;
        row.Stamp = Instant.Max(Second(clock.GetCurrentInstant()), row.Stamp + Duration.FromSeconds(1));
    }

    public void Owe(HubDb db, SeriesRow row, Guid personId, LetterKind kind)
    {
        var (now, secret) = (clock.GetCurrentInstant(), Secret.Draw());
        if (kind == LetterKind.SeriesInvitation)
            db.SeriesLinks.Add(
                new SeriesLink
                {
                    Hash = Secret.HashOf(secret),
                    SeriesId = row.Id,
                    PersonId = personId,
                }
            );
        db.Outbox.Add(
            new OutboxMessage
            {
                Id = Guid.CreateVersion7(),
                SubjectId = row.Id,
                PersonId = personId,
                Kind = kind,
                Secret = kind == LetterKind.SeriesInvitation ? seal.Close(secret) : null,
                CreatedAt = now,
                DueAt = now,
            }
        );
    }

    public static Instant Second(Instant now) => Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
}
