using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace MeetingHub.Web.Tests.Api;

public class RegistersTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_row_is_written_read_back_and_not_over_what_was_not_seen()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var made = await Write(
            secretary,
            "API-1",
            new() { ["rdna_sector"] = "housing", ["name_uk"] = "Будинок" },
            null
        );

        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Equal("\"1\"", made.Message.Headers.ETag!.Tag);
        var changed = await Write(secretary, "API-1", new() { ["rdna_sector"] = "health" }, "\"1\"");
        var late = await Write(secretary, "API-1", new() { ["rdna_sector"] = "energy" }, "\"1\"");
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal((HttpStatusCode.Conflict, "changed_meanwhile"), (late.Status, late.Code));
        var read = await secretary.Ask("registers/damages/API-1");
        Assert.Equal("health", read.Body.GetProperty("cells").GetProperty("rdna_sector").GetString());
        Assert.Equal(2, (await secretary.Ask("registers/damages/API-1/history")).Body.GetArrayLength());
    }

    [Fact]
    public async Task Faults_name_row_column_and_reason_and_nothing_is_written()
    {
        var secretary = await app.ClientFor(App.Secretary);
        var rows = new[]
        {
            new Dictionary<string, string> { ["damage_id"] = "B-1", ["rdna_sector"] = "housing" },
            new Dictionary<string, string> { ["damage_id"] = "B-2", ["rdna_sector"] = "casino" },
        };

        var refused = await secretary.Post("registers/damages", rows);
        var fault = refused.Body.GetProperty("faults")[0];
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "rows_invalid"), (refused.Status, refused.Code));
        Assert.Equal(
            (2, "rdna_sector"),
            (fault.GetProperty("row").GetInt32(), fault.GetProperty("column").GetString())
        );
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Ask("registers/damages/B-1")).Status);

        var good = await secretary.Post("registers/damages?only_good=true", rows);
        Assert.Equal(1, good.Body.GetProperty("added").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await secretary.Ask("registers/damages/B-1")).Status);
    }

    [Fact]
    public async Task Rows_that_name_some_columns_leave_the_others_as_they_are()
    {
        var secretary = await app.ClientFor(App.Secretary);
        Dictionary<string, string>[] whole =
        [
            new()
            {
                ["damage_id"] = "P-1",
                ["rdna_sector"] = "housing",
                ["name_uk"] = "Будинок",
                ["need_amount"] = "1200",
                ["currency"] = "UAH",
                ["release_after"] = "2031-01-01",
            },
        ];
        await secretary.Post("registers/damages", whole);

        var part = new Dictionary<string, string>
        {
            ["damage_id"] = "P-1",
            ["rdna_sector"] = "health",
            ["name_uk"] = "",
        };
        var written = await secretary.Post("registers/damages", new[] { part });

        Assert.Equal(1, written.Body.GetProperty("changed").GetInt32());
        Assert.Empty(written.Body.GetProperty("awaitRelease").EnumerateArray());
        var cells = (await secretary.Ask("registers/damages/P-1")).Body.GetProperty("cells");
        Assert.Equal("health", cells.GetProperty("rdna_sector").GetString());
        Assert.Equal("1200", cells.GetProperty("need_amount").GetString());
        Assert.Equal("2031-01-01", cells.GetProperty("release_after").GetString());
        Assert.False(cells.TryGetProperty("name_uk", out _));
    }

    [Theory]
    [InlineData("Access")]
    [InlineData("acess")]
    public async Task A_column_that_there_is_not_is_refused_so_that_no_guard_is_lost_by_a_slip(string column)
    {
        var secretary = await app.ClientFor(App.Secretary);

        var refused = await Write(
            secretary,
            "SLIP-1",
            new() { ["rdna_sector"] = "housing", [column] = "restricted" },
            null
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(column, refused.Body.GetProperty("faults")[0].GetProperty("column").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Ask("registers/damages/SLIP-1")).Status);
    }

    [Fact]
    public async Task A_guarded_row_is_released_by_a_second_token_only_and_shows_in_views_then()
    {
        var (secretary, head) = (await app.ClientFor(App.Secretary), await app.ClientFor(App.Head));
        await Write(secretary, "E-77", new() { ["rdna_sector"] = "energy", ["name_uk"] = "Підстанція" }, null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.Ask("views/one-building?id=E-77")).Status);

        await secretary.Post("registers/damages/E-77/releases", new { access = "open", reason = "відновлено" });
        var waiting = (await secretary.Ask("releases"))
            .Body.EnumerateArray()
            .Single(r => r.GetProperty("row").GetString() == "E-77");
        var id = waiting.GetProperty("id").GetGuid();
        Assert.Equal("second_person_needed", (await secretary.Post($"releases/{id}/confirm")).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await head.Post($"releases/{id}/confirm")).Status);

        var view = await head.Ask("views/one-building?id=E-77&language=uk");
        Assert.Equal("Підстанція", view.Text("title"));
    }

    [Fact]
    public async Task Another_community_reads_and_writes_nothing_of_it_and_a_member_only_reads()
    {
        var (secretary, partner, member) = (
            await app.ClientFor(App.Secretary),
            await app.ClientFor(App.PartnerSecretary),
            await app.ClientFor(App.Interpreter)
        );
        await Write(secretary, "OWN-1", new() { ["rdna_sector"] = "housing" }, null);

        Assert.Equal(HttpStatusCode.NotFound, (await partner.Ask("registers/damages/OWN-1")).Status);
        Assert.Equal(0, (await partner.Ask("registers/damages?words=OWN-1")).Body.GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await member.Ask("registers/damages/OWN-1")).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Write(member, "OWN-1", new() { ["rdna_sector"] = "health" }, "\"1\"")).Status
        );
    }

    [Fact]
    public async Task What_is_restricted_is_read_by_those_alone_who_answer_for_the_community()
    {
        var (secretary, member) = (await app.ClientFor(App.Secretary), await app.ClientFor(App.Interpreter));
        await Write(secretary, "SECRET-1", new() { ["rdna_sector"] = "housing", ["access"] = "restricted" }, null);

        foreach (var path in new[] { "", "/history" })
        {
            Assert.Equal(HttpStatusCode.OK, (await secretary.Ask($"registers/damages/SECRET-1{path}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await member.Ask($"registers/damages/SECRET-1{path}")).Status);
        }

        await secretary.Post("registers/damages/SECRET-1/releases", new { access = "open", reason = "відновлено" });
        Assert.Contains("SECRET-1", (await secretary.Ask("releases")).Body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET-1", (await member.Ask("releases")).Body.GetRawText(), StringComparison.Ordinal);

        const string search = "registers/damages?words=SECRET-1";
        Assert.Equal(1, (await secretary.Ask(search)).Body.GetProperty("total").GetInt32());
        Assert.Equal(0, (await member.Ask(search)).Body.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_view_gives_its_figures_their_origin_and_drawings()
    {
        var secretary = await app.ClientFor(App.Secretary);

        var view = await secretary.Ask("views/damage-by-sector?language=fr");

        Assert.Equal("Sites endommagés par secteur", view.Text("title"));
        Assert.StartsWith("<svg", view.Body.GetProperty("svg")[0].GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(view.Body.GetProperty("origin").GetProperty("source").GetString()!);
        Assert.Equal("deck_invalid", (await secretary.Ask("views/everything")).Code);
    }

    private static async Task<Answer> Write(
        HttpClient client,
        string id,
        Dictionary<string, string?> cells,
        string? match
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/registers/damages/{id}")
        {
            Content = JsonContent.Create(cells),
        };
        request.Headers.TryAddWithoutValidation(match is null ? "If-None-Match" : "If-Match", match ?? "*");
        var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        return new Answer(answer.StatusCode, body, answer);
    }
}
