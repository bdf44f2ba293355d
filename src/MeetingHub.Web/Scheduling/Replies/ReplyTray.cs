using MeetingHub.Domain;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Calendar.Reading;
using MeetingHub.Web.Data;
using MeetingHub.Web.Mail.Inbox;
using MeetingHub.Web.Scheduling.Tray;
using MeetingHub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Scheduling.Replies;

/// <summary>
/// Puts before the secretaries what no rule may decide about a letter, each thing once. A flood of letters must not bury the
/// tray: of strangers' letters it holds only so many at a time.
/// </summary>
public sealed class ReplyTray(
    IDbContextFactory<HubDb> databases,
    LetterOwners owners,
    SecretaryTray tray,
    ReplySeats seats,
    ILogger<ReplyTray> logger
)
{
    private const int MostOpen = 100;
    private const int LongestText = 500;

    /// <summary>R4, R5: nobody who is asked, or somebody else in their name.</summary>
    public async Task Stranger(
        InboundLetter letter,
        CalendarReply reply,
        Meeting meeting,
        Side? side,
        Guid operation,
        CancellationToken stop
    )
    {
        var said = reply is { Method: ReplyMethod.Reply, Answer: { } answer }
            ? TrayWords.Of(answer)
            : $"tray_kind.{Code.Of(TrayKind.TimeProposed)}";
        string[] args = [string.Join(", ", letter.From), Typed.Text(reply.Attendee), said];
        // Nobody knows on whose side a stranger is: both look.
        var communities = side is { } known
            ? [meeting.CommunityOf(known)]
            : new[] { meeting.HostId, meeting.PartnerId };
        foreach (var community in communities)
            await Put(new(community, meeting.Id), TrayKind.StrangersReply, args, $"{operation:N}", stop);
    }

    /// <summary>R3: the answer is to a time that is no longer meant.</summary>
    public async Task Stale(Seat seat, CalendarReply reply, Meeting meeting, Guid operation, CancellationToken stop)
    {
        var person = await seats.PersonIn(seat, stop);
        var said = reply is { Method: ReplyMethod.Reply, Answer: { } answer }
            ? TrayWords.Of(answer)
            : $"tray_kind.{Code.Of(TrayKind.TimeProposed)}";
        var whose = new LetterOwner(meeting.CommunityOf(seat.Side), meeting.Id);
        await Put(whose, TrayKind.StaleReply, [person.Name, said], $"{operation:N}", stop);
    }

    /// <summary>A letter to be read by a person. False when it is nobody's here: mail from strangers about something else.</summary>
    public async Task<bool> Unmatched(InboundLetter letter, CancellationToken stop)
    {
        if (await owners.Of(letter, stop) is not { } whose)
        {
            logger.LogInformation("Letter {Letter} is about nothing here", letter.Key);
            return false;
        }

        await Unmatched(letter, whose, stop);
        return true;
    }

    public Task Unmatched(InboundLetter letter, Meeting meeting, Side side, CancellationToken stop) =>
        Unmatched(letter, new LetterOwner(meeting.CommunityOf(side), meeting.Id), stop);

    /// <summary>A bounce: the letter counts as failed, and somebody is told, or all would wait for an answer that cannot come.</summary>
    public async Task<bool> Undelivered(UndeliveredLetter letter, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Outbox.FirstOrDefaultAsync(m => m.Id == letter.LetterId, stop) is not { } message)
            return false;
        message.HasFailed = true;
        message.LastError = letter.Why;
        if (await owners.Of(message, stop) is { } whose)
            await tray.Put(
                db,
                whose.CommunityId,
                TrayKind.LetterUndelivered,
                [message.SentTo ?? letter.Recipient, letter.Why],
                whose.MeetingId,
                letter.LetterId,
                $"undelivered {letter.LetterId:N}"
            );
        await db.SaveChangesAsync(stop);
        return true;
    }

    private Task Unmatched(InboundLetter letter, LetterOwner whose, CancellationToken stop)
    {
        var text = Typed.Text(letter.Text);
        string[] args =
        [
            string.Join(", ", letter.From),
            Typed.Text(letter.Subject),
            text.Length > LongestText ? text[..LongestText] : text,
        ];
        return Put(whose, TrayKind.UnmatchedLetter, args, $"letter {letter.Key}", stop);
    }

    private async Task Put(LetterOwner whose, TrayKind kind, string[] args, string once, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var open = await db.Tray.CountAsync(
            e => e.CommunityId == whose.CommunityId && e.Kind == kind && e.DoneAt == null,
            stop
        );
        if (open >= MostOpen)
        {
            logger.LogWarning("The tray of {Community} is full of {Kind}", whose.CommunityId, kind);
            return;
        }

        await tray.Put(db, whose.CommunityId, kind, args, whose.MeetingId, once: once);
        await db.SaveChangesAsync(stop);
    }
}
