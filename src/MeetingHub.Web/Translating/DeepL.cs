using System.Text.Json;

namespace MeetingHub.Web.Translating;

/// <summary>DeepL's HTTP API: <c>POST /v2/translate</c>, the key in the header, as its documentation has it.</summary>
internal sealed class DeepL(TranslatingLine line, TranslatingSettings settings) : ITranslator
{
    public string Name => TranslatingSettings.DeepL;

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
            ["text"] = texts,
            ["source_lang"] = from.ToUpperInvariant(),
            // English as a target must be one of its two kinds; the partners are in Europe.
            ["target_lang"] = to == "en" ? "EN-GB" : to.ToUpperInvariant(),
        };
        if (isHtml)
            question["tag_handling"] = "html";
        var (answer, fault) = await line.Ask("v2/translate", question, $"DeepL-Auth-Key {settings.Key}", stop);
        using (answer)
            return fault is { } why ? Translated.Failed(why) : Read(answer!.RootElement);
    }

    private static Translated Read(JsonElement answer)
    {
        if (
            answer.ValueKind != JsonValueKind.Object
            || !answer.TryGetProperty("translations", out var all)
            || all.ValueKind != JsonValueKind.Array
        )
            return Translated.Failed(TranslatingFault.NotUnderstood);
        List<string> texts = [];
        foreach (var one in all.EnumerateArray())
        {
            if (
                one.ValueKind != JsonValueKind.Object
                || !one.TryGetProperty("text", out var text)
                || text.ValueKind != JsonValueKind.String
            )
                return Translated.Failed(TranslatingFault.NotUnderstood);
            texts.Add(text.GetString()!);
        }

        return Translated.Of(texts);
    }
}
