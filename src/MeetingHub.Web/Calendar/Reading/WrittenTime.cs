using System.Globalization;
using NodaTime;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// A date or a date and time as a property writes it: on a clock that its zone, and nothing else, makes an instant.
/// </summary>
/// <param name="Local">Midnight for a date.</param>
/// <param name="IsDate">A whole day.</param>
/// <param name="IsUtc">Written with Z, which outweighs a zone.</param>
/// <param name="ZoneName">TZID as it stands, or null.</param>
internal sealed record WrittenTime(LocalDateTime Local, bool IsDate, bool IsUtc, string? ZoneName)
{
    // Two centuries of duration must fit behind it before NodaTime's dates end.
    private const int LastYear = 9700;

    public static WrittenTime? Of(ContentLine? line) => line is null ? null : Parse(line.Value, line.Parameter("TZID"));

    /// <summary>All times of a line that lists several, such as EXDATE.</summary>
    public static IEnumerable<WrittenTime> AllOf(ContentLine line) =>
        line.Value.Split(',').Select(value => Parse(value, line.Parameter("TZID"))).OfType<WrittenTime>();

    /// <summary>20261105, 20261105T100000 or 20261105T080000Z; the length tells, because VALUE=DATE is often forgotten.</summary>
    public static WrittenTime? Parse(ReadOnlySpan<char> value, string? zoneName)
    {
        var text = value.Trim();
        var isUtc = text.Length == 16 && text[15] is 'Z' or 'z';
        if (text.Length is not (8 or 15) && !isUtc)
            return null;
        if (Date(text) is not { } date)
            return null;
        if (text.Length == 8)
            return new WrittenTime(date.AtMidnight(), true, false, zoneName);
        if (
            text[8] is not ('T' or 't')
            || Number(text[9..11]) is not { } hour
            || Number(text[11..13]) is not { } minute
        )
            return null;
        if (Number(text[13..15]) is not { } second || hour > 23 || minute > 59 || second > 60)
            return null;

        // A leap second is the last one of its minute.
        return new WrittenTime(date + new LocalTime(hour, minute, Math.Min(second, 59)), false, isUtc, zoneName);
    }

    private static LocalDate? Date(ReadOnlySpan<char> text) =>
        Number(text[..4]) is { } year and > 0 and <= LastYear
        && Number(text[4..6]) is { } month and >= 1 and <= 12
        && Number(text[6..8]) is { } day and >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
