using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Mail.Inbox;

/// <summary>
/// Remembers what was read here and not by flags on the server: a person who opens the mailbox would hide a reply, and a flag
/// that failed to be set would show it again.
/// </summary>
internal sealed class InboxMemory(IDbContextFactory<HubDb> databases, IClock clock)
{
    private static readonly Duration Kept = Duration.FromDays(180);

    /// <summary>The last UID read under this validity; null when the mailbox is new to us or was numbered anew.</summary>
    public async Task<uint?> LastUid(string mailbox, uint validity, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var place = await db.InboxPlaces.AsNoTracking().FirstOrDefaultAsync(p => p.Mailbox == mailbox, stop);
        return place?.UidValidity == validity ? (uint)place.LastUid : null;
    }

    public async Task<bool> Knows(string key, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.HandledLetters.AnyAsync(h => h.Key == key, stop);
    }

    /// <summary>Everything up to this UID was read; <paramref name="key"/> is the letter that was handled there, if any.</summary>
    public async Task Remember(string mailbox, uint validity, uint uid, string? key, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.InboxPlaces.FindAsync([mailbox], stop) is not { } place)
            db.InboxPlaces.Add(
                place = new InboxPlace
                {
                    Mailbox = mailbox,
                    UidValidity = validity,
                    LastUid = uid,
                }
            );
        (place.UidValidity, place.LastUid) = (validity, uid);
        if (key is not null && !await db.HandledLetters.AnyAsync(h => h.Key == key, stop))
            db.HandledLetters.Add(new HandledLetter { Key = key, At = clock.GetCurrentInstant() });
        await db.SaveChangesAsync(stop);
    }

    public async Task Forget(CancellationToken stop)
    {
        var before = clock.GetCurrentInstant() - Kept;
        await using var db = await databases.CreateDbContextAsync(stop);
        await db.HandledLetters.Where(h => h.At < before).ExecuteDeleteAsync(stop);
    }
}
