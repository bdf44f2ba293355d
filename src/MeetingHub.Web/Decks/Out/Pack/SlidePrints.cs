using System.Security.Cryptography;
using System.Text;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Compiling;

namespace MeetingHub.Web.Decks.Out.Pack;

/// <summary>Fingerprints of compiled slides: text in every language, and notes, which interpreters prepare from.</summary>
internal static class SlidePrints
{
    public static IReadOnlyList<SlidePrint> Of(CompiledDeck deck) => [.. deck.Slides.Select(Of)];

    private static SlidePrint Of(CompiledSlide slide)
    {
        var said = new StringBuilder();
        foreach (var (language, text) in slide.In.OrderBy(t => t.Key, StringComparer.Ordinal))
            said.Append(language).Append('\0').Append(text.Html).Append('\0');
        foreach (var (language, notes) in slide.Notes.OrderBy(n => n.Key, StringComparer.Ordinal))
            said.Append(language).Append('\0').Append(notes.Html).Append('\0');
        return new(slide.Id, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())))[..16]);
    }
}
