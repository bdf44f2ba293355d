using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks;

/// <summary>
/// Select all, one key, save: a deck's text is one field, and a slip in it is a whole evening's work. What was there before such a
/// save can be brought back.
/// </summary>
internal static class DraftLoss
{
    /// <summary>Which draft is to be kept beside the one that is saved now.</summary>
    /// <param name="kept">What is kept so far.</param>
    public static string? Kept(string? kept, string draft, string saved)
    {
        var (before, after) = (SlidesIn(draft), SlidesIn(saved));
        return before > 0 && after * 2 < before ? draft
            : after > 0 ? null
            : kept;
    }

    // 0 for a text that cannot be read at all.
    private static int SlidesIn(string text) => DeckText.Read(text).Deck?.Slides.Count ?? 0;
}
