using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>
/// Writes what everyone in the room may read. The encoder leaves letters of all scripts as they are and still escapes
/// the characters of markup, so that the text may also stand inside a page.
/// </summary>
internal static class CompiledDeckJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(CompiledDeck deck)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            WriteTexts(json, "title", deck.Title.Texts);
            json.WriteStartArray("languages");
            foreach (var language in deck.Languages)
                json.WriteStringValue(language);
            json.WriteEndArray();
            json.WriteStartArray("slides");
            foreach (var slide in deck.Slides)
                WriteSlide(json, slide, deck.Languages);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteSlide(Utf8JsonWriter json, CompiledSlide slide, IReadOnlyList<string> languages)
    {
        json.WriteStartObject();
        json.WriteString("id", slide.Id);
        json.WriteString("layout", slide.Layout.ToString().ToLowerInvariant());
        json.WriteNumber("steps", slide.Steps);
        WriteHtml(json, slide, languages);
        WriteTexts(json, "titles", languages.Select(l => KeyValuePair.Create(l, slide.In[l].Title)));
        WriteTexts(
            json,
            "marks",
            languages
                .Where(l => slide.In[l].State != TextState.Present)
                .Select(l => KeyValuePair.Create(l, slide.In[l].State.ToString().ToLowerInvariant()))
        );
        json.WriteEndObject();
    }

    /// <summary>A slide of pictures alone is often the same for everybody: then it is written once, for "*".</summary>
    private static void WriteHtml(Utf8JsonWriter json, CompiledSlide slide, IReadOnlyList<string> languages)
    {
        var html = languages.Select(l => KeyValuePair.Create(l, slide.In[l].Html)).ToList();
        var isSame = html.TrueForAll(h => h.Value == html[0].Value);
        WriteTexts(json, "html", isSame ? [KeyValuePair.Create("*", html[0].Value)] : html);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> texts)
    {
        json.WriteStartObject(name);
        foreach (var (key, text) in texts)
            json.WriteString(key, text);
        json.WriteEndObject();
    }
}
