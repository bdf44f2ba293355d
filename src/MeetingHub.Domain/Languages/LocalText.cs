using System.Text.Json.Serialization;

namespace MeetingHub.Domain.Languages;

/// <summary>
/// One text in several languages: a meeting's title, an agenda item, an action item's wording.
/// Blank entries do not count as present. Immutable; two are equal when they say the same in the same languages.
/// </summary>
[JsonConverter(typeof(LocalTextJson))]
public sealed class LocalText : IEquatable<LocalText>
{
    public static readonly LocalText Empty = new(new SortedDictionary<string, string>(StringComparer.Ordinal));

    private readonly SortedDictionary<string, string> texts;

    private LocalText(SortedDictionary<string, string> texts) => this.texts = texts;

    /// <summary>Keeps the entries in known languages that are not blank, trimmed.</summary>
    public static LocalText Of(IEnumerable<KeyValuePair<string, string>> entries)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, text) in entries)
        {
            if (Language.IsKnown(language) && !string.IsNullOrWhiteSpace(text))
                kept[language] = text.Trim();
        }

        return new LocalText(kept);
    }

    public static LocalText Of(params (string Language, string Text)[] entries) =>
        Of(entries.Select(e => KeyValuePair.Create(e.Language, e.Text)));

    public IReadOnlyDictionary<string, string> Texts => texts;

    public bool IsEmpty => texts.Count == 0;

    public bool Has(string language) => texts.ContainsKey(language);

    /// <summary>The text in exactly this language, or null: for places that must not show another one silently.</summary>
    public string? Exactly(string language) => texts.GetValueOrDefault(language);

    /// <summary>The text in this language, else in English, else in whichever there is, else the empty string.</summary>
    public string In(string language) =>
        Exactly(language) ?? Exactly(Language.English) ?? texts.Values.FirstOrDefault() ?? "";

    public bool Equals(LocalText? other) => other is not null && texts.SequenceEqual(other.texts);

    public override bool Equals(object? obj) => Equals(obj as LocalText);

    public override int GetHashCode() =>
        texts.Aggregate(17, (hash, entry) => HashCode.Combine(hash, entry.Key, entry.Value));
}
