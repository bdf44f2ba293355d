using System.Text.Json;

namespace MeetingHub.Web.Translating;

/// <summary>LibreTranslate's HTTP API: <c>POST /translate</c> with q, source, target, format and api_key, as its documentation has it.</summary>
internal sealed class LibreTranslate(TranslatingLine line, TranslatingSettings settings) : ITranslator
{
    public string Name => TranslatingSettings.LibreTranslate;

    public Task<Translated> Translate(
        IReadOnlyList<string> texts,
        bool isHtml,
        string from,
        string to,
        CancellationToken stop = default
    ) => Portions.Each(texts, portion => Ask(portion, isHtml, from, to, stop));

    private async Task<Translated> Ask(
        IReadOnlyList<string> texts,
        bool isHtml,
        string from,
        string to,
        CancellationToken stop
    )
    {
        Dictionary<string, object> question = new()
        {
            ["q"] = texts,
            ["source"] = from,
            ["target"] = to,
            ["format"] = isHtml ? "html" : "text",
        };
        if (settings.Key.Length > 0)
            question["api_key"] = settings.Key;
        var (answer, fault) = await line.Ask("translate", question, null, stop);
        using (answer)
            return fault is { } why ? Translated.Failed(why) : Read(answer!.RootElement);
    }

    private static Translated Read(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty("translatedText", out var texts)
        && texts.ValueKind == JsonValueKind.Array
        && texts.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String)
            ? Translated.Of([.. texts.EnumerateArray().Select(t => t.GetString()!)])
            : Translated.Failed(TranslatingFault.NotUnderstood);
}
