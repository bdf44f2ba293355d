using System.Globalization;
using System.Resources;
using System.Text.Json;
using MeetingHub.Domain;

namespace MeetingHub.Web.Shared.Languages;

/// <summary>
/// Every text that people read, by key, in the reader's language. A key that is not there is a bug: it is shown as it is,
/// and a test looks for it.
/// </summary>
public sealed class Texts
{
    private static readonly ResourceManager Resources = new(typeof(Texts).FullName!, typeof(Texts).Assembly);
    private const int MostPlaces = 3;
    private readonly CultureInfo? culture;

    public Texts() { }

    private Texts(CultureInfo culture) => this.culture = culture;

    /// <summary>The same texts in a language of somebody else: the receiver of a letter, the reader of a download.</summary>
    public static Texts In(string language) => new(CultureInfo.GetCultureInfo(language));

    public CultureInfo Culture => culture ?? CultureInfo.CurrentUICulture;

    public string Language => Culture.TwoLetterISOLanguageName;

    public string this[string key] => Resources.GetString(key, Culture) ?? key;

    /// <summary>With fewer values than the text has places for, the rest stay empty: a text is no reason for a fault.</summary>
    public string this[string key, params object?[] values] =>
        string.Format(Culture, this[key], [.. values, .. Enumerable.Repeat("", MostPlaces)]);

    public bool Has(string key) => Resources.GetString(key, CultureInfo.InvariantCulture) is not null;

    /// <summary>The texts whose keys begin so, for a page that changes its language by itself.</summary>
    public IEnumerable<KeyValuePair<string, string>> Starting(params string[] families) =>
        Keys.Where(k => families.Any(f => k.StartsWith(f, StringComparison.Ordinal)))
            .Select(k => KeyValuePair.Create(k, this[k]));

    /// <summary>Every key there is, in English's order.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        .. Resources
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .Select(e => (string)e.Key)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>An enum's value in words: <c>meeting_status.open</c>.</summary>
    public string Of(Enum value) =>
        this[$"{JsonNamingPolicy.SnakeCaseLower.ConvertName(value.GetType().Name)}.{Code.Of(value)}"];
}
