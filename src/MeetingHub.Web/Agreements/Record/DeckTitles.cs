using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>
/// What one published version of a deck and its slides are called. The log has only ids, and a record that says
/// "slide schools-2" tells a councillor nothing. <paramref name="Slides"/> is by slide id.
/// </summary>
public sealed record DeckTitles(LocalText Deck, IReadOnlyDictionary<string, LocalText> Slides);
