using System.Text.Json;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Time.Search;
using MeetingHub.Web.Log;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Holidays;

/// <summary>
/// Public holidays of the countries whose councils we meet, from a packaged list (made by <c>npm run holidays</c> in
/// <c>.ci</c>; data of date-holidays, CC BY-SA 3.0), with what that list has wrong put right by <c>overrides.json</c>. A
/// community's own overrides are rules of its hours.
/// </summary>
public static class HolidayCalendar
{
    private static readonly Lazy<Packaged> Data = new(() => Read<Packaged>("holidays.json"));
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<Entry>>> ByCountry = new(Corrected);

    public static IEnumerable<string> Countries => ByCountry.Value.Keys;

    public static LocalDate LastDay => new(Data.Value.To, 12, 31);

    /// <summary>The holidays of a country, and of one of its regions if it is named, in the order of their days.</summary>
    public static IReadOnlyList<Holiday> Of(string country, string? region) =>
        ByCountry.Value.TryGetValue(country, out var entries)
            ?
            [
                .. entries
                    .Where(e => e.Regions is null || (region is not null && e.Regions.ContainsKey(region)))
                    .SelectMany(e => e.Days.Select(day => new Holiday(day, e.Name)))
                    .DistinctBy(h => (h.Day, h.Name))
                    .OrderBy(h => h.Day),
            ]
            : [];

    /// <summary>The regions of a country that have holidays of their own, by code.</summary>
    public static IReadOnlyDictionary<string, string> Regions(string country) =>
        ByCountry.Value.TryGetValue(country, out var entries)
            ? entries
                .SelectMany(e => e.Regions ?? [])
                .DistinctBy(r => r.Key)
                .OrderBy(r => r.Value, StringComparer.Ordinal)
                .ToDictionary(r => r.Key, r => r.Value)
            : new Dictionary<string, string>();

    /// <summary>In Ukraine people work on holidays while martial law lasts (Law 2136-IX, art. 6).</summary>
    public static HolidayWeight UsualWeight(string country) =>
        country == "UA" ? HolidayWeight.Advisory : HolidayWeight.Observed;

    private static Dictionary<string, IReadOnlyList<Entry>> Corrected()
    {
        var (overrides, names) = Read<Overrides>("overrides.json");
        return Data.Value.Countries.ToDictionary(
            c => c.Key,
            c =>
                (IReadOnlyList<Entry>)
                    [
                        .. c
                            .Value.Select(e => Corrected(e, overrides.Where(o => o.Country == c.Key)))
                            .OfType<Entry>()
                            .Select(e => Named(e, names)),
                    ]
        );
    }

    private static Entry? Corrected(Entry entry, IEnumerable<Override> overrides)
    {
        var english = entry.Name.In(Language.English);
        var found = overrides.FirstOrDefault(o =>
            o.Holiday.StartsWith("* ", StringComparison.Ordinal)
                ? english.EndsWith(o.Holiday[1..], StringComparison.Ordinal)
                : english == o.Holiday
        );
        return found switch
        {
            null => entry,
            { By: null } => null,
            { By: { } by } => new Entry(by.Name, EachYear(by.MonthDay)),
        };
    }

    // The packaged names lack many in Ukrainian and some in French; its own come first.
    private static Entry Named(Entry entry, Dictionary<string, LocalText> names) =>
        names.TryGetValue(entry.Name.In(Language.English), out var more)
            ? entry with
            {
                Name = LocalText.Of(more.Texts.Concat(entry.Name.Texts)),
            }
            : entry;

    private static List<LocalDate> EachYear(string monthDay) =>
        [
            .. Enumerable
                .Range(Data.Value.From, Data.Value.To - Data.Value.From + 1)
                .Select(year => NodaTime.Text.LocalDatePattern.Iso.Parse($"{year}-{monthDay}").GetValueOrThrow()),
        ];

    private static T Read<T>(string name)
    {
        using var stream = typeof(HolidayCalendar).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, EventJson.Options)!;
    }

    private sealed record Packaged(int From, int To, Dictionary<string, List<Entry>> Countries);

    private sealed record Entry(LocalText Name, List<LocalDate> Days, Dictionary<string, string>? Regions = null);

    private sealed record Overrides(List<Override> Replace, Dictionary<string, LocalText> Names);

    private sealed record Override(string Country, string Holiday, Replacement? By);

    private sealed record Replacement(LocalText Name, string MonthDay);
}
