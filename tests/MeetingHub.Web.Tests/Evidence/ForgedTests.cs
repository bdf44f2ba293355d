using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.People;
using MeetingHub.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence;

/// <summary>Forms and requests that no page of ours makes.</summary>
public sealed class ForgedTests : IAsyncLifetime
{
    private const string Row = "/evidence/damages/row?id=S-1";
    private const string Edit = "/evidence/damages/edit?id=S-1";
    private readonly App app = new()
    {
        Settings = new Dictionary<string, string> { ["Map:TileAddress"] = Tiles, ["Map:Attribution"] = "T" },
    };
    private Person secretary = null!;
    private Guid izium;

    public async ValueTask InitializeAsync()
    {
        secretary = await app.PersonOf(App.Secretary);
        izium = secretary.CommunityId!.Value;
        await Book.Write(izium, secretary.Id, "import", [School]);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("-1")]
    [InlineData("-2147483648")]
    [InlineData("7")]
    public async Task No_revision_that_was_never_seen_is_written_over(string revision)
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read(Edit);

        await desk.Send(page, "form:has([name=Revision])", ("Revision", revision), ("cell.object_type", "forged"));

        Assert.Null((await Now()).ObjectType);
    }

    [Theory]
    [InlineData(App.Interpreter)]
    [InlineData(App.PartnerSecretary)]
    [InlineData(App.PartnerHead)]
    public async Task Who_may_not_change_a_row_does_not_by_a_forged_form_either(string email)
    {
        var desk = await Desk.Of(app, email);
        await Book.Save(izium, secretary.Id, "edit", School with { Access = Access.Restricted }, 1);

        await Send(desk, Row, ("_handler", "remove"), ("Revision", "2"));
        await Send(desk, Row, ("_handler", "restore-1"));
        await Send(desk, Row, ("_handler", "ask"), ("To", "Open"), ("Reason", "forged"));
        await Send(desk, Row, ("_handler", "picture"), ("Kind", "Damaged"));
        await Send(
            desk,
            Edit,
            ("_handler", "row"),
            ("Revision", "2"),
            ("cell.damage_id", "S-1"),
            ("cell.rdna_sector", "health")
        );
        await Send(
            desk,
            "/evidence/damages/edit",
            ("_handler", "row"),
            ("Revision", "0"),
            ("cell.damage_id", "X-1"),
            ("cell.rdna_sector", "health")
        );
        await Send(desk, "/evidence/export/everything", ("Format", "xlsx"), ("Confirmed", "true"));
        // The others take away everything of a community of their own.
        Assert.Equal(email == App.Interpreter ? HttpStatusCode.NotFound : HttpStatusCode.OK, desk.Status);
        await Send(desk, "/evidence/bring", ("_handler", "bring"), ("Form.Act", "write"), ("Form.Token", "x"));
        await Send(desk, "/evidence/boundaries", ("_handler", "add"), ("Form.Source", "x"), ("Form.Licence", "x"));

        var row = (await Book.Find(izium, Register.Damages, "S-1"))!;
        Assert.Equal((2, false, Access.Restricted), (row.Revision, row.IsRemoved, row.Access));
        Assert.Null(await Book.Find(izium, Register.Damages, "X-1"));
        Assert.DoesNotContain(await Releases.Waiting(izium), r => r.Key == "S-1");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("99")]
    [InlineData("Open,Restricted")]
    public async Task An_access_that_there_is_not_cannot_be_asked_for(string access)
    {
        await Book.Save(izium, secretary.Id, "edit", School with { Access = Access.Restricted }, 1);
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read(Row);

        await desk.Send(page, "form:has([name=To])", ("To", access));

        var asked = (await Releases.Waiting(izium)).Where(r => r.Key == "S-1");
        Assert.All(asked, r => Assert.True(Enum.IsDefined(r.Access)));
        await desk.Read("/evidence/releases");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Equal(
            Refusal.NotFound,
            await Releases.Ask(izium, secretary.Id, Register.Damages, "S-1", (Access)(-1), null, null)
        );
    }

    [Fact]
    public async Task A_picture_of_a_kind_that_there_is_not_breaks_no_page()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read(Row);

        await desk.SendFile(
            page,
            "form[enctype='multipart/form-data']",
            ("Picture", "a.png", Photographs.Png(SkiaSharp.SKColors.Teal)),
            ("Kind", "99")
        );

        page = await desk.Read(Row);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Null(page.QuerySelector(".thumbs img"));
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("[{\"damage_id\":null}]")]
    [InlineData("[{\"damage_id\":\"A\",\"rdna_sector\":\"energy\",\"lat\":\"1e999\"}]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[[[[[[")]
    public async Task Odd_rows_from_a_program_are_refused_and_never_a_fault_of_ours(string body)
    {
        var client = await app.ClientFor(App.Secretary);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync("/api/v1/registers/damages", content);

        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Fact]
    public async Task Odd_pages_of_rows_are_pages()
    {
        var client = await app.ClientFor(App.Secretary);
        foreach (var page in new[] { "-5", "0", "2147483647", "-2147483648" })
            Assert.Equal(HttpStatusCode.OK, (await client.Ask($"registers/damages?page={page}")).Status);
        foreach (var odd in new[] { "registers/people", "registers/0", "registers/damages,projects" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.Ask(odd)).Status);
    }

    [Fact]
    public async Task What_says_nothing_of_access_asks_nobody_to_open_what_is_guarded()
    {
        var guarded = School with { Access = Access.Restricted, ReleaseAfter = new LocalDate(2040, 1, 1) };
        await Book.Save(izium, secretary.Id, "edit", guarded, 1);
        var client = await app.ClientFor(App.Secretary);
        var row = new Dictionary<string, string?>
        {
            ["damage_id"] = "S-1",
            ["rdna_sector"] = "education_science",
            ["name_uk"] = "Інша",
        };

        var bulk = await client.Post("registers/damages", new[] { row });
        Assert.Equal(0, bulk.Body.GetProperty("awaitRelease").GetArrayLength());
        row["name_uk"] = "Ще інша";
        var put = await client.Say(HttpMethod.Put, "registers/damages/S-1", JsonContent.Create(row), match: "\"3\"");

        Assert.Equal(HttpStatusCode.OK, put.Status);
        var now = await Now();
        Assert.Equal(
            ("Ще інша", Access.Restricted, guarded.ReleaseAfter),
            (now.Name.In("uk"), now.Access, now.ReleaseAfter)
        );
        Assert.DoesNotContain(await Releases.Waiting(izium), r => r.Key == "S-1");
        row["access"] = "open";
        bulk = await client.Post("registers/damages", new[] { row });
        Assert.Equal("S-1", bulk.Body.GetProperty("awaitRelease")[0].GetString());
    }

    [Fact]
    public async Task The_map_of_everything_asks_no_tile_server()
    {
        var desk = await Desk.Of(app, App.Secretary);

        Assert.Equal(
            Tiles,
            (await desk.Read("/evidence/map")).QuerySelector("#places-map")!.GetAttribute("data-tiles")
        );
        var all = await desk.Read("/evidence/map?everything=true");
        Assert.Equal("", all.QuerySelector("#places-map")!.GetAttribute("data-tiles"));
    }

    private const string Tiles = "https://tiles.example/{z}/{x}/{y}.png";

    private static Damage School =>
        new()
        {
            Id = "S-1",
            Sector = Sector.EducationScience,
            Name = LocalText.Of(("uk", "Школа")),
        };

    private RegisterBook Book => app.Services.GetRequiredService<RegisterBook>();
    private ReleaseDesk Releases => app.Services.GetRequiredService<ReleaseDesk>();

    private async Task<Damage> Now() => (Damage)RegisterBook.Entry((await Book.Find(izium, Register.Damages, "S-1"))!);

    /// <summary>A form of one's own page, with its good token, made to say something else somewhere else.</summary>
    private static async Task Send(Desk desk, string to, params (string Name, string Value)[] values)
    {
        var page = await desk.Read("/profile");
        var token = (IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!;
        var form = (IHtmlFormElement)token.Closest("form")!;
        form.SetAttribute("action", to);
        form.InnerHtml =
            token.OuterHtml + string.Concat(values.Select(v => $"<input name='{v.Name}' value='{v.Value}'>"));
        form.Id = "forged";
        await desk.Send(page, "#forged");
    }
}
