using System.Security.Cryptography;
using System.Text;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Calendar.Reading;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail.Inbox;
using MeetingHub.Web.Scheduling.Tray;
using MeetingHub.Web.Shared;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Replies;

/// <summary>
/// Counts the answers that people's calendars send by mail (rules R1 to R7). The threat: anybody can write anybody's answer.
/// So an answer counts only for an invited person and only from that person's own address; everything else is put before the
/// secretaries, who know the people.
/// </summary>
public sealed class MailReplies(
    IReplyTargets targets,
    ReplySeats seats,
    ReplyTray tray,
    MeetingLog log,
    SecretaryTray entries,
    ILogger<MailReplies> logger
) : IInboundLetters
{
    private const int MostReplies = 20;

    public async Task<bool> Handle(InboundLetter letter, CancellationToken stop)
    {
        var readings = letter.Calendars.Select(ReplyReader.Read).ToList();
        foreach (var fault in readings.Select(r => r.Fault).OfType<CalendarFault>())
            logger.LogInformation("A calendar in letter {Letter} could not be read: {Fault}", letter.Key, fault);
        var all = readings.SelectMany(r => r.Replies).Distinct().ToList();
        // Some programs repeat what everybody invited has said: of such a list, the sender's own word is the letter's.
        var own = all.Where(r => IsTheirs(letter, r)).ToList();
        var replies = (own.Count > 0 ? own : all).Take(MostReplies).ToList();
        if (replies.Count == 0)
            return await tray.Unmatched(letter, stop);

        var isOurs = false;
        foreach (var reply in replies)
            isOurs |= await Take(letter, reply, stop);
        return isOurs;
    }

    public Task<bool> Handle(UndeliveredLetter letter, CancellationToken stop) => tray.Undelivered(letter, stop);

    private async Task<bool> Take(InboundLetter letter, CalendarReply reply, CancellationToken stop)
    {
        var found = await targets.Find(reply.Uid, reply.Instance, stop);
        foreach (var id in found)
            await Count(letter, reply, (await log.Find(id, stop))!, stop);
        return found.Count > 0 || await tray.Unmatched(letter, stop);
    }

    private async Task Count(InboundLetter letter, CalendarReply reply, Meeting meeting, CancellationToken stop)
    {
        var operation = OperationOf(letter, reply, meeting.Id);
        var seat = await seats.Of(meeting, reply.Attendee, stop);
        if (seat is null || !IsTheirs(letter, reply))
        {
            await tray.Stranger(letter, reply, meeting, seat?.Side, operation, stop);
            return;
        }

        if (await CommandOf(reply, meeting, seat, stop) is not { } command)
        {
            await tray.Unmatched(letter, meeting, seat.Side, stop);
            return;
        }

        var outcome = await log.Do(meeting.Id, command with { Operation = operation }, stop);
        switch (outcome.Refusal)
        {
            case null:
                break;
            case Refusal.ReplyStale:
                await tray.Stale(seat, reply, meeting, operation, stop);
                break;
            case Refusal.StorageFailed:
                throw new IOException("The answer could not be written down.");
            case Refusal.MeetingCancelled or Refusal.MeetingClosed:
                logger.LogInformation("A reply to meeting {Meeting} came after its end", meeting.Id);
                break;
            default:
                await tray.Unmatched(letter, meeting, seat.Side, stop);
                break;
        }
    }

    // R5. Exchange leaves out the ORGANIZER, so that one is not asked for (R1).
    private static bool IsTheirs(InboundLetter letter, CalendarReply reply) =>
        letter.Sender != SenderProof.Failed
        && letter.From is [var from]
        && string.Equals(from, reply.Attendee, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the reply asks of the meeting; null when it says nothing that has a place there.</summary>
    private async Task<Command?> CommandOf(CalendarReply reply, Meeting meeting, Seat seat, CancellationToken stop)
    {
        var caller = new Caller(seat.PersonId, seat.Id, seat.Side, false);
        var mark = new ReplyMark(reply.Sequence, reply.Stamp);
        var note = NoteOf(reply);
        switch (reply)
        {
            case { Method: ReplyMethod.Reply, Answer: { } answer and not Answer.NeedsAction }:
                return new Command(seat.PersonId, (m, now) => Attending.Reply(m, caller, answer, note, now, mark));
            // R6: a wish for the secretaries to look at, never a change.
            case { Method: ReplyMethod.Counter, ProposedStart: { } start }:
                var person = await seats.PersonIn(seat, stop);
                var time = new ProposedTime(LocalIn(start, person.Zone), person.Zone, start, note);
                return new Command(seat.PersonId, (m, now) => Attending.ProposeTime(m, caller, time, now, mark))
                {
                    Alongside = (db, _) =>
                    {
                        foreach (var community in new[] { meeting.HostId, meeting.PartnerId })
                            entries.Add(
                                db,
                                community,
                                TrayKind.TimeProposed,
                                [person.Name, TrayWords.Of(start), note ?? ""],
                                meeting.Id
                            );
                    },
                };
            default:
                return null;
        }
    }

    private static LocalDateTime LocalIn(Instant instant, string zone) =>
        instant.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;

    private static string? NoteOf(CalendarReply reply) =>
        Typed.Note(
            reply.Comment?.Length > Attending.LongestNote ? reply.Comment[..Attending.LongestNote] : reply.Comment
        );

    // The same letter read again is the same operation, and the log does each once.
    private static Guid OperationOf(InboundLetter letter, CalendarReply reply, Guid meeting)
    {
        var what = $"{letter.Key} {reply.Method} {meeting:N} {reply.Attendee.ToUpperInvariant()}";
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16));
    }
}
