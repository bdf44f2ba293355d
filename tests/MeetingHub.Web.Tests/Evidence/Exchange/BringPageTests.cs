using System.Net;
using System.Text;
using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Tests.Busy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Exchange;

public sealed class BringPageTests
{
    private const string File = """
        [{"id":"P-9","title":"Міст","sector":["transport"],"assetLifetime":{"startDate":"2018-07-01T00:00:00Z"},
          "locations":[{"id":"1","geometry":{"type":"Point","coordinates":[37.25,49.21]}}]},
         {"title":"Без ідентифікатора"}]
        """;

    [Fact]
    public async Task A_file_is_looked_at_first_and_written_when_somebody_says_so()
    {
        await using var app = new App();
        var desk = await Desk.Of(app, App.Secretary, "uk");

        var page = await desk.Read("/evidence/bring");
        page = await desk.SendFile(page, "form:has(select[name=Tongue])", ("Upload", "p.json", Given.Bytes(File)));

        var preview = page.QuerySelector("section[aria-labelledby=preview]")!.TextContent;
        Assert.Contains("нових: 1", preview, StringComparison.Ordinal);
        Assert.Contains("відхилено: 1", preview, StringComparison.Ordinal);
        Assert.Contains("довгота, широта", preview, StringComparison.Ordinal);
        Assert.Contains("assetLifetime", preview, StringComparison.Ordinal);
        Assert.DoesNotContain((await Registers(app)).Projects, p => p.Id == "P-9");

        page = await desk.Send(page, "section[aria-labelledby=preview] form", ("Form.Act", "write"));

        Assert.Contains("Записано", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var project = (await Registers(app)).Projects.Single(p => p.Id == "P-9");
        Assert.Equal("Міст", project.Title.Exactly("uk"));
        Assert.Equal(new GeoPoint(49.21m, 37.25m), project.Point);
        Assert.True(await app.Ask(db => db.Audit.AnyAsync(a => a.What == "registers_import")));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_what_was_guarded_stays_guarded()
    {
        await using var app = new App();
        var secretary = await app.PersonOf(App.Secretary);
        await Book(app)
            .Write(
                secretary.CommunityId!.Value,
                secretary.Id,
                "import",
                [Given.Repair("P-9", Access.Restricted) with { Title = Domain.Languages.LocalText.Empty }]
            );
        var desk = await Desk.Of(app, App.Secretary);

        for (var time = 0; time < 2; time++)
        {
            var page = await desk.Read("/evidence/bring");
            page = await desk.SendFile(page, "form:has(select[name=Tongue])", ("Upload", "p.json", Given.Bytes(File)));
            page = await desk.Send(page, "section[aria-labelledby=preview] form", ("Form.Act", "write"));
            Assert.Contains(
                time == 0 ? "0 new, 1 changed" : "0 new, 0 changed, 1 the same",
                page.QuerySelector("[role=status]")!.TextContent,
                StringComparison.Ordinal
            );
        }

        Assert.Equal(Access.Restricted, (await Registers(app)).Projects.Single(p => p.Id == "P-9").Access);
    }

    [Fact]
    public async Task Projects_come_from_DREAM_by_address()
    {
        await using var server = await FakeServer.Start(DreamClientTests.Answer);
        await using var app = new App
        {
            Settings = new Dictionary<string, string>
            {
                ["Dream:TrustedHosts"] = $"127.0.0.1:{server.Port}",
                ["Dream:Address"] = server.Address,
            },
        };
        var desk = await Desk.Of(app, App.Secretary);

        var page = await desk.Read("/evidence/bring");
        page = await desk.Send(
            page,
            "form:has(textarea[name=Asked])",
            ("Asked", "DREAM-UA-1\nDREAM-UA-GONE"),
            ("Act", "projects")
        );
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("knows no such project", text, StringComparison.Ordinal);
        Assert.Contains("https://dream.example/1.jpg", text, StringComparison.Ordinal);
        await desk.Send(page, "section[aria-labelledby=preview] form", ("Form.Act", "write"));

        var project = (await Registers(app)).Projects.Single(p => p.DreamId == "DREAM-UA-1");
        Assert.Equal("structured", project.DreamStatusDetails);
    }

    [Fact]
    public async Task A_strangers_file_is_not_written()
    {
        await using var app = new App();
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read("/evidence/bring");
        page = await desk.SendFile(page, "form:has(select[name=Tongue])", ("Upload", "p.json", Given.Bytes(File)));
        var token = page.QuerySelector("input[name='Form.Token']")!.GetAttribute("value");

        var partner = await Desk.Of(app, App.PartnerSecretary);
        var theirs = await partner.Read("/evidence/bring");
        theirs = await partner.SendFile(
            theirs,
            "form:has(select[name=Tongue])",
            ("Upload", "p.json", Given.Bytes("[{\"id\":\"x\"}]"))
        );
        theirs = await partner.Send(
            theirs,
            "section[aria-labelledby=preview] form",
            ("Form.Token", token),
            ("Form.Act", "write")
        );

        Assert.Contains("no longer kept", theirs.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_for_those_who_answer_for_it_and_leaves_a_trace()
    {
        await using var app = new App();
        var secretary = await app.PersonOf(App.Secretary);
        await Book(app)
            .Write(
                secretary.CommunityId!.Value,
                secretary.Id,
                "import",
                [Given.School("D-OPEN"), Given.School("D-SECRET", Access.Restricted)]
            );
        var desk = await Desk.Of(app, App.Secretary);

        var open = Encoding.UTF8.GetString(await desk.Download("/evidence/export/damages.csv"));
        Assert.Contains("D-OPEN", open, StringComparison.Ordinal);
        Assert.DoesNotContain("D-SECRET", open, StringComparison.Ordinal);

        var page = await desk.Read("/evidence/export");
        var all = await desk.Send(page, "form[action$=everything]", ("Format", "damages"), ("Confirmed", "true"));
        Assert.Contains("D-SECRET", all.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.True(
            await app.Ask(db => db.Audit.AnyAsync(a => a.What == "registers_taken_out_whole" && a.By == secretary.Id))
        );

        var interpreter = await Desk.Of(app, App.Interpreter);
        page = await interpreter.Read("/evidence/export");
        Assert.Null(page.QuerySelector("form[action$=everything]"));
    }

    [Fact]
    public async Task Nobody_reads_them_without_signing_in()
    {
        await using var app = new App();
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });

        foreach (var path in new[] { "registers.xlsx", "damages.csv", "places.geojson", "projects.oc4ids.json" })
            Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync($"/evidence/export/{path}")).StatusCode);
    }

    private static RegisterBook Book(App app) => app.Services.GetRequiredService<RegisterBook>();

    private static async Task<Registers> Registers(App app) =>
        await Book(app).All((await app.PersonOf(App.Secretary)).CommunityId!.Value);
}
