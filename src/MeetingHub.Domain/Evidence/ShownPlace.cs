using System.Text.RegularExpressions;

namespace MeetingHub.Domain.Evidence;

/// <summary>
/// The words for a place, no more exact than its <see cref="GeoPrecision"/>: a row whose point is shown to a kilometre must not say
/// the house in its next column. Departments write whole addresses there.
/// </summary>
public static partial class ShownPlace
{
    /// <summary>Null when nothing is left that may be said.</summary>
    public static string? Of(string? place, GeoPrecision precision) =>
        place is null
            ? null
            : precision switch
            {
                GeoPrecision.Exact => place,
                GeoPrecision.Street => Kept(WithoutHouse(place)),
                _ => Kept(string.Join(", ", place.Split(',').Select(p => p.Trim()).Where(p => !IsAddress(p)))),
            };

    private static string WithoutHouse(string place)
    {
        var text = HouseBefore().Replace(place, "");
        while (HouseBehind().Match(text) is { Success: true } house)
            text = text[..house.Index];
        return text;
    }

    private static bool IsAddress(string part) => Street().IsMatch(part) || part.Any(char.IsDigit);

    private static string? Kept(string text) => text.Trim().TrimEnd(',', ';') is { Length: > 0 } kept ? kept : null;

    // "вул. 1 Травня, 12-А, кв. 3": numbers at the end, never those of a street's name.
    [GeneratedRegex(
        @"[,;\s]+((буд|б|кв|корп|оф|під|apt|bât|flat|no|n)\p{L}*[.°]?\s*)?№?\s*\d+\s?\p{L}?([/-]\s?\d*\p{L}?)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HouseBehind();

    // "12 bis, rue de la Paix"
    [GeneratedRegex(
        @"^\s*\d+\s?(bis|ter|\p{L}\b)?,?\s+(?=(rue|avenue|boulevard|place|allée|chemin|impasse|quai|route|cours)\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HouseBefore();

    [GeneratedRegex(
        @"\b(вул|вулиц|просп|пров|бульв|пл|площ|шосе|наб|rue|avenue|boulevard|place|allée|chemin|impasse|quai|street|road|lane|square)\p{L}*\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Street();
}
