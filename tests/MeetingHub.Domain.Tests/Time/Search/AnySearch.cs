using CsCheck;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using NodaTime;

namespace MeetingHub.Domain.Tests.Time.Search;

/// <summary>Searches as odd as the world allows: awkward zones, clock changes within, curfews over midnight, dated rules.</summary>
public static class AnySearch
{
    private static readonly string[] Zones =
    [
        "Europe/Kyiv",
        "Europe/Paris",
        "America/New_York",
        "America/Vancouver",
        "Asia/Tokyo",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "America/St_Johns",
        "UTC",
    ];

    // Around the changes of clock of 2026 and 2027, and of the year.
    private static readonly LocalDate[] Days =
    [
        new(2026, 10, 22),
        new(2026, 10, 30),
        new(2026, 12, 28),
        new(2027, 3, 12),
        new(2027, 3, 26),
        new(2027, 4, 2),
        new(2027, 6, 10),
    ];

    private static readonly Gen<LocalTime> Time = Gen.Int[0, 24 * 12 - 1]
        .Select(c => LocalTime.Midnight.PlusMinutes(c * 5));
    private static readonly Gen<LocalTime> OddTime = Gen.Int[0, 24 * 60 - 1]
        .Select(m => LocalTime.Midnight.PlusMinutes(m));

    private static readonly Gen<TimeRule> Rule = Gen.Select(
        Gen.Enum<TimeRuleKind>(),
        Gen.Int[0, 20],
        Gen.Int[0, 10],
        Gen.Int[1, 127],
        OddTime,
        OddTime,
        Gen.Int[1, 100],
        (kind, from, length, days, start, end, confidence) =>
            new TimeRule(
                kind,
                from > 15 ? null : new LocalDate(2026, 10, 20).PlusDays(from * 10),
                from > 15 ? null : new LocalDate(2026, 10, 20).PlusDays(from * 10 + length * 3),
                (Weekdays)days,
                kind == TimeRuleKind.WorkingHours && end <= start ? LocalTime.Midnight : start,
                kind == TimeRuleKind.WorkingHours && end <= start ? new LocalTime(23, 59) : end,
                confidence
            )
    );

    private static readonly Gen<Customs> Custom = Gen.Select(
        Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]),
        Gen.Select(OddTime, OddTime),
        Gen.Select(Gen.Bool, Time, Time),
        Rule.Array[0, 3],
        Gen.Select(Gen.Int[0, 240].Array[0, 6], Gen.Enum<HolidayWeight>()),
        (zone, work, curfew, rules, holidays) =>
            new Customs(
                new LocalHours(
                    zone,
                    work.Item1 < work.Item2 ? work.Item1 : work.Item2,
                    work.Item1 < work.Item2 ? work.Item2 : work.Item1,
                    curfew.Item1 ? curfew.Item2 : null,
                    curfew.Item1 ? Shortly(curfew.Item2, curfew.Item3) : null
                ),
                rules,
                [
                    .. holidays
                        .Item1.Distinct()
                        .Select(d => new Holiday(new LocalDate(2026, 10, 20).PlusDays(d), LocalText.Empty)),
                ],
                holidays.Item2
            )
    );

    public static readonly Gen<SlotRequest> Request = Gen.Select(
        Gen.Int[0, Days.Length - 1].Select(i => Days[i]),
        Gen.Select(Gen.Int[2, 96], Gen.Int[0, 1439]),
        Gen.Int[5, 300],
        Custom.Array[1, 4],
        Gen.Select(Gen.Int[0, 3], Gen.Bool, Gen.Select(Gen.Int[0, 5760], Gen.Int[0, 200]).Array[0, 5]).Array[1, 6],
        Gen.Select(Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]), Gen.Int[1, 30], Gen.Int[1, 4]),
        (day, range, minutes, customs, people, choice) =>
        {
            var start = day.AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(range.Item2);
            return new SlotRequest(
                [
                    .. people.Select(
                        (p, i) =>
                            new Attendee(
                                Cast.Id(500 + i),
                                p.Item2,
                                customs[p.Item1 % customs.Length],
                                [.. p.Item3.Select(b => Busy(start, b.Item1, b.Item2))]
                            )
                    ),
                ],
                new Interval(start, start + Duration.FromHours(range.Item1)),
                minutes,
                choice.Item1,
                choice.Item2,
                choice.Item3
            );
        }
    );

    private static Interval Busy(Instant start, int from, int minutes) =>
        new(start + Duration.FromMinutes(from), start + Duration.FromMinutes(from + minutes));

    // A curfew of most of the day would leave nothing to compare.
    private static LocalTime Shortly(LocalTime from, LocalTime random) => from.PlusMinutes(random.Hour * 20);
}
