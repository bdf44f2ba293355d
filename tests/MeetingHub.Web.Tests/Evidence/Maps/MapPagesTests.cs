using System.Net;
using System.Text;
using System.Text.Json;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Evidence.Maps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Maps;

public sealed class MapPagesTests
{
    private const string Ring = "[[37,49],[37.5,49],[37.5,49.4],[37,49.4],[37,49]]";

    [Fact]
    public async Task A_boundary_comes_in_with_its_licence_and_is_named_beside_each_map()
    {
        await using var app = new App();
        var desk = await Desk.Of(app, App.Secretary, "uk");
        await Write(app, School("D-1"));

        var page = await Add(desk, BoundaryReadingTests.Polygon(Ring), "OCHA COD-AB", "CC BY-IGO 3.0");

        Assert.Contains("Додано меж: 1", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ізюмська громада", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.True(await app.Ask(db => db.Audit.AnyAsync(a => a.What == "boundaries_added")));
        var map = await desk.Read("/evidence/map");
        Assert.Contains("CC BY-IGO 3.0", map.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        page = await desk.Read("/evidence/boundaries");
        var id = page.QuerySelector("input[name=Chosen]")!.GetAttribute("value");
        page = await desk.Send(page, "form:has(table)", ("Chosen", id));
        Assert.Null(page.QuerySelector("table"));
    }

    [Fact]
    public async Task Without_a_licence_or_with_a_broken_ring_nothing_is_kept()
    {
        await using var app = new App();
        var desk = await Desk.Of(app, App.Secretary);

        var page = await Add(desk, BoundaryReadingTests.Polygon(Ring), "OCHA", " ");
        Assert.Contains("licence", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        page = await Add(desk, BoundaryReadingTests.Polygon("[[37,49],[38,49],[38,50]]"), "OCHA", "CC0");
        Assert.Contains("not closed", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.Ask(db => db.Boundaries.CountAsync()));
    }

    [Fact]
    public async Task Neighbours_keep_their_common_border_when_they_are_thinned()
    {
        await using var app = new App();
        var izium = (await app.PersonOf(App.Secretary)).CommunityId!.Value;
        // A wavy border with a corner every few metres, between two squares.
        var wave = Enumerable
            .Range(0, 2001)
            .Select(i => (X: 37.5 + (0.001 * Math.Sin(i / 20d)), Y: 49 + (i * 0.0002)))
            .ToList();
        string Corners(IEnumerable<(double X, double Y)> of) =>
            string.Join(',', of.Select(c => FormattableString.Invariant($"[{c.X},{c.Y}]")));
        var west = $"[[37,49],{Corners(wave)},[37,49.4],[37,49]]";
        var east = $"[{Corners(wave)},[38,49.4],[38,49],{Corners(wave.Take(1))}]";
        var read = BoundaryReading.Read(
            Encoding.UTF8.GetBytes($$"""{"type":"MultiPolygon","coordinates":[[{{west}}]]}"""),
            null,
            CoordinateOrder.LongitudeFirst
        );
        var other = BoundaryReading.Read(
            Encoding.UTF8.GetBytes($$"""{"type":"MultiPolygon","coordinates":[[{{east}}]]}"""),
            null,
            CoordinateOrder.LongitudeFirst
        );
        Assert.Equal((null, null), (read.Fault, other.Fault));

        var shelf = app.Services.GetRequiredService<BoundaryShelf>();
        await shelf.Add(
            izium,
            Guid.Empty,
            [.. read.Areas, .. other.Areas],
            LocalText.Of(("en", "half")),
            BoundaryLevel.Raion,
            new("x", "y", null)
        );

        var thin = await shelf.Of(izium);
        Assert.All(thin, b => Assert.InRange(b.Shape.NumPoints, 50, 1000));
        Assert.InRange(thin[0].Shape.Intersection(thin[1].Shape).Area, 0, 1e-9);
        Assert.Same(thin, await shelf.Of(izium));
    }

    [Fact]
    public async Task Points_are_coarse_for_all_and_restricted_ones_for_those_who_ask_and_answer_for_them()
    {
        await using var app = new App();
        await Write(app, School("D-1"), School("D-SECRET") with { Access = Access.Restricted });
        var desk = await Desk.Of(app, App.Secretary);
        var interpreter = await Desk.Of(app, App.Interpreter);

        var open = Encoding.UTF8.GetString(await desk.Download("/evidence/map/points"));
        Assert.DoesNotContain("SECRET", open, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(open);
        Assert.Contains(
            json.RootElement.GetProperty("features").EnumerateArray(),
            f => f.GetProperty("geometry").GetProperty("coordinates").GetRawText() == "[37.251,49.212]"
        );
        Assert.Contains(
            "SECRET",
            Encoding.UTF8.GetString(await desk.Download("/evidence/map/points?everything=true")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "SECRET",
            Encoding.UTF8.GetString(await interpreter.Download("/evidence/map/points?everything=true")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "SECRET",
            (await interpreter.Read("/evidence/map?everything=true")).DocumentElement.OuterHtml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_large_register_comes_by_cells_of_what_is_looked_at()
    {
        await using var app = new App();
        var many = Enumerable
            .Range(0, 900)
            .Select(i => School($"D-{i}") with { Point = new(49.1m + i % 30 * 0.002m, 37.1m + i / 30 * 0.002m) });
        await Write(app, [.. many, School("D-SECRET") with { Access = Access.Restricted }]);
        var desk = await Desk.Of(app, App.Secretary);

        var (isWhole, all) = await Read("");
        Assert.False(isWhole);
        Assert.InRange(all.Count, 2, 200);
        var izium = (await app.PersonOf(App.Secretary)).CommunityId!.Value;
        var shown = await app.Services.GetRequiredService<RegisterBook>().Public(izium);
        Assert.Equal(
            shown.Damages.Count(d => d.Point is not null) + shown.Projects.Count(p => p.Point is not null),
            all.Sum(CountOf)
        );

        var near = (await Read("?box=37.1,49.1,37.1021,49.1021&zoom=16")).Features;
        Assert.Equal(4, near.Count);
        Assert.All(near, f => Assert.Single(f.GetProperty("properties").GetProperty("things").EnumerateArray()));
        Assert.Equal(all.Count, (await Read("?box=far,away&zoom=NaN")).Features.Count);

        async Task<(bool IsWhole, List<JsonElement> Features)> Read(string query)
        {
            using var json = JsonDocument.Parse(await desk.Download($"/evidence/map/points{query}"));
            return (
                json.RootElement.GetProperty("isWhole").GetBoolean(),
                [.. json.RootElement.GetProperty("features").EnumerateArray().Select(f => f.Clone())]
            );
        }

        static int CountOf(JsonElement feature) =>
            feature.GetProperty("properties").TryGetProperty("count", out var count)
                ? count.GetInt32()
                : feature.GetProperty("properties").GetProperty("things").GetArrayLength();
    }

    [Fact]
    public async Task Tiles_are_allowed_on_the_map_page_alone_and_only_when_they_are_configured()
    {
        await using var plain = new App();
        await using var tiled = new App
        {
            Settings = new Dictionary<string, string>
            {
                ["Map:TileAddress"] = "https://tiles.example/{z}/{x}/{y}.png",
                ["Map:Attribution"] = "© Somebody",
            },
        };

        Assert.DoesNotContain("tiles.example", await Policy(plain, "/evidence/map"), StringComparison.Ordinal);
        Assert.Contains(
            "img-src 'self' data: https://tiles.example;",
            await Policy(tiled, "/evidence/map"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("tiles.example", await Policy(tiled, "/evidence"), StringComparison.Ordinal);
    }

    private static async Task<string> Policy(App app, string path)
    {
        using var client = app.CreateClient();
        var page = await client.GetStringAsync("/sign-in");
        var document = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(page, CancellationToken.None);
        var fields = document
            .QuerySelectorAll("main form input[name]")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        foreach (var name in fields.Keys.ToList())
        {
            if (name.EndsWith("Email", StringComparison.Ordinal))
                fields[name] = App.Secretary;
            if (name.EndsWith("Password", StringComparison.Ordinal))
                fields[name] = App.Password;
        }

        await client.PostAsync("/sign-in", new FormUrlEncodedContent(fields));
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Add(
        Desk desk,
        string file,
        string source,
        string licence
    )
    {
        var page = await desk.Read("/evidence/boundaries");
        return await desk.SendFile(
            page,
            "form[enctype]",
            ("Upload", "b.geojson", Encoding.UTF8.GetBytes(file)),
            ("Form.Source", source),
            ("Form.Licence", licence)
        );
    }

    private static async Task Write(App app, params Damage[] damages)
    {
        var secretary = await app.PersonOf(App.Secretary);
        await app
            .Services.GetRequiredService<RegisterBook>()
            .Write(secretary.CommunityId!.Value, secretary.Id, "import", damages);
    }

    private static Damage School(string id) =>
        new()
        {
            Id = id,
            Name = LocalText.Of(("uk", $"Школа {id}")),
            Sector = Sector.EducationScience,
            Point = new(49.2123456m, 37.2512345m),
            Precision = GeoPrecision.Street,
            Grade = DamageGrade.Severe,
        };
}
