using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace MeetingHub.Web.Tests.Api;

/// <summary>An answer as a program sees it.</summary>
public sealed record Answer(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Message)
{
    public string? Code => Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    public Guid Id => Body.GetProperty("id").GetGuid();

    public string Text(string name) => Body.GetProperty(name).GetString()!;
}

/// <summary>What a program of somebody's says to the API.</summary>
public static class Calls
{
    public static Task<Answer> Ask(this HttpClient client, string path) => client.Say(HttpMethod.Get, path, null);

    public static Task<Answer> Post(this HttpClient client, string path, object? body = null, string? key = null) =>
        client.Say(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body), key);

    public static Task<Answer> Put(this HttpClient client, string path, object body, string? key = null) =>
        client.Say(HttpMethod.Put, path, JsonContent.Create(body), key);

    public static Task<Answer> Remove(this HttpClient client, string path) => client.Say(HttpMethod.Delete, path, null);

    public static Task<Answer> Upload(
        this HttpClient client,
        string text,
        string? key = null,
        string name = "deck.md",
        byte[]? bytes = null
    )
    {
        var file = new ByteArrayContent(bytes ?? Encoding.UTF8.GetBytes(text));
        return client.Say(HttpMethod.Post, "decks", new MultipartFormDataContent { { file, "file", name } }, key);
    }

    public static Task<Answer> PutText(this HttpClient client, string path, string text, string? match) =>
        client.Say(HttpMethod.Put, path, new StringContent(text, Encoding.UTF8, "text/markdown"), match: match);

    public static async Task<Answer> Say(
        this HttpClient client,
        HttpMethod method,
        string path,
        HttpContent? content,
        string? key = null,
        string? match = null,
        string? language = null
    )
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = content };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (match is not null)
            request.Headers.TryAddWithoutValidation("If-Match", match);
        if (language is not null)
            request.Headers.Add("Accept-Language", language);
        var stop = TestContext.Current.CancellationToken;
        var answer = await client.SendAsync(request, stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Answer(answer.StatusCode, isJson ? JsonSerializer.Deserialize<JsonElement>(text) : default, answer);
    }
}
