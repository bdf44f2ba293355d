using System.Text.RegularExpressions;

namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>What a header says of the amounts below it: «Сума, тис. грн», <c>Coût (k€)</c>, <c>Cost, million UAH</c>.</summary>
/// <param name="Scale">What the numbers are multiplied by: 1, a thousand, a million or a milliard.</param>
/// <param name="Currency">ISO 4217, of those that a header is known to name; null for none or more than one.</param>
public sealed partial record HeaderUnit(decimal Scale, string? Currency)
{
    public static readonly HeaderUnit None = new(1, null);

    /// <summary>Other codes are words as well: "all", "top", "try".</summary>
    private static readonly HashSet<string> Named = ["UAH", "EUR", "USD", "GBP", "PLN", "CHF"];

    /// <summary>A header that names two scales says none: "thousand or million" is for its author to decide.</summary>
    public static HeaderUnit Of(string header)
    {
        var words = Words().Matches(header.ToLowerInvariant()).Select(m => m.Value).ToList();
        var scales = words.Select((word, at) => ScaleOf(word, words.ElementAtOrDefault(at + 1))).Where(s => s > 1);
        var currencies = words.Select(CurrencyOf).OfType<string>().Distinct().ToList();
        return new(
            scales.Distinct().ToList() is [var scale] ? scale : 1,
            currencies is [var currency] ? currency : null
        );
    }

    private static decimal ScaleOf(string word, string? next) =>
        word switch
        {
            "тис" or "тыс" or "thousand" or "thousands" or "millier" or "milliers" => 1_000,
            "млн" or "mln" or "million" or "millions" => 1_000_000,
            "млрд" or "mrd" or "mds" or "bn" or "billion" or "billions" or "milliard" or "milliards" => 1_000_000_000,
            _ when word.StartsWith("тисяч", StringComparison.Ordinal) => 1_000,
            _ when word.StartsWith("мільйон", StringComparison.Ordinal) => 1_000_000,
            _ when word.StartsWith("мільярд", StringComparison.Ordinal) => 1_000_000_000,
            "k" when IsCurrency(next) => 1_000,
            "m" when IsCurrency(next) => 1_000_000,
            ['k', .. var code] when IsCurrency(code) => 1_000,
            ['m', .. var code] when IsCurrency(code) => 1_000_000,
            _ => 1,
        };

    private static bool IsCurrency(string? word) => word is "$" || word is not null && CurrencyOf(word) is not null;

    private static string? CurrencyOf(string word)
    {
        if (word.StartsWith("гривн", StringComparison.Ordinal))
            return "UAH";
        var isScaled = word.Length == 4 && word[0] is 'k' or 'm';
        return Currencies.Read(isScaled ? word[1..] : word) is { } code && Named.Contains(code) ? code : null;
    }

    [GeneratedRegex(@"\p{L}+|[€₴$]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
