using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MeetingHub.Web.Log;
using Microsoft.Extensions.Options;

namespace MeetingHub.Web.Mail.Inbox;

/// <summary>
/// Reads what is new in the open folder, in the order in which it came: handles a letter, remembers it, and only then marks
/// it. A crash in between hands the letter over once more, which changes nothing; it never loses one.
/// </summary>
internal sealed class InboxRound(
    IInboundLetters letters,
    InboxMemory memory,
    IOptions<MailSettings> options,
    ILogger<InboxRound> logger
)
{
    private const int MostTries = 5;
    private readonly ImapSettings settings = options.Value.Imap;
    private readonly Dictionary<uint, int> tries = [];

    private string Mailbox => $"{settings.User}@{settings.Host}:{settings.Port}/{settings.Folder}";

    public async Task Read(InboxLine line, CancellationToken stop)
    {
        var folder = line.Folder;
        if (await memory.LastUid(Mailbox, folder.UidValidity, stop) is { } last)
        {
            // "n:*" always names the last letter too, however low its number (RFC 3501, 6.4.8).
            var since = SearchQuery.Uids(new UniqueIdRange(new UniqueId(last + 1), UniqueId.MaxValue));
            await ReadEach(line, (await folder.SearchAsync(since, stop)).Where(u => u.Id > last), stop);
            return;
        }

        // A mailbox that is new to us: what somebody has read there already is no news.
        await memory.Forget(stop);
        var next = folder.UidNext?.Id ?? 1;
        var unread = await folder.SearchAsync(SearchQuery.NotSeen, stop);
        await ReadEach(line, unread, stop);
        if (unread.All(u => u.Id < next))
            await memory.Remember(Mailbox, folder.UidValidity, next - 1, null, stop);
    }

    private async Task ReadEach(InboxLine line, IEnumerable<UniqueId> uids, CancellationToken stop)
    {
        foreach (var uid in uids.OrderBy(u => u.Id))
            await ReadOne(line, uid, stop);
    }

    private async Task ReadOne(InboxLine line, UniqueId uid, CancellationToken stop)
    {
        var (folder, validity) = (line.Folder, line.Folder.UidValidity);
        // A letter that breaks us each time must not keep those behind it from being read.
        if (tries.GetValueOrDefault(uid.Id) >= MostTries)
        {
            logger.LogError("Letter {Uid} could not be read {Tries} times and is left alone", uid.Id, MostTries);
            tries.Remove(uid.Id);
            await memory.Remember(Mailbox, validity, uid.Id, null, stop);
            return;
        }

        tries[uid.Id] = tries.GetValueOrDefault(uid.Id) + 1;
        var (key, isOurs) = await Handle(folder, uid, stop);
        await memory.Remember(Mailbox, validity, uid.Id, key, stop);
        tries.Remove(uid.Id);
        if (isOurs)
            await Mark(line, uid, stop);
    }

    private async Task<(string? Key, bool IsOurs)> Handle(IMailFolder folder, UniqueId uid, CancellationToken stop)
    {
        // Gone since it was listed: somebody tidies the mailbox.
        if (await LetterReading.Of(folder, uid, settings, stop) is not { } read)
            return (null, false);
        if (read.Letter is { } known && await memory.Knows(known.Key, stop))
            return (null, true);

        try
        {
            return read switch
            {
                { Undelivered: { } undelivered } => (null, await letters.Handle(undelivered, stop)),
                { Letter: { } letter } => (letter.Key, await letters.Handle(letter, stop)),
                _ => (null, false),
            };
        }
        catch (Exception fault) when (StorageFaults.IsFullOrLocked(fault))
        {
            // Not the letter's fault: it stays first in line until the disk has room again.
            tries.Remove(uid.Id);
            throw;
        }
    }

    private async Task Mark(InboxLine line, UniqueId uid, CancellationToken stop)
    {
        try
        {
            var seen = new StoreFlagsRequest(StoreAction.Add, MessageFlags.Seen) { Silent = true };
            await line.Folder.StoreAsync(uid, seen, stop);
            if (line.Processed is { } processed)
                await line.Folder.MoveToAsync(uid, processed, stop);
        }
        catch (ImapCommandException no)
        {
            // A folder that we may only read: what was read is remembered anyway.
            logger.LogWarning("Letter {Uid} could not be marked: {Response}", uid.Id, no.Response);
        }
    }
}
