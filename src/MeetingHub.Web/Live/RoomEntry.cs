using System.Text.Json;
using MeetingHub.Domain;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Live;

/// <summary>What a live page is made of, and whether this caller may have it.</summary>
public sealed record RoomEntry(
    Meeting Meeting,
    Caller Caller,
    Refusal? Refusal,
    Community Host,
    Community Partner,
    string Language,
    DeckPages.Page? Slide
)
{
    /// <summary>There is a slide to show, and its deck has been taken back.</summary>
    public bool IsWithdrawn => Refusal is null && Slide is null && Meeting is { Deck: not null, SlideId: not null };

    public bool Waits => Refusal == Domain.Meetings.Refusal.NotAdmitted;

    /// <summary>All that the page's script needs, as JSON that is safe inside a script element.</summary>
    public string Data() =>
        EventJson.Write(
            new
            {
                MeetingId = Meeting.Id,
                Language,
                Texts = RoomTexts.All,
                Agenda = Waits ? [] : Meeting.Plan.Agenda,
                Sides = new Dictionary<string, LocalText>
                {
                    [Code.Of(Side.Host)] = Host.Name,
                    [Code.Of(Side.Partner)] = Partner.Name,
                },
                SideLanguages = new Dictionary<string, string>
                {
                    [Code.Of(Side.Host)] = Meeting.HostLanguage,
                    [Code.Of(Side.Partner)] = Meeting.PartnerLanguage,
                },
                Meeting.Plan.Minutes,
                Meeting.Plan.Zone,
                ZoneName = Domain.Languages.Language.All.ToDictionary(l => l, l => Times.In(l).Zone(Meeting.Plan.Zone)),
            }
        );
}

/// <summary>Opens live pages: the same door for participant, presenter and chamber.</summary>
public sealed class RoomEntries(MeetingLog log, Door door, HubDb db, DeckPages pages, Texts texts, IClock clock)
{
    public async Task<RoomEntry?> For(HttpContext http, Guid meetingId)
    {
        if (
            await log.Find(meetingId) is not { } meeting
            || await door.CallerOf(http, meeting) is not { } caller
            || (caller.SeatId is null && !caller.Steers)
        )
            return null;

        var refusal = caller.SeatId is null ? null : Attending.CannotEnter(meeting, caller, clock.GetCurrentInstant());
        if (refusal is not null and not Refusal.NotAdmitted)
            return null;
        var communities = await db.Communities.AsNoTracking().ToDictionaryAsync(c => c.Id);
        var language = texts.Language;
        var slide =
            refusal is null && meeting is { Deck: { } deck, IsDeckWithdrawn: false, SlideId: { } id }
                ? await pages.Find(deck.Version, id, language)
                : null;
        return new RoomEntry(
            meeting,
            caller,
            refusal,
            communities[meeting.HostId],
            communities[meeting.PartnerId],
            language,
            slide
        );
    }
}

/// <summary>The texts of the live pages in every language at once: changing it asks the network for nothing.</summary>
public static class RoomTexts
{
    private static readonly string[] Families = ["live.", "still.", "action_status.", "refusal."];

    public static IReadOnlyDictionary<string, Dictionary<string, string>> All { get; } =
        Domain.Languages.Language.All.ToDictionary(
            l => l,
            l => Texts.In(l).Starting(Families).ToDictionary(t => t.Key, t => t.Value)
        );
}
