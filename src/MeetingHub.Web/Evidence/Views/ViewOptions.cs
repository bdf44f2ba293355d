using System.Globalization;
using MeetingHub.Domain;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>
/// Reads a block's options. The first that cannot be understood is kept as <see cref="Problem"/>, with what may stand there;
/// what is read after it is a default that nobody sees.
/// </summary>
internal sealed class ViewOptions(DataBlock block)
{
    /// <summary>Any view may be given a title of its own in each language.</summary>
    public static IReadOnlyList<string> Titles { get; } = ["title-uk", "title-fr", "title-en"];

    public DeckProblem? Problem { get; private set; }

    public DamageFilter Damages =>
        new(
            All<Sector>("sectors"),
            All<DamageGrade>("grades"),
            All<AssessmentMethod>("methods"),
            Date("from"),
            Date("to")
        );

    public ProjectFilter Projects => new(All<Sector>("sectors"), All<ProjectStatus>("status"));

    public T One<T>(string option, T otherwise)
        where T : struct, Enum
    {
        if (block[option] is not { } text)
            return otherwise;
        return Of<T>(option, text) ?? otherwise;
    }

    public int Number(string option, int otherwise, int least, int most)
    {
        if (block[option] is not { } text)
            return otherwise;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
            return number;
        Refuse(option, text, $"{least}–{most}");
        return otherwise;
    }

    public string? Text(string option) => block[option];

    /// <summary>
    /// The currency to tell amounts in: the one that is asked for, or the first of those there are; amounts in another are left out
    /// and named, never added. Null when there is none at all.
    /// </summary>
    /// <param name="present">The most frequent first.</param>
    public Rates? Rates(IReadOnlyList<string> present)
    {
        var asked = block["currency"]?.ToUpperInvariant();
        if (asked is not null && (asked.Length != 3 || !asked.All(char.IsAsciiLetterUpper)))
            Refuse("currency", asked, "EUR, UAH, USD …");
        var known = KnownRates();
        var currency = asked ?? present.FirstOrDefault(c => known.All(r => r.From != c));
        return currency is null ? null : new(currency, known);
    }

    public IReadOnlyList<T> All<T>(string option)
        where T : struct, Enum =>
        block[option] is { } text
            ?
            [
                .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => Of<T>(option, word))
                    .OfType<T>(),
            ]
            : [];

    public void Refuse(string option, string text, string accepted) =>
        Problem ??= new(DeckProblem.DataValue, block.Line, text, option, accepted);

    private T? Of<T>(string option, string word)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        var index = Array.FindIndex(values, v => Code.Of(v).Equals(word, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
            return values[index];
        Refuse(option, word, string.Join(", ", values.Select(v => Code.Of(v))));
        return null;
    }

    private LocalDate? Date(string option)
    {
        if (block[option] is not { } text)
            return null;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date)
            return date.Value;
        Refuse(option, text, "2023-01-15");
        return null;
    }

    /// <summary><c>EUR=40.1 on 2023-01-10 source NBU; USD=36.6 on …</c></summary>
    private List<Rate> KnownRates()
    {
        List<Rate> rates = [];
        foreach (
            var text in (block["rate"] ?? "").Split(
                ';',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            if (RateOf(text) is { } rate)
                rates.Add(rate);
            else
                Refuse("rate", text, "EUR=40.1 on 2023-01-10 source NBU");
        }

        return rates;
    }

    private static Rate? RateOf(string text)
    {
        string[] words = text.Split(' ', 5, StringSplitOptions.RemoveEmptyEntries);
        return
            words is [var pair, "on", var day, "source", var source]
            && pair.Split('=') is [{ Length: 3 } from, var value]
            && decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            && rate is > 0 and <= 1_000_000
            && LocalDatePattern.Iso.Parse(day) is { Success: true } on
            ? new(from.ToUpperInvariant(), rate, on.Value, source)
            : null;
    }
}
