using System.Text.Json;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Log;
using NodaTime;

namespace MeetingHub.Web.Decks.Out;

/// <summary>
/// A published version as it was frozen. It is read from the file that the room was shown and not compiled anew: pictures
/// and figures may have changed since, what was shown has not.
/// </summary>
internal sealed record FrozenDeck(
    Guid DeckId,
    string Version,
    CompiledDeck Deck,
    LocalText Community,
    Instant PublishedAt,
    string Source
)
{
    /// <summary>The first letters of the hash, as pages show it.</summary>
    public string ShortVersion => Version[..8];

    /// <param name="json">What <see cref="CompiledDeck.PublicJson"/> wrote.</param>
    /// <param name="notes">Slide id → language → clean HTML, as <see cref="DeckVersion.Notes"/> keeps it.</param>
    public static CompiledDeck Read(string json, string notes)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var languages = root.GetProperty("languages").EnumerateArray().Select(l => l.GetString()!).ToList();
        var said = EventJson.Read<Dictionary<string, Dictionary<string, string>>>(notes);
        return new(
            root.GetProperty("title").Deserialize<LocalText>()!,
            languages,
            [.. root.GetProperty("slides").EnumerateArray().Select(s => SlideOf(s, languages, said))]
        );
    }

    private static CompiledSlide SlideOf(
        JsonElement slide,
        List<string> languages,
        Dictionary<string, Dictionary<string, string>> said
    )
    {
        var id = slide.GetProperty("id").GetString()!;
        var notes = said.GetValueOrDefault(id) ?? [];
        return new(
            id,
            Enum.Parse<SlideLayout>(slide.GetProperty("layout").GetString()!, ignoreCase: true),
            slide.GetProperty("steps").GetInt32(),
            languages.ToDictionary(l => l, l => TextOf(slide, l)),
            notes.ToDictionary(n => n.Key, n => new SlideNotes(n.Value, SlideWords.In(n.Value)))
        );
    }

    private static SlideInLanguage TextOf(JsonElement slide, string language)
    {
        var html = slide.GetProperty("html");
        var text = html.TryGetProperty("*", out var forAll) ? forAll : html.GetProperty(language);
        var mark = slide.GetProperty("marks").TryGetProperty(language, out var found) ? found.GetString() : null;
        return new(
            text.GetString()!,
            slide.GetProperty("titles").GetProperty(language).GetString()!,
            Enum.TryParse<TextState>(mark, ignoreCase: true, out var state) ? state : TextState.Present
        );
    }
}
