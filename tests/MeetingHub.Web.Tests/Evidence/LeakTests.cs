using System.Net.Http.Json;
using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Evidence.Pictures;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.People;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Serilog.Core;
using SkiaSharp;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence;

/// <summary>A restricted row and its picture are in no byte that leaves, by whatever way and to whomever.</summary>
public sealed class LeakTests : IAsyncLifetime
{
    private static readonly string[] Views =
    [
        .. (string[])["damage-by-sector", "grades", "needs-funded-gap", "pipeline", "timeline"],
        .. (string[])["funding-by-source", "top-projects", "one-building", "big-number", "places"],
    ];

    private static readonly string[] Marks =
    [
        .. (string[])["LEAK-D7731", "LEAK-P7731", "LEAK-F7731", "LEAK-L1", "LEAK-L2", "LEAK-LATER", "LEAK-DREAM"],
        .. (string[])["Прихованакотельня", "Chaufferiecachée", "Hiddenboiler", "Маркернавулиця", "Таємнийпроєкт"],
        .. (string[])
            [
                "Потайнийдонор",
                "Прихованийзнімок",
                "leak-source.example",
                "773123",
                "48.7654",
                "48.765",
                "36.5432",
                "36.543",
            ],
    ];

    private readonly FakeClock clock = new(Instant.FromUtc(2023, 1, 15, 9, 0));
    private readonly WhatLeaves leaves = new();
    private readonly App app;
    private Person secretary = null!;
    private Person head = null!;
    private Guid izium;

    public LeakTests() => app = new App { Clock = clock, Instead = s => s.AddSingleton<ILogEventSink>(leaves) };

    public async ValueTask InitializeAsync()
    {
        (secretary, head) = (await app.PersonOf(App.Secretary), await app.PersonOf(App.Head));
        izium = secretary.CommunityId!.Value;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_leaves_is_to_the_byte_what_it_would_be_without_the_guarded_rows()
    {
        var deck = (await Library.Create(izium, Deck, secretary.Id)).Id;
        var before = await Outputs(deck);
        await Hide();

        var after = await Outputs(deck);

        Assert.Equal(before.Version, after.Version); // the hash of every byte of the deck's file
        Assert.Equal(before.Leaves.Everything(), after.Leaves.Everything());
    }

    [Fact]
    public async Task No_mark_of_a_guarded_row_or_picture_is_in_what_leaves()
    {
        var picture = await Hide();
        var deck = (await Library.Create(izium, Deck, secretary.Id)).Id;
        var outputs = await Outputs(deck);
        await Work(picture);
        foreach (var email in new[] { App.PartnerSecretary, App.PartnerHead })
            await Try(await app.ClientFor(email), picture, deck, outputs.Version);
        await Try(app.CreateClient(new() { AllowAutoRedirect = false }), picture, deck, outputs.Version);
        leaves.AddFolder(Path.Combine(app.DataFolder, "files"));
        leaves.AddFolder(Path.Combine(app.DataFolder, "outbox"));

        var bytes = app.Services.GetRequiredService<GuardedFiles>().Read(picture.File);
        string[] all = [.. Marks, picture.File[..32], WhatLeaves.HashOf(bytes)];
        Assert.True(leaves.Count > 100);
        leaves.HasNone(all);
        outputs.Leaves.HasNone(all);
    }

    [Fact]
    public async Task The_search_finds_what_is_shown()
    {
        var deck = (await Library.Create(izium, Deck, secretary.Id)).Id;
        var shown = (await Book.Public(izium)).Damages[0];

        var outputs = await Outputs(deck);

        Assert.ThrowsAny<Exception>(() => outputs.Leaves.HasNone(shown.Id));
        Assert.ThrowsAny<Exception>(() => outputs.Leaves.HasNone(shown.Name.In("fr")[..8]));
    }

    private const string Front = "---\ntitle: А / B / C\nlanguages: uk, fr, en\n---\n";

    private static string Deck =>
        Front + string.Concat(Views.Select((view, i) => $"\n# s{i}\n\n```data {view}\n```\n"));

    private RegisterBook Book => app.Services.GetRequiredService<RegisterBook>();
    private DeckLibrary Library => app.Services.GetRequiredService<DeckLibrary>();
    private EvidencePictures Pictures => app.Services.GetRequiredService<EvidencePictures>();

    /// <summary>All that the community's own people can carry out of what may be shown.</summary>
    private async Task<(string Version, WhatLeaves Leaves)> Outputs(Guid deck)
    {
        var taken = new WhatLeaves();
        var published = await Library.Publish(deck, secretary.Id);
        Assert.Empty(published.Problems.Select(p => $"{p.Code} {string.Join(' ', p.Args)}"));
        var version = published.Version!;
        taken.Add("frozen", version.Frozen!);
        var own = await app.ClientFor(App.Secretary);
        foreach (
            var file in new[]
            {
                "registers.xlsx",
                "places.geojson",
                "projects.oc4ids.json",
                "damages.csv",
                "projects.csv",
                "funding.csv",
            }
        )
            await taken.Ask(own, $"/evidence/export/{file}");
        await taken.Ask(own, "/evidence/map/points");
        await taken.Ask(own, $"/files/{version.Version}");
        foreach (var language in Language.All)
        {
            await taken.Ask(own, $"/decks/{deck}/versions/{version.Version}/handout.pdf?language={language}");
            await taken.Ask(own, $"/decks/{deck}/versions/{version.Version}/offline.html?language={language}");
            foreach (var view in Views)
                await taken.Ask(own, $"/api/v1/views/{view}?language={language}");
        }

        return (version.Version, taken);
    }

    /// <summary>The community's own people at their work, each step of which writes to the log.</summary>
    private async Task Work(EvidencePicture picture)
    {
        var own = await app.ClientFor(App.Secretary);
        foreach (
            var path in new[]
            {
                "/evidence/damages?Words=LEAK-D7731",
                "/evidence/damages/row?id=LEAK-D7731",
                "/evidence/damages/edit?id=LEAK-D7731",
                "/evidence/releases",
                $"/evidence/pictures/{picture.Id}",
                "/api/v1/registers/damages/LEAK-D7731/history",
            }
        )
        {
            using var answer = await own.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, path);
            Assert.Contains("no-store", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        }

        using var bad = new StringContent(
            "[{\"damage_id\":\"LEAK-D7731\",",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        await own.PostAsync("/api/v1/registers/damages", bad);
        await own.PostAsJsonAsync("/api/v1/registers/damages/LEAK-D7731/releases", new { access = "open" });
    }

    /// <summary>Every door, by somebody who may not.</summary>
    private async Task Try(HttpClient client, EvidencePicture picture, Guid deck, string version)
    {
        var release = (await app.Services.GetRequiredService<ReleaseDesk>().Waiting(izium))[0].Id;
        var meeting = await app.DemoMeeting;
        string[] paths =
        [
            "/evidence?Words=7731",
            "/evidence/projects?Words=7731",
            "/evidence/damages/row?id=LEAK-D7731",
            "/evidence/damages/edit?id=LEAK-D7731",
            "/evidence/releases",
            "/evidence/map?everything=true",
            "/evidence/map/points?everything=true",
            "/evidence/export",
            "/evidence/export/registers.xlsx",
            "/evidence/export/damages.csv",
            "/evidence/export/places.geojson",
            $"/evidence/pictures/{picture.Id}",
            $"/files/{picture.File}",
            $"/decks/{deck}",
            $"/decks/{deck}/text",
            $"/decks/{deck}/bundle.zip",
            $"/decks/{deck}/versions/{version}/handout.pdf",
            $"/decks/{deck}/versions/{version}/offline.html",
            $"/files/{version}",
            $"/m/{meeting}",
            $"/m/{meeting}/chamber",
            $"/m/{meeting}/present",
            $"/m/{meeting}/notes",
            $"/m/{meeting}/record",
            $"/m/{meeting}/deck/handout.pdf",
            $"/m/{meeting}/deck/offline.html",
            $"/meetings/{meeting}",
            "/decks",
            "/api/v1/decks",
            $"/api/v1/decks/{deck}",
            "/api/v1/registers/damages?words=7731",
            "/api/v1/registers/damages?access=restricted",
            "/api/v1/registers/projects",
            "/api/v1/registers/funding",
            "/api/v1/releases",
            "/api/v1/views/one-building",
            "/api/v1/views/places",
            "/api/v1/meetings",
            "/openapi/v1.json",
        ];
        foreach (var path in paths)
            await leaves.Ask(client, path);
        foreach (var row in new[] { "damages/LEAK-D7731", "projects/LEAK-P7731", "funding/LEAK-F7731" })
        {
            await leaves.Ask(client, $"/api/v1/registers/{row}");
            await leaves.Ask(client, $"/api/v1/registers/{row}/history");
        }

        await leaves.Ask(client, $"/api/v1/releases/{release}/confirm", HttpMethod.Post);
        await leaves.Ask(client, $"/api/v1/releases/{release}/decline", HttpMethod.Post);
        Assert.Contains(await app.Services.GetRequiredService<ReleaseDesk>().Waiting(izium), r => r.Id == release);
    }

    private async Task<EvidencePicture> Hide()
    {
        await Book.Write(izium, secretary.Id, "import", Rows);
        await app
            .Services.GetRequiredService<ReleaseDesk>()
            .Ask(izium, secretary.Id, Register.Damages, "LEAK-D7731", Access.Open, null, "Прихованакотельня");
        var wanted = new EvidencePicture
        {
            Id = Guid.CreateVersion7(),
            CommunityId = izium,
            Register = Register.Damages,
            Key = "LEAK-D7731",
            Kind = PictureKind.Damaged,
            File = "",
            Width = 0,
            Height = 0,
            Alt = LocalText.Of(("uk", "Прихованийзнімок")),
            AddedBy = secretary.Id,
            AddedAt = default,
        };
        Assert.Null(await Pictures.Add(wanted, "LEAK-D7731.png", Photographs.Png(SKColors.Firebrick)));
        Assert.Null(await Pictures.Confirm(izium, head, wanted.Id));
        return (await Pictures.Find(izium, wanted.Id))!;
    }

    private static IReadOnlyList<IEntry> Rows =>
        [
            Guarded("LEAK-D7731") with
            {
                Sector = Sector.Energy,
                Name = LocalText.Of(("uk", "Прихованакотельня"), ("fr", "Chaufferiecachée"), ("en", "Hiddenboiler")),
                Access = Access.Restricted,
            },
            Guarded("LEAK-LATER") with
            {
                ReleaseAfter = new LocalDate(2023, 1, 16),
            },
            Guarded("LEAK-L1") with
            {
                Sector = Sector.FinanceBanking,
                Access = Access.Limited,
            },
            Guarded("LEAK-L2") with
            {
                Sector = Sector.FinanceBanking,
                Access = Access.Limited,
            },
            new RecoveryProject
            {
                Id = "LEAK-P7731",
                DreamId = "LEAK-DREAM",
                Title = LocalText.Of(("uk", "Таємнийпроєкт")),
                DamageIds = ["LEAK-D7731"],
                Point = new(48.7654m, 36.5432m),
                CostTotal = 77312345,
                Currency = "UAH",
                Priority = 1,
                Start = new LocalDate(2022, 1, 1),
                End = new LocalDate(2031, 12, 31),
                SourceUrl = "https://leak-source.example/",
                Access = Access.Restricted,
            },
            new Funding
            {
                Id = "LEAK-F7731",
                ProjectId = "LEAK-P7731",
                Party = "Потайнийдонор",
                Amount = 77312355,
                Currency = "UAH",
                State = FundingState.Committed,
            },
        ];

    private static Damage Guarded(string id) =>
        new()
        {
            Id = id,
            Sector = Sector.Housing,
            Name = LocalText.Of(("uk", "Прихованакотельня")),
            PublicPlace = "Маркернавулиця",
            Point = new(48.7654m, 36.5432m),
            Precision = GeoPrecision.Exact,
            DamageAmount = 77312345,
            NeedAmount = 77312346,
            Currency = "UAH",
            ServedBefore = 7731234,
            Source = new("leak-source.example", "https://leak-source.example/", new LocalDate(2023, 1, 14)),
            DamagedFrom = new LocalDate(2014, 2, 20),
            UpdatedAt = new LocalDate(2023, 1, 15),
        };
}
