using System.Text.Json;
using MeetingHub.Web.Data;
using Microsoft.Extensions.Caching.Memory;

namespace MeetingHub.Web.Live;

/// <summary>
/// Single slides out of a published deck, to stand in a page as it is sent: a participant on a weak line reads the current slide
/// before any script has arrived, or without any.
/// </summary>
public sealed class DeckPages(FileStore files) : IDisposable
{
    public sealed record Page(string Html, string Layout, string Language, string? Mark, int Number, int Count);

    private readonly MemoryCache decks = new(new MemoryCacheOptions { SizeLimit = 50 });

    public async Task<Page?> Find(string version, string slideId, string language)
    {
        if (await Deck(version) is not { } deck)
            return null;
        var slides = deck.GetProperty("slides").EnumerateArray().ToList();
        var at = slides.FindIndex(s => s.GetProperty("id").GetString() == slideId);
        if (at < 0)
            return null;

        var slide = slides[at];
        var html = slide.GetProperty("html");
        var first = deck.GetProperty("languages")[0].GetString()!;
        var reading =
            html.TryGetProperty("*", out _) ? "*"
            : html.TryGetProperty(language, out _) ? language
            : first;
        var mark =
            reading == "*" ? null
            : reading != language ? "missing"
            : slide.TryGetProperty("marks", out var marks) && marks.TryGetProperty(language, out var found)
                ? found.GetString()
            : null;
        return new Page(
            html.GetProperty(reading).GetString()!,
            slide.GetProperty("layout").GetString()!,
            reading == "*" ? language : reading,
            mark,
            at + 1,
            slides.Count
        );
    }

    public void Dispose() => decks.Dispose();

    private async Task<JsonElement?> Deck(string version)
    {
        // The file first: a version that was withdrawn is kept in nobody's memory either.
        if (files.Find(version) is not { } path)
            return null;
        if (decks.TryGetValue(version, out JsonElement known))
            return known;
        await using var stream = File.OpenRead(path);
        using var document = await JsonDocument.ParseAsync(stream);
        return decks.Set(version, document.RootElement.Clone(), new MemoryCacheEntryOptions { Size = 1 });
    }
}
