using System.Globalization;
using NodaTime;

namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>In which order a date with slashes is written.</summary>
public enum DateOrder
{
    DayFirst,
    MonthFirst,
}

/// <summary>
/// A day as people write it: ISO 8601 (with or without a time), <c>dd.mm.yyyy</c>, <c>dd/mm/yyyy</c>, with the month's name, or as a
/// spreadsheet's serial number (days since 30 December 1899). Years need four digits, from 1900 to 2100.
/// </summary>
public sealed record DateText(int Year, int Month, int Day, DateOrder? Says, bool IsSlashed)
{
    /// <summary>The day, or null if there is none, as of 31 February.</summary>
    public LocalDate? Value(DateOrder order = DateOrder.DayFirst)
    {
        var (month, day) = IsSlashed && Says is null && order == DateOrder.MonthFirst ? (Day, Month) : (Month, Day);
        return
            Year is >= 1900 and <= 2100
            && month is >= 1 and <= 12
            && day >= 1
            && day <= CalendarSystem.Iso.GetDaysInMonth(Year, month)
            ? new LocalDate(Year, month, day)
            : null;
    }

    /// <summary>Null for what is no date.</summary>
    public static DateText? Read(string text)
    {
        var words = text.Trim();
        if (words.Length is < 5 or > 40)
            return null;
        var day = WithoutTime(words);
        return Serial(words) ?? Numbers(day, '-') ?? Numbers(day, '.') ?? Numbers(day, '/') ?? Named(words);
    }

    private static string WithoutTime(string text)
    {
        var end = text.AsSpan().IndexOfAny('T', ' ');
        return end < 0 || !text.AsSpan(end).Contains(':') ? text : text[..end];
    }

    private static DateText? Serial(string text)
    {
        const int first = 18_264; // 1950
        const int last = 73_050; // 2099
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial))
            return null;
        if (serial < first || serial > last)
            return null;
        var day = new LocalDate(1899, 12, 30).PlusDays((int)serial);
        return new(day.Year, day.Month, day.Day, null, false);
    }

    private static DateText? Numbers(string text, char mark)
    {
        var parts = text.Split(mark);
        if (parts.Length != 3 || parts.Any(p => p.Length is 0 or > 4 || !p.All(char.IsAsciiDigit)))
            return null;
        var (a, b, c) = (Number(parts[0]), Number(parts[1]), Number(parts[2]));
        if (parts[0].Length == 4)
            return new(a, b, c, null, false);
        if (parts[2].Length != 4)
            return null;
        // Only the slash is used by those who write the month first; the point and the hyphen are not.
        var says =
            mark != '/' ? null
            : a > 12 ? DateOrder.DayFirst
            : b > 12 ? DateOrder.MonthFirst
            : (DateOrder?)null;
        return says == DateOrder.MonthFirst ? new(c, a, b, says, true) : new(c, b, a, says, mark == '/');
    }

    private static DateText? Named(string text)
    {
        var words = Spelling.Of(text).Split(' ').Where(w => w is not ("року" or "р" or "de" or "of")).ToList();
        if (words is not [var first, var month, var year] || year.Length != 4 || !year.All(char.IsAsciiDigit))
            return null;
        var day = first.Replace("1er", "1", StringComparison.Ordinal);
        return day.Length is 1 or 2 && day.All(char.IsAsciiDigit) && Months.TryGetValue(month, out var number)
            ? new(Number(year), number, Number(day), null, false)
            : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static readonly Dictionary<string, int> Months = Enumerable
        .Range(0, 12)
        .SelectMany(m => MonthNames[m].Select(name => (name, m + 1)))
        .ToDictionary(m => m.name, m => m.Item2, StringComparer.Ordinal);

    private static string[][] MonthNames =>
        [
            ["січня", "січень", "janvier", "january", "jan"],
            ["лютого", "лютий", "fevrier", "february", "feb"],
            ["березня", "березень", "mars", "march", "mar"],
            ["квітня", "квітень", "avril", "april", "apr"],
            ["травня", "травень", "mai", "may"],
            ["червня", "червень", "juin", "june", "jun"],
            ["липня", "липень", "juillet", "july", "jul"],
            ["серпня", "серпень", "aout", "august", "aug"],
            ["вересня", "вересень", "septembre", "september", "sep", "sept"],
            ["жовтня", "жовтень", "octobre", "october", "oct"],
            ["листопада", "листопад", "novembre", "november", "nov"],
            ["грудня", "грудень", "decembre", "december", "dec"],
        ];
}
