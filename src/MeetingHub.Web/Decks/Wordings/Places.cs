using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;

namespace MeetingHub.Web.Decks.Wordings;

internal static class Places
{
    /// <summary>Every text of a slide, in the order of the file.</summary>
    public static IEnumerable<PartPlace> Of(Slide slide)
    {
        Dictionary<(PartKind, string?), int> counts = [];
        foreach (var part in slide.Parts)
        {
            var at = counts.GetValueOrDefault((part.Kind, part.Language));
            counts[(part.Kind, part.Language)] = at + 1;
            yield return new(part.Kind, part.Language, at);
        }
    }
}
