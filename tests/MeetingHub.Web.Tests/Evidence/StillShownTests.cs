using System.Net;
using AngleSharp.Html.Dom;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Figures;
using MeetingHub.Web.People;
using MeetingHub.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence;

/// <summary>What is guarded after it was published is told wherever somebody could act on it.</summary>
public sealed class StillShownTests : IAsyncLifetime
{
    private const string Text = """
        ---
        title: Наша школа / Notre école
        languages: uk, fr
        ---

        # building

        ```data one-building
        id: S-1
        ```
        """;

    private readonly App app = new();
    private Person secretary = null!;
    private Guid izium;
    private Guid meeting;
    private DeckRow deck = null!;
    private string version = "";
    private Desk desk = null!;

    public async ValueTask InitializeAsync()
    {
        secretary = await app.PersonOf(App.Secretary);
        izium = secretary.CommunityId!.Value;
        meeting = await app.DemoMeeting;
        await Book.Write(izium, secretary.Id, "import", [School("S-1"), School("S-2")]);
        deck = await Library.Create(izium, Text, secretary.Id);
        version = (await Library.Publish(deck.Id, secretary.Id)).Version!.Version;
        desk = await Desk.Of(app, App.Secretary, "uk");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Whoever_guards_a_row_is_told_at_once_by_name_where_it_stands_and_can_take_it_back_there()
    {
        await Place();
        var form = await desk.Read("/evidence/damages/edit?id=S-1");
        var row = await desk.Send(form, "main form", ("access", "restricted"));

        var told = row.QuerySelector("#still-shown[role=alert]")!;
        Assert.Contains("Наша школа", told.TextContent, StringComparison.Ordinal);
        Assert.Contains("Школа S-1", told.TextContent, StringComparison.Ordinal);
        Assert.NotNull(told.QuerySelector($"a[href='/meetings/{meeting}']"));
        var after = await desk.Send(row, "#still-shown form");

        Assert.Null(after.QuerySelector("#still-shown"));
        Assert.Equal(HttpStatusCode.NotFound, await Fetched(version));
        Assert.Empty(await Library.VersionsOf(deck.Id));
    }

    [Theory]
    [InlineData("/meetings")]
    [InlineData("/meetings/{meeting}")]
    [InlineData("/evidence")]
    [InlineData("/evidence/releases")]
    [InlineData("/decks/{deck}")]
    public async Task It_is_told_on_every_page_where_somebody_looks_after_meetings_registers_or_decks(string page)
    {
        await Place();
        var path = page.Replace("{meeting}", $"{meeting}", StringComparison.Ordinal)
            .Replace("{deck}", $"{deck.Id}", StringComparison.Ordinal);
        Assert.DoesNotContain(Alerts(await desk.Read(path)), a => a.Contains("показу", StringComparison.Ordinal));

        await Guard();

        Assert.Contains(Alerts(await desk.Read(path)), a => a.Contains("досі показу", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_decks_that_say_the_same_are_told_and_withdrawn_one_by_one()
    {
        var copy = await Library.Create(izium, Text, secretary.Id);
        Assert.Equal(version, (await Library.Publish(copy.Id, secretary.Id)).Version!.Version);
        await Guard();

        var page = await desk.Read("/evidence/releases");
        Assert.Equal(2, page.QuerySelectorAll("#still-shown form").Length);
        var after = await desk.Send(page, $"#still-shown input[value^='withdraw-{deck.Id:N}']");

        Assert.Single(after.QuerySelectorAll("#still-shown form"));
        Assert.Equal(HttpStatusCode.OK, await Fetched(version));
        await desk.Send(after, "#still-shown form");
        Assert.Equal(HttpStatusCode.NotFound, await Fetched(version));
    }

    [Fact]
    public async Task The_other_side_is_not_told_what_is_guarded()
    {
        await Place();
        await Guard();
        var other = await Desk.Of(app, App.PartnerSecretary, "fr");

        var page = await other.Read($"/meetings/{meeting}");

        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Null(page.QuerySelector("#still-shown"));
        Assert.DoesNotContain("S-1", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_put_on_no_table_any_more_until_it_is_published_anew()
    {
        await Guard();
        var refused = await Place();
        Assert.Contains(
            "опублікуйте її знову",
            refused.QuerySelector("[role=alert], .notice")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotEqual(version, (await app.Meeting(meeting))!.Deck!.Version);

        await Library.Save(deck.Id, deck.Revision, Text.Replace("S-1", "S-2", StringComparison.Ordinal), secretary.Id);
        var anew = (await Library.Publish(deck.Id, secretary.Id)).Version!.Version;
        await Place();

        Assert.Equal(anew, (await app.Meeting(meeting))!.Deck!.Version);
    }

    [Fact]
    public async Task A_meeting_whose_version_was_withdrawn_says_so_and_takes_the_next_one_by_one_press()
    {
        await Place();
        await Library.Withdraw(deck.Id, version, secretary.Id);
        Assert.Contains(
            Alerts(await desk.Read($"/meetings/{meeting}")),
            a => a.Contains("відкликано", StringComparison.Ordinal)
        );
        await Library.Save(deck.Id, deck.Revision, Text.Replace("S-1", "S-2", StringComparison.Ordinal), secretary.Id);
        var anew = (await Library.Publish(deck.Id, secretary.Id)).Version!.Version;

        var page = await desk.Read($"/meetings/{meeting}");
        var after = await desk.Send(page, "input[name=_handler][value=newer]");

        Assert.Equal(anew, (await app.Meeting(meeting))!.Deck!.Version);
        Assert.DoesNotContain(Alerts(after), a => a.Contains("відкликано", StringComparison.Ordinal));
        Assert.Null(after.QuerySelector("input[name=_handler][value=newer]"));
    }

    [Fact]
    public async Task A_program_sees_it_and_withdraws_it_with_the_interpreters_packs()
    {
        await desk.Send(await desk.Read($"/decks/{deck.Id}"), "form[action$='/packs']");
        Assert.NotEmpty(Packs());
        await Guard();
        var program = await app.ClientFor(App.Secretary);

        var versions = await program.Ask($"decks/{deck.Id}/versions");
        Assert.Equal("damages/S-1", versions.Body[0].GetProperty("showsGuarded").EnumerateArray().Single().GetString());
        using var gone = await program.DeleteAsync(
            $"/api/v1/decks/{deck.Id}/versions/{version}",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Empty(Packs());
        Assert.Null((await desk.Read($"/decks/{deck.Id}")).QuerySelector("a[href$='/pack.zip']"));
    }

    [Theory]
    [InlineData("damage-by-sector")]
    [InlineData("grades")]
    [InlineData("big-number", "sectors: health")]
    public async Task A_sum_that_is_one_rows_alone_shows_that_row(string view, string option = "")
    {
        await Book.Write(
            izium,
            secretary.Id,
            "import",
            [School("H-1") with { Sector = Sector.Health, Grade = DamageGrade.Minor }]
        );
        // Alone in its sector, and the only one of its grade: the demo's own are told as something else.
        foreach (var other in (await Book.All(izium)).Damages.Where(d => d.Id != "H-1"))
        {
            await Book.Write(
                izium,
                secretary.Id,
                "import",
                [other with { Sector = Sector.Housing, Grade = DamageGrade.Severe }]
            );
        }

        var sums = await Library.Create(
            izium,
            $"---\ntitle: Сума / Somme\nlanguages: uk, fr\n---\n\n# sum\n\n```data {view}\n{option}\n```\n",
            secretary.Id
        );
        var frozen = (await Library.Publish(sums.Id, secretary.Id)).Version!.Version;
        var row = (await Book.Find(izium, Register.Damages, "H-1"))!;
        await Book.Save(
            izium,
            secretary.Id,
            "edit",
            RegisterBook.Entry(row).With(Access.Restricted, null),
            row.Revision
        );

        var still = await app.Services.GetRequiredService<StillShown>().Of(izium);

        Assert.Equal(["damages/H-1"], still.Single(s => s.Version == frozen).Rows);
    }

    private RegisterBook Book => app.Services.GetRequiredService<RegisterBook>();
    private DeckLibrary Library => app.Services.GetRequiredService<DeckLibrary>();

    private async Task<IHtmlDocument> Place() =>
        await desk.Send(await desk.Read($"/meetings/{meeting}"), "select[name=DeckId]", ("DeckId", deck.Id.ToString()));

    private string[] Packs() => Directory.GetFiles(Path.Combine(app.DataFolder, "files"), $"{version}*.zip");

    private Task<RegisterBook.Saved> Guard() =>
        Book.Save(izium, secretary.Id, "edit", School("S-1") with { Access = Access.Restricted }, 1);

    private async Task<HttpStatusCode> Fetched(string file)
    {
        using var client = app.CreateClient();
        using var response = await client.GetAsync(new Uri($"/files/{file}", UriKind.Relative));
        return response.StatusCode;
    }

    private static IEnumerable<string> Alerts(IHtmlDocument page) =>
        page.QuerySelectorAll("[role=alert]").Select(a => a.TextContent);

    private static Damage School(string id) =>
        new()
        {
            Id = id,
            Sector = Sector.EducationScience,
            Name = LocalText.Of(("uk", $"Школа {id}"), ("fr", $"École {id}")),
        };
}
