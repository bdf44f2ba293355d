using System.Text.RegularExpressions;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Live;
using MeetingHub.Web.People;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence;

/// <summary>A published deck keeps its figures, and its page tells how the registers went on.</summary>
public sealed class FrozenDataTests : IAsyncLifetime
{
    private const string Text = """
        ---
        title: Збитки / Dommages
        languages: uk, fr
        ---

        # sectors

        ```data damage-by-sector
        ```

        # building

        ```data one-building
        id: S-1
        ```
        """;

    private readonly App app = new();
    private Person secretary = null!;
    private Guid izium;
    private DeckRow deck = null!;

    public async ValueTask InitializeAsync()
    {
        secretary = await app.PersonOf(App.Secretary);
        izium = secretary.CommunityId!.Value;
        await Book.Write(izium, secretary.Id, "import", [School("S-1"), School("S-2")]);
        deck = await Library.Create(izium, Text, secretary.Id);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_published_file_stays_and_the_page_tells_what_has_changed()
    {
        var version = (await Library.Publish(deck.Id, secretary.Id)).Version!;
        var before = await Json(version.Version);
        await Book.Write(izium, secretary.Id, "import", [School("S-3")]);

        Assert.Equal(before, await Json(version.Version));
        var desk = await Desk.Of(app, App.Secretary, "uk");
        var changes = (await desk.Read($"/decks/{deck.Id}")).QuerySelector("#data-changes")!.TextContent;
        var counts = Regex.Match(
            changes,
            @"Освіта й наука[^:]*: (?<then>\d+) → (?<now>\d+)",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
        Assert.Equal(int.Parse(counts.Groups["then"].Value, null) + 1, int.Parse(counts.Groups["now"].Value, null));
    }

    [Fact]
    public async Task A_word_that_changed_is_told_though_every_number_is_the_same()
    {
        await Publish("```data one-building\nid: S-1\n```", "```data top-projects\n```");
        Assert.Contains("показує те саме", await Changes(), StringComparison.Ordinal);

        await Book.Write(izium, secretary.Id, "import", [School("S-1") with { Grade = DamageGrade.Destroyed }]);
        await Book.Write(
            izium,
            secretary.Id,
            "import",
            [
                new RecoveryProject
                {
                    Id = "P-77",
                    Title = LocalText.Of(("uk", "Котельня школи")),
                    Priority = 1,
                    Ask = AskType.Expertise,
                },
            ]
        );
        var changes = await Changes();

        Assert.Contains("Ступінь: не обстежено → знищено", changes, StringComparison.Ordinal);
        Assert.Contains("Котельня школи: – →", changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_moved_is_told_though_every_text_is_the_same()
    {
        Damage At(string id, decimal latitude, decimal longitude) =>
            School(id) with
            {
                Sector = Sector.ExplosiveHazard,
                Access = Access.Open,
                Point = new(latitude, longitude),
                Precision = GeoPrecision.Exact,
            };
        await Book.Write(izium, secretary.Id, "import", [At("S-1", 49.5m, 24), At("S-2", 48, 30)]);
        await Publish("```data places\nsectors: explosive_hazard\n```");
        Assert.Contains("показує те саме", await Changes(), StringComparison.Ordinal);

        await Book.Write(izium, secretary.Id, "import", [At("S-1", 50, 25)]);

        Assert.Contains("виглядав би інакше", await Changes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_building_that_nobody_named_is_told_before_publishing_and_when_it_gives_way_to_another()
    {
        await Library.Save(deck.Id, deck.Revision, Text.Replace("id: S-1", "", StringComparison.Ordinal), secretary.Id);
        await Book.Write(izium, secretary.Id, "import", [School("S-1") with { ServedBefore = 2_000_000 }]);
        var desk = await Desk.Of(app, App.Secretary, "uk");
        Assert.Contains(
            "id: S-1",
            (await desk.Read($"/decks/{deck.Id}")).QuerySelector("#before-publishing")!.TextContent,
            StringComparison.Ordinal
        );

        await Library.Publish(deck.Id, secretary.Id);
        await Book.Write(izium, secretary.Id, "import", [School("S-2") with { ServedBefore = 3_000_000 }]);
        var changes = (await desk.Read($"/decks/{deck.Id}")).QuerySelector("#data-changes")!.TextContent;
        Assert.Contains("Школа S-2", changes, StringComparison.Ordinal);
        Assert.Contains("інший об’єкт", changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_building_is_not_told_as_picked()
    {
        var desk = await Desk.Of(app, App.Secretary, "uk");
        Assert.DoesNotContain(
            "id: S-1",
            (await desk.Read($"/decks/{deck.Id}")).QuerySelector("#before-publishing")?.TextContent ?? "",
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_same_data_published_again_are_the_same_version()
    {
        var first = (await Library.Publish(deck.Id, secretary.Id)).Version!;
        await Book.Write(izium, secretary.Id, "import", [School("S-2")]);

        Assert.Equal(first.Version, (await Library.Publish(deck.Id, secretary.Id)).Version!.Version);
    }

    [Fact]
    public async Task Published_by_two_at_once_it_is_one_version_and_nobody_meets_a_fault()
    {
        var all = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => Library.Publish(deck.Id, secretary.Id)))
        );

        Assert.Single(all.Select(p => p.Version!.Version).Distinct());
        Assert.Single(await Library.VersionsOf(deck.Id));
    }

    [Fact]
    public async Task A_withdrawn_slide_is_in_no_page_that_kept_it_in_memory()
    {
        var version = (await Library.Publish(deck.Id, secretary.Id)).Version!.Version;
        var pages = app.Services.GetRequiredService<DeckPages>();
        Assert.NotNull(await pages.Find(version, "sectors", "uk"));

        await Library.Withdraw(deck.Id, version, secretary.Id);

        Assert.Null(await pages.Find(version, "sectors", "uk"));
    }

    [Fact]
    public async Task Markup_in_a_row_is_words_on_slides_paper_and_in_the_offline_file()
    {
        const string hostile = "<img src=x onerror=alert(1)>\"'&</text><script>alert(2)</script>";
        await Book.Write(
            izium,
            secretary.Id,
            "import",
            [
                School("S-1") with
                {
                    Name = LocalText.Of(("uk", hostile), ("fr", hostile)),
                    PublicPlace = hostile,
                    Source = new(hostile, null, null),
                    Point = new(49.2m, 37.2m),
                    Precision = GeoPrecision.Exact,
                },
            ]
        );
        await Publish("```data one-building\nid: S-1\n```", "```data places\n```", "```data damage-by-sector\n```");
        var version = (await Library.VersionsOf(deck.Id))[0].Version;
        var desk = await Desk.Of(app, App.Secretary, "uk");

        var page = await desk.Read($"/decks/{deck.Id}/versions/{version}/offline.html?language=uk");
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.DoesNotContain(page.All, e => e.HasAttribute("onerror"));
        Assert.Contains(hostile, page.Body!.TextContent, StringComparison.Ordinal);
        var preview = await desk.Read($"/decks/{deck.Id}");
        Assert.DoesNotContain(preview.All, e => e.HasAttribute("onerror"));
        var sent = Regex.Unescape(await Json(version));
        Assert.Contains("&lt;script&gt;alert(2)", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hand_out_says_where_a_figure_comes_from()
    {
        await Book.Write(
            izium,
            secretary.Id,
            "import",
            [School("S-1") with { Source = new("Акт комісії 7", null, new LocalDate(2022, 12, 1)) }]
        );
        await Publish("```data one-building\nid: S-1\n```");
        var version = (await Library.VersionsOf(deck.Id))[0].Version;
        var client = await app.ClientFor(App.Secretary);

        var pdf = await client.GetByteArrayAsync(
            $"/decks/{deck.Id}/versions/{version}/handout.pdf?language=uk",
            TestContext.Current.CancellationToken
        );

        Assert.Contains("Акт комісії 7", Decks.Out.Frozen.TextOf(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_that_nobody_could_read_are_refused_and_none_of_them_costs_time()
    {
        var blocks = string.Concat(Enumerable.Range(0, 200).Select(i => $"```data places\ntitle-uk: {i}\n```\n\n"));
        var compiled = await Library.Compile(deck.Id, $"---\ntitle: a / b\nlanguages: uk, fr\n---\n\n# s\n\n{blocks}");

        Assert.NotEmpty(compiled.Problems);
        Assert.All(compiled.Problems, p => Assert.Equal(Domain.Decks.DeckProblem.DataMany, p.Code));
    }

    [Fact]
    public async Task A_restricted_row_is_in_no_byte_of_a_deck()
    {
        var secret = School("S-9") with
        {
            Name = LocalText.Of(("uk", "Таємнаназва"), ("fr", "Nomsecret")),
            Sector = Sector.Energy,
            Access = Access.Restricted,
            NeedAmount = 987654321,
            Currency = "UAH",
        };
        await Book.Write(izium, secretary.Id, "import", [secret]);
        var version = (await Library.Publish(deck.Id, secretary.Id)).Version!;

        var json = await Json(version.Version);
        foreach (var mark in new[] { "S-9", "Таємна", "Nomsecret", "987", "Енергетика", "Énergie" })
        {
            Assert.DoesNotContain(mark, json, StringComparison.Ordinal);
            Assert.DoesNotContain(mark, version.Frozen!, StringComparison.Ordinal);
        }
    }

    private async Task Publish(params string[] blocks)
    {
        var slides = string.Concat(blocks.Select((block, i) => $"\n# s-{i}\n\n{block}\n"));
        var text = $"---\ntitle: Збитки / Dommages\nlanguages: uk, fr\n---\n{slides}";
        await Library.Save(deck.Id, deck.Revision, text, secretary.Id);
        Assert.Empty((await Library.Publish(deck.Id, secretary.Id)).Problems);
    }

    private async Task<string> Changes() =>
        (await (await Desk.Of(app, App.Secretary, "uk")).Read($"/decks/{deck.Id}"))
            .QuerySelector("#data-changes")!
            .TextContent;

    private RegisterBook Book => app.Services.GetRequiredService<RegisterBook>();
    private DeckLibrary Library => app.Services.GetRequiredService<DeckLibrary>();

    private static Damage School(string id) =>
        new()
        {
            Id = id,
            Sector = Sector.EducationScience,
            Name = LocalText.Of(("uk", $"Школа {id}"), ("fr", $"École {id}")),
        };

    private async Task<string> Json(string version)
    {
        using var client = app.CreateClient();
        return await client.GetStringAsync(new Uri($"/files/{version}", UriKind.Relative));
    }
}
