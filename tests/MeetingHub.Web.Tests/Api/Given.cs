using System.Globalization;
using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Tests.Api;

/// <summary>What the stories begin with: a meeting to schedule, a deck to show, a wording to agree.</summary>
public static class Given
{
    public const string Deck = """
        ---
        title: Школа № 4 / École n° 4
        languages: uk, fr
        ---

        # roof {.title}

        ::: uk
        ## Дах
        :::

        ::: fr
        ## Le toit
        :::
        """;

    /// <summary>No title, no languages, no slide.</summary>
    public const string FaultyDeck = "Just a text.";

    public static string NextMonth { get; } =
        SystemClock
            .Instance.GetCurrentInstant()
            .InUtc()
            .Date.PlusDays(30)
            .ToString("uuuu-MM-dd'T'15:00:00", CultureInfo.InvariantCulture);

    public static object Title { get; } = new { uk = "Дах школи", fr = "Le toit de l’école" };

    public static object Wording { get; } = new
    {
        text = new { uk = "Надіслати креслення", fr = "Envoyer les plans" },
        ownerSide = "host",
        owner = new { uk = "відділ освіти", fr = "service de l’éducation" },
        due = "2031-01-31",
    };

    public static async Task<Guid> Partner(App app) => (await app.PersonOf(App.PartnerSecretary)).CommunityId!.Value;

    public static async Task<object> Meeting(App app, object? title = null) =>
        new
        {
            title = title ?? Title,
            kind = "working_meeting",
            partnerId = await Partner(app),
            local = NextMonth,
            zone = "Europe/Kyiv",
            minutes = 45,
            agenda = new[] { new { title = Title, minutes = 20 } },
            videoLink = "https://video.example/room",
            people = new object[]
            {
                await Seat(app, App.Secretary, "secretary"),
                await Seat(app, App.Head, "head"),
                await Seat(app, App.PartnerSecretary, "secretary"),
                await Seat(app, App.PartnerHead, "head"),
                new { name = "Inès Invitée", side = "partner" },
            },
        };

    public static async Task<Guid> Scheduled(App app, HttpClient secretary) =>
        (await secretary.Post("meetings", await Meeting(app))).Id;

    /// <summary>Somebody with an account in a community that has nothing to do with the others.</summary>
    public static async Task<HttpClient> Stranger(App app)
    {
        var email = $"stranger-{Guid.NewGuid():N}@elsewhere.example";
        await app.Ask(async db =>
        {
            var community = new People.Community
            {
                Id = Guid.CreateVersion7(),
                Name = Domain.Languages.LocalText.Of(("en", "Elsewhere")),
                Country = "PL",
                Zone = "Europe/Warsaw",
                Language = "en",
            };
            db.Communities.Add(community);
            db.People.Add(
                new People.Person
                {
                    Id = Guid.CreateVersion7(),
                    Name = "A Stranger",
                    Email = email,
                    Language = "en",
                    Zone = "Europe/Warsaw",
                    CommunityId = community.Id,
                    Role = People.OrganisationRole.Administrator,
                    HasAccount = true,
                }
            );
            return await db.SaveChangesAsync();
        });
        return await app.ClientFor(email);
    }

    public static Task<int> MeetingsTitled(App app, string title) =>
        app.Ask(async (HubDb db) => (await db.Meetings.ToListAsync()).Count(m => m.Title.In("en") == title));

    private static async Task<object> Seat(App app, string email, string role) =>
        new { personId = (await app.PersonOf(email)).Id, role };
}
