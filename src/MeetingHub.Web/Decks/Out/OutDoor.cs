using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using NodaTime;

namespace MeetingHub.Web.Decks.Out;

/// <summary>
/// Who may carry what away. The threat: notes and names in a file that everybody passes on, and a link that was revoked. So
/// each download asks anew, and what the seat may not have is not in the file.
/// </summary>
internal sealed class OutDoor(
    DeckLibrary library,
    CurrentPerson current,
    MeetingLog log,
    Door door,
    FrozenDecks frozen,
    IClock clock
)
{
    /// <summary>A deck of one's own community, or null.</summary>
    public async Task<DeckRow?> Mine(Guid deckId) => await library.FindFor(await current.Find(), deckId);

    public async Task<FrozenDeck?> Mine(Guid deckId, string version) =>
        await Mine(deckId) is null ? null : await frozen.Find(deckId, version);

    /// <summary>The deck on a meeting's table, for whoever may be in its room, during the meeting and after it.</summary>
    public async Task<MeetingOutput?> At(HttpContext http, Guid meetingId)
    {
        if (await log.Find(meetingId) is not { } meeting || await door.CallerOf(http, meeting) is not { } caller)
            return null;
        var mayEnter = Attending.CannotEnter(meeting, caller, clock.GetCurrentInstant()) is null;
        if (!mayEnter && !(caller.Steers && meeting.Status is not MeetingStatus.Cancelled))
            return null;
        if (meeting.Deck is not { } placed || await frozen.Find(placed.DeckId, placed.Version) is not { } deck)
            return null;
        var owner = (await library.Find(deck.DeckId))!.CommunityId;
        var presents = mayEnter && Presenting.MayPresent(meeting, caller);
        var steersOwn = caller is { Steers: true, Side: { } side } && meeting.CommunityOf(side) == owner;
        var interprets = mayEnter && meeting.Seats[caller.SeatId!.Value].Role == SeatRole.Interpreter;
        return new(
            meeting,
            deck,
            MayMakePacks: presents || steersOwn,
            MayHavePacks: presents || steersOwn || interprets
        );
    }
}

/// <summary>The deck of a meeting and what its reader may have of it: packs hold notes and names, as the live notes do.</summary>
internal sealed record MeetingOutput(Meeting Meeting, FrozenDeck Deck, bool MayMakePacks, bool MayHavePacks);
