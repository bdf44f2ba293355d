using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MeetingHub.Web.Tests.Translating;

/// <summary>
/// A small server that speaks LibreTranslate's and DeepL's APIs as they are documented, and complains of what those would not take.
/// It "translates" by putting words in capitals, and leaves tags alone.
/// </summary>
internal sealed partial class FakeTranslation : IAsyncDisposable
{
    public const string Key = "the-key:fx";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> asked = new();

    public FakeTranslation()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/translate", Libre);
        app.MapPost("/v2/translate", DeepL);
        app.Start();
    }

    public string Address => app.Urls.First();

    /// <summary>The texts that were sent, in order.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    /// <summary>Answers every request so instead, when it is set.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <summary>How a text is changed on its way.</summary>
    public Func<string, string> Change { get; set; } = Louder;

    public IReadOnlyDictionary<string, string> Settings(string provider, int timeout = 5) =>
        new Dictionary<string, string>
        {
            ["Translating:Provider"] = provider,
            ["Translating:Address"] = Address,
            ["Translating:Key"] = Key,
            ["Translating:TimeoutSeconds"] = $"{timeout}",
        };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static string Louder(string html) => Word().Replace(html, m => m.Value.ToUpperInvariant());

    private async Task Libre(HttpContext http)
    {
        if (Instead is { } instead)
        {
            await instead(http);
            return;
        }

        var question = await JsonNode.ParseAsync(http.Request.Body);
        if ((string?)question?["api_key"] != Key)
            await Say(http, 403, new { error = "Invalid API key" });
        else if ((string?)question["source"] is not ("uk" or "fr" or "en") || question["target"] is null)
            await Say(http, 400, new { error = "Invalid request: missing target parameter" });
        else if ((string?)question["format"] is not ("html" or "text"))
            await Say(http, 400, new { error = "format is not supported" });
        else
            await Say(
                http,
                200,
                new
                {
                    translatedText = question["q"] is JsonArray many
                        ? (object)many.Select(q => Translated((string)q!)).ToArray()
                        : Translated((string)question["q"]!),
                }
            );
    }

    private async Task DeepL(HttpContext http)
    {
        if (Instead is { } instead)
        {
            await instead(http);
            return;
        }

        var question = await JsonNode.ParseAsync(http.Request.Body);
        string[] targets = ["UK", "FR", "EN-GB", "EN-US"];
        if (http.Request.Headers.Authorization != $"DeepL-Auth-Key {Key}")
            http.Response.StatusCode = (int)HttpStatusCode.Forbidden;
        else if (question?["text"] is not JsonArray texts || texts.Count > 50)
            await Say(http, 400, new { message = "Parameter 'text' not specified." });
        else if (!targets.Contains((string?)question["target_lang"]))
            await Say(http, 400, new { message = "Value for 'target_lang' not supported." });
        else
            await Say(
                http,
                200,
                new
                {
                    translations = texts.Select(t => new
                    {
                        detected_source_language = (string)question["source_lang"]!,
                        text = Translated((string)t!),
                    }),
                }
            );
    }

    private string Translated(string text)
    {
        asked.Enqueue(text);
        return Change(text);
    }

    private static Task Say(HttpContext http, int status, object answer)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(JsonSerializer.Serialize(answer));
    }

    // Words outside of tags and of character references.
    [GeneratedRegex(@"(?<![<&/\w#""=])\b\w+\b(?![^<]*>)(?!;)", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
