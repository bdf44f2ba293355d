using System.Globalization;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Log;
using MeetingHub.Web.Meetings;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Shared.Security;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Benchmarks.Live;

/// <summary>A data folder with one open meeting: a deck on the table, a presenter, and seats whose links are known here alone.</summary>
public sealed record PreparedMeeting(
    string Folder,
    Guid MeetingId,
    string PresenterSecret,
    IReadOnlyList<string> Secrets,
    IReadOnlyList<string> Slides
)
{
    /// <summary>Made once for a size, through the product's own doors; each run works on a copy.</summary>
    public static async Task<PreparedMeeting> Make(string folder, int participants)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddData(new HubSettings { DataFolder = folder });
        builder
            .Services.AddLog()
            .AddPeople()
            .AddMeetings()
            .AddScheduling()
            .AddEvidence(builder.Configuration)
            .AddDecks(builder.Configuration);
        await using var app = builder.Build();
        await app.Services.Migrate();

        var databases = app.Services.GetRequiredService<IDbContextFactory<HubDb>>();
        var (host, partner, secretary) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Invitee[] invited =
        [
            .. Enumerable.Range(0, participants + 1).Select(i => Invite(i % 2 == 0 ? Side.Host : Side.Partner, i == 0)),
        ];
        await using (var db = await databases.CreateDbContextAsync())
        {
            db.Communities.AddRange(
                Place(host, "Громада", "UA", "Europe/Kyiv", Language.Ukrainian),
                Place(partner, "Commune", "FR", "Europe/Paris", Language.French)
            );
            db.People.AddRange(invited.Select(Guest));
            await db.SaveChangesAsync();
        }

        var deck = await app.Services.GetRequiredService<DeckLibrary>().PlantDemo(host, secretary);
        var log = app.Services.GetRequiredService<MeetingLog>();
        var meeting = Guid.CreateVersion7();
        var caller = new Caller(secretary, null, Side.Host, true);
        var clock = app.Services.GetRequiredService<IClock>();
        var start = clock.GetCurrentInstant() + Duration.FromHours(1);
        var plan = new MeetingPlan(
            LocalText.Of(("en", "A full hall")),
            MeetingKind.WorkingMeeting,
            start.InUtc().LocalDateTime,
            "Europe/Kyiv",
            start,
            60,
            [],
            null,
            AdmitAutomatically: true
        );
        var scheduled = new MeetingScheduled(host, partner, Language.Ukrainian, Language.French, plan);
        await Do(log, meeting, secretary, (_, now) => Planning.Schedule(scheduled, caller, invited, now), null);
        await Do(log, meeting, secretary, (m, _) => Presenting.PlaceDeck(m, caller, deck), null);
        await Do(log, meeting, secretary, (m, _) => Attending.Open(m, caller), null);

        var links = invited.Select(i => (Id: Guid.CreateVersion7(), Seat: i, Secret: Secret.Draw())).ToList();
        await Do(
            log,
            meeting,
            secretary,
            (m, now) =>
                Decision.Of([
                    .. links.SelectMany(l =>
                        ((Accepted)Planning.IssueLink(m, caller, l.Id, l.Seat.SeatId, now + Duration.FromDays(1))).Facts
                    ),
                ]),
            db => db.JoinLinks.AddRange(links.Select(l => Row(l.Id, l.Secret, meeting, l.Seat)))
        );
        SqliteConnection.ClearAllPools(); // closed wholly, the journal is folded in, and the file can be copied
        return new PreparedMeeting(
            folder,
            meeting,
            links[0].Secret,
            [.. links.Skip(1).Select(l => l.Secret)],
            [.. deck.Slides.Select(s => s.Id)]
        );
    }

    public string PathOf(string secret) => $"/m/{MeetingId}/live?access_token={secret}";

    public string Copy(string to)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }

    private static async Task Do(
        MeetingLog log,
        Guid meeting,
        Guid by,
        Func<Meeting, Instant, Decision> decide,
        Action<HubDb>? alongside
    )
    {
        var command = new Command(by, decide) { SaysNothing = true, Alongside = (db, _) => alongside?.Invoke(db) };
        var outcome = await log.Begin(meeting, command);
        if (outcome.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.ToString());
    }

    private static Invitee Invite(Side side, bool mayPresent) =>
        new(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            side,
            SeatRole.Participant,
            mayPresent,
            side == Side.Host ? Language.Ukrainian : Language.French,
            HasAccount: false
        );

    private static Person Guest(Invitee i, int number) =>
        new()
        {
            Id = i.PersonId,
            Name = string.Create(CultureInfo.InvariantCulture, $"Guest {number}"),
            Language = i.Language,
            Zone = "Europe/Kyiv",
        };

    private static Community Place(Guid id, string name, string country, string zone, string language) =>
        new()
        {
            Id = id,
            Name = LocalText.Of((language, name)),
            Country = country,
            Zone = zone,
            Language = language,
        };

    private static JoinLinkRow Row(Guid id, string secret, Guid meeting, Invitee seat) =>
        new()
        {
            Id = id,
            Hash = Secret.HashOf(secret),
            MeetingId = meeting,
            SeatId = seat.SeatId,
            PersonId = seat.PersonId,
        };
}
