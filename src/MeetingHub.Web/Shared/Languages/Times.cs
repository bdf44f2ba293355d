using System.Globalization;
using MeetingHub.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Shared.Languages;

/// <summary>
/// Dates and times as people read them, in their language and zone. Always made on the server: a browser's zone data may be a
/// year old, and zone rules change by law.
/// </summary>
public sealed class Times(Texts texts)
{
    public CultureInfo Culture => texts.Culture;

    public static Times In(string language) => new(Texts.In(language));

    public string Day(LocalDate date) => Pattern("dddd, d MMMM yyyy").Format(date.AtMidnight());

    public string ShortDay(LocalDate date) => Pattern("d MMM yyyy").Format(date.AtMidnight());

    /// <summary>"November 2026", with the month's name as it stands by itself: «листопад 2026».</summary>
    public string Month(LocalDate date) =>
        $"{Culture.DateTimeFormat.MonthNames[date.Month - 1]} {date.Year.ToString(Culture)}";

    public string Weekday(LocalDate date) => Pattern("dddd").Format(date.AtMidnight());

    public string ShortWeekday(LocalDate date) => Pattern("ddd").Format(date.AtMidnight());

    public string DayAndMonth(LocalDate date) => Pattern("d MMM").Format(date.AtMidnight());

    public static string Clock(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);

    public string At(Instant instant, string zone)
    {
        var local = Local(instant, zone);
        return $"{Day(local.Date)}, {Clock(local.TimeOfDay)}";
    }

    public string ShortAt(Instant instant, string zone)
    {
        var local = Local(instant, zone);
        return $"{ShortDay(local.Date)}, {Clock(local.TimeOfDay)}";
    }

    public static string ClockAt(Instant instant, string zone) => Clock(Local(instant, zone).TimeOfDay);

    public static LocalDateTime Local(Instant instant, string zone) =>
        instant.InZone(DateTimeZoneProviders.Tzdb[LocalSlot.Canonical(zone)]).LocalDateTime;

    /// <summary>The zone's city, as people say it: «Київ», « Paris ». Unnamed ones by the city in their id.</summary>
    public string Zone(string zone)
    {
        var key = $"zone.{LocalSlot.Canonical(zone)}";
        return texts.Has(key) ? texts[key] : zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
    }

    private LocalDateTimePattern Pattern(string pattern) => LocalDateTimePattern.Create(pattern, Culture);
}
