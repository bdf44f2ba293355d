using System.Text.Json;
using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Live;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>Everything that a record needs to be told: the minutes and the names that belong to their ids.</summary>
public sealed record RecordSource(
    Minutes Minutes,
    IReadOnlyDictionary<Guid, string> Names,
    Community Host,
    Community Partner,
    IReadOnlyDictionary<string, DeckTitles> Decks
)
{
    public Meeting Meeting => Minutes.Meeting;

    public RecordSheet Sheet(string language) => RecordSheet.Of(Minutes, Names, Host, Partner, Decks, language);
}

/// <summary>Reads records, for those who were at the meeting or whose community was.</summary>
public sealed class Records(MeetingLog log, Door door, Roll roll, HubDb db, FileStore files, IClock clock)
{
    public async Task<(RecordSource Source, Caller Caller)?> For(HttpContext http, Guid meetingId)
    {
        if (await log.Find(meetingId) is not { } meeting || await door.CallerOf(http, meeting) is not { } caller)
            return null;
        // A guest's link must still hold; an account of either community may read without a seat.
        if (caller.LinkId is not null && Attending.CannotEnter(meeting, caller, clock.GetCurrentInstant()) is not null)
            return null;

        var facts = await log.Read(meetingId);
        var communities = await db
            .Communities.AsNoTracking()
            .Where(c => c.Id == meeting.HostId || c.Id == meeting.PartnerId)
            .ToDictionaryAsync(c => c.Id);
        var source = new RecordSource(
            Minutes.Of(meetingId, facts),
            await roll.NamesBySeat(meeting),
            communities[meeting.HostId],
            communities[meeting.PartnerId],
            await Titles(facts)
        );
        return (source, caller);
    }

    private async Task<Dictionary<string, DeckTitles>> Titles(IEnumerable<Recorded> facts)
    {
        var titles = new Dictionary<string, DeckTitles>();
        foreach (var placed in facts.Select(f => f.Fact).OfType<DeckPlaced>().DistinctBy(d => d.Version))
        {
            if (files.Find(placed.Version) is not { } path)
                continue;
            await using var stream = File.OpenRead(path);
            using var deck = await JsonDocument.ParseAsync(stream);
            titles[placed.Version] = new DeckTitles(
                placed.Title,
                deck.RootElement.GetProperty("slides")
                    .EnumerateArray()
                    .ToDictionary(
                        s => s.GetProperty("id").GetString()!,
                        s => s.GetProperty("titles").Deserialize<LocalText>()!
                    )
            );
        }

        return titles;
    }
}
