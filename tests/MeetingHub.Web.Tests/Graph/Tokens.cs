using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace MeetingHub.Web.Tests.Graph;

/// <summary>The tenant's token endpoint (client credentials).</summary>
internal sealed class Tokens
{
    private readonly ConcurrentDictionary<string, bool> given = new();
    private int count;

    public int LifetimeSeconds { get; set; } = 3599;
    public bool KnowsTheSecret { get; set; } = true;
    public int? Status { get; set; }
    public int Given => count;

    /// <summary>Every token given so far is worth nothing any more.</summary>
    public void EndAll()
    {
        foreach (var token in given.Keys)
            given[token] = false;
    }

    public async Task Give(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (Status is { } status)
            await FakeGraph.Write(http, status, new { error = "temporarily_unavailable" });
        else if (
            !KnowsTheSecret
            || form["grant_type"] != "client_credentials"
            || form["client_id"] != FakeGraph.Client
            || form["client_secret"] != FakeGraph.Secret
            || !form["scope"].ToString().Split(' ').Contains($"https://{http.Request.Host}/.default")
        )
            await FakeGraph.Write(
                http,
                401,
                new { error = "invalid_client", error_description = "AADSTS7000215: Invalid client secret." }
            );
        else
        {
            var token = $"token-{Interlocked.Increment(ref count)}";
            given[token] = true;
            await FakeGraph.Write(
                http,
                200,
                new
                {
                    token_type = "Bearer",
                    expires_in = LifetimeSeconds,
                    access_token = token,
                }
            );
        }
    }

    public bool IsGood(HttpRequest request) => given.TryGetValue(TokenOf(request), out var holds) && holds;

    public IEnumerable<string> Check(HttpRequest request)
    {
        if (!given.ContainsKey(TokenOf(request)))
            yield return "a token that nobody gave";
    }

    private static string TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.Ordinal)
            ? header["Bearer ".Length..]
            : "";
}
