using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Graph;

/// <summary>
/// Brings one copy to where its meeting is now, whatever was done before: each step is saved when it is done, and each may be
/// done again after a crash without a second event.
/// </summary>
internal sealed class CopyFollowing(MeetingLog log, OutlookCalendar calendar, TeamsLinks links, Addresses addresses)
{
    /// <summary>Null when all is as it should be.</summary>
    public async Task<Setback?> Follow(HubDb db, CalendarCopy copy, CancellationToken stop)
    {
        if (await log.Find(copy.MeetingId, stop) is not { } meeting)
            return new Setback(GraphFault.Unexpected);
        if (meeting.Status == MeetingStatus.Cancelled)
            return await End(db, copy, isCancelled: true, stop);
        return copy.IsWanted ? await Keep(db, copy, meeting, stop) : await TakeOut(db, copy, stop);
    }

    private async Task<Setback?> Keep(HubDb db, CalendarCopy copy, Meeting meeting, CancellationToken stop)
    {
        var wanted = await Wanted(db, copy, meeting, stop);
        if (copy.EventId is not null && await Move(db, copy, wanted, stop) is { } unmoved)
            return unmoved;
        if (copy.EventId is null)
        {
            copy.Posted ??= EventJson.Write(wanted);
            var posted = EventJson.Read<OutlookEvent>(copy.Posted);
            if (await Make(db, copy, stop) is { } unmade)
                return unmade;
            if (posted != wanted && await Move(db, copy, wanted, stop) is { } late)
                return late;
        }

        if (copy.TeamsLink is null)
            return new Setback(GraphFault.NoTeamsLink);
        return copy.PlacedLink == copy.TeamsLink ? null : await Place(db, copy, copy.TeamsLink, stop);
    }

    /// <summary>An event that somebody deleted in Outlook leaves the copy without one.</summary>
    private async Task<Setback?> Move(HubDb db, CalendarCopy copy, OutlookEvent wanted, CancellationToken stop)
    {
        var moved = await calendar.Move(copy.Mailbox, copy.EventId!, wanted, stop);
        if (moved.Fault is GraphFault.NotFound)
            copy.IsGone();
        else if (moved.Value is { } standing)
            copy.StandsAs(standing);
        else
            return moved.Setback;
        await db.SaveChangesAsync(stop);
        return null;
    }

    private async Task<Setback?> Make(HubDb db, CalendarCopy copy, CancellationToken stop)
    {
        // What is about to be posted must be on disk before it is: after a crash in between, it is posted again as it was.
        await db.SaveChangesAsync(stop);
        var made = await calendar.Make(
            copy.Mailbox,
            EventJson.Read<OutlookEvent>(copy.Posted!),
            TransactionId.Of(copy.MeetingId, copy.Making),
            stop
        );
        if (made.Value is not { } standing)
            return made.Setback;
        copy.StandsAs(standing);
        await db.SaveChangesAsync(stop);
        return null;
    }

    private async Task<Setback?> TakeOut(HubDb db, CalendarCopy copy, CancellationToken stop) =>
        await End(db, copy, isCancelled: false, stop)
        ?? (copy.PlacedLink is null ? null : await Place(db, copy, null, stop));

    private async Task<Setback?> End(HubDb db, CalendarCopy copy, bool isCancelled, CancellationToken stop)
    {
        // Whether the event was made is not known: posting it again tells its id, or makes what is removed at once.
        if (copy.Posted is not null && copy.EventId is null && await Make(db, copy, stop) is { } unmade)
        {
            if (unmade.Fault is not GraphFault.NotFound)
                return unmade;
            copy.Posted = null;
        }

        if (copy.EventId is { } id)
        {
            var ended = isCancelled
                ? await calendar.Cancel(copy.Mailbox, id, stop)
                : await calendar.Remove(copy.Mailbox, id, stop);
            // Who is not the event's organiser (any more) may not cancel it, but may strike it out of their own calendar.
            if (isCancelled && ended.Fault is GraphFault.Rejected)
                ended = await calendar.Remove(copy.Mailbox, id, stop);
            if (ended.Fault is not (null or GraphFault.NotFound))
                return ended.Setback;
            copy.IsGone();
        }

        await db.SaveChangesAsync(stop);
        return null;
    }

    private async Task<Setback?> Place(HubDb db, CalendarCopy copy, string? link, CancellationToken stop)
    {
        if (await links.Place(copy, link, stop) is Refusal.StorageFailed or Refusal.ChangedMeanwhile)
            return new Setback(GraphFault.Unexpected);
        copy.PlacedLink = link;
        await db.SaveChangesAsync(stop);
        return null;
    }

    private async Task<OutlookEvent> Wanted(HubDb db, CalendarCopy copy, Meeting meeting, CancellationToken stop)
    {
        var language =
            await db.People.Where(p => p.Id == copy.OrganiserPersonId).Select(p => p.Language).FirstOrDefaultAsync(stop)
            ?? Language.English;
        return OutlookEvent.Of(
            meeting,
            language,
            Texts.In(language)["microsoft365.body", $"{addresses.Root}/meetings/{meeting.Id}"]
        );
    }
}
