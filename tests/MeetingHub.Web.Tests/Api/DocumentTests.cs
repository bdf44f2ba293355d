using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Api;

public class DocumentTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_document_lists_every_route_of_the_api_and_nothing_else()
    {
        var paths = (await Document()).GetProperty("paths").EnumerateObject();
        var listed = paths.SelectMany(p => p.Value.EnumerateObject().Select(o => $"{o.Name} {p.Name}"));

        Assert.Equal(Mapped().Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_how_it_refuses()
    {
        foreach (var path in (await Document()).GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                Assert.False(string.IsNullOrEmpty(operation.Value.GetProperty("summary").GetString()), path.Name);
                var refusals = operation.Value.GetProperty("responses").EnumerateObject().Select(r => r.Name);
                Assert.Superset(new HashSet<string> { "401", "404", "422", "429" }, refusals.ToHashSet());
            }
        }
    }

    [Fact]
    public async Task Every_schema_has_a_shape()
    {
        var schemas = (await Document()).GetProperty("components").GetProperty("schemas").EnumerateObject();

        var empty = schemas.Where(s => !s.Value.EnumerateObject().Any()).Select(s => s.Name);

        Assert.Empty(empty);
    }

    [Fact]
    public async Task The_document_asks_for_a_bearer_token()
    {
        var document = await Document();

        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token");
        Assert.Equal("bearer", scheme.GetProperty("scheme").GetString());
        Assert.True(document.GetProperty("security")[0].TryGetProperty("token", out _));
    }

    [Fact]
    public async Task The_reference_runs_our_copy_of_its_script_and_reaches_no_other_host()
    {
        var stop = TestContext.Current.CancellationToken;
        using var page = await app.CreateClient().GetAsync("/api/", stop);
        using var home = await app.CreateClient().GetAsync("/", stop);

        Assert.True(page.IsSuccessStatusCode);
        Assert.DoesNotContain("https://", await page.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "unsafe",
            home.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    private IEnumerable<string> Mapped() =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let route = "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace(":guid", "")
        where route.StartsWith("/api/v1/", StringComparison.Ordinal) && !route.Contains('*')
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select $"{method.ToLowerInvariant()} {route}";

    private async Task<JsonElement> Document() =>
        JsonSerializer.Deserialize<JsonElement>(
            await app.CreateClient().GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)
        );
}
