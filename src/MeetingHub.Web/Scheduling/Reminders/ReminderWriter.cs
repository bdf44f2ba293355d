using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Reminders;

/// <summary>Words a reminder from the meeting as it stands now, and keeps silent where it would be wrong or late.</summary>
public sealed class ReminderWriter(
    MeetingLog log,
    IDbContextFactory<HubDb> databases,
    LinkSeal links,
    ReminderSeal seal,
    Addresses addresses,
    LetterHtml html,
    IClock clock
) : ILetterWriter
{
    public bool Writes(LetterKind kind) => kind == LetterKind.Reminder;

    public async Task<Letter?> Write(OutboxMessage message, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == message.PersonId, stop);
        var meeting = await log.Find(message.MeetingId!.Value, stop);
        var now = clock.GetCurrentInstant();
        if (person?.Email is not { Length: > 0 } address || meeting is null || !IsRight(message, meeting, person, now))
            return null;

        var communities = await db
            .Communities.Where(c => c.Id == meeting.HostId || c.Id == meeting.PartnerId)
            .AsNoTracking()
            .ToDictionaryAsync(c => c.Id, stop);
        var content = new ReminderContent(
            new LetterContent(
                message.Kind,
                meeting,
                person,
                communities[meeting.HostId],
                communities[meeting.PartnerId],
                await PersonalLink(db, message, meeting, stop)
            ),
            message.Reminder!.Value,
            meeting.Plan.Start - now,
            person.HasAccount ? new Uri($"{addresses.Root}/meetings/{meeting.Id}") : null,
            seal.PageOf(person.Id)
        );
        return new Letter(
            message.Id,
            person.Name,
            address,
            null,
            content.Subject,
            content.Text(),
            await html.Of<ReminderBody>(content),
            null,
            null,
            seal.EndOf(person.Id)
        );
    }

    private static bool IsRight(OutboxMessage message, Meeting meeting, Person person, Instant now) =>
        meeting.Status == MeetingStatus.Scheduled
        && meeting.Plan.Start == message.ReminderOf
        && meeting.Seats.TryGetValue(message.SeatId!.Value, out var seat)
        && seat is { IsRemoved: false, Answer: not Answer.Declined }
        && person.Wants(message.Reminder!.Value)
        && Reminding.IsWelcome(message.Reminder.Value, meeting.Plan.Start, now);

    // A link that was revoked since is not handed out again.
    private async Task<Uri?> PersonalLink(HubDb db, OutboxMessage message, Meeting meeting, CancellationToken stop)
    {
        if (message.Secret is not { } closed)
            return null;
        var secret = links.Open(closed);
        var hash = Secret.HashOf(secret);
        var id = await db.JoinLinks.Where(l => l.Hash == hash).Select(l => l.Id).FirstOrDefaultAsync(stop);
        return meeting.Links.TryGetValue(id, out var link) && !link.IsRevoked ? addresses.Invitation(secret) : null;
    }
}
