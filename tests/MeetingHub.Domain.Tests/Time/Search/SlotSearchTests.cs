using CsCheck;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using NodaTime;

namespace MeetingHub.Domain.Tests.Time.Search;

public class SlotSearchTests
{
    private static readonly Customs Izium = new(
        new LocalHours("Europe/Kyiv", new(8, 0), new(17, 0), new LocalTime(0, 0), new LocalTime(5, 0))
    );
    private static readonly Customs Paris = new(new LocalHours("Europe/Paris", new(9, 0), new(18, 0), null, null));

    [Fact]
    public void It_finds_what_a_look_at_every_minute_finds() =>
        AnySearch.Request.Sample(
            request => Assert.Equal(EveryMinute.Find(request), SlotSearch.Find(request)),
            iter: 3000
        );

    [Fact]
    public void The_order_of_people_does_not_matter() =>
        AnySearch.Request.Sample(
            request =>
                Assert.Equal(
                    SlotSearch.Find(request),
                    SlotSearch.Find(request with { People = [.. request.People.Reverse()] })
                ),
            iter: 1000
        );

    [Fact]
    public void A_time_in_anyones_curfew_is_never_given() =>
        AnySearch.Request.Sample(
            request =>
                Assert.DoesNotContain(
                    SlotSearch.Find(request with { Count = SlotRequest.MostSlots }),
                    slot =>
                        request.People.Any(p =>
                            p.Customs.Curfews(new Interval(slot.Start, slot.Start + request.Length)).Any()
                        )
                ),
            iter: 1000
        );

    [Fact]
    public void Izium_and_Paris_meet_in_the_hours_that_both_work()
    {
        var found = SlotSearch.Find(Search([Izium, Paris], Week(2026, 11, 30), 60));

        Assert.Equal(Instant.FromUtc(2026, 11, 30, 8, 0), found[0].Start);
        Assert.All(found, s => Assert.False(s.IsCompromise));
        Assert.All(found, s => Assert.InRange(s.Start.InUtc().Hour, 8, 14));
        Assert.Equal(5, found.Select(s => s.Start.InUtc().Date).Distinct().Count());
    }

    [Fact]
    public void A_French_holiday_is_avoided_and_a_Ukrainian_one_is_rather_avoided()
    {
        var day = new LocalDate(2026, 12, 1);
        var france = new Customs(Hours("Europe/Paris"), [], [new(day, LocalText.Empty)], HolidayWeight.Observed);
        var ukraine = new Customs(Hours("Europe/Kyiv"), [], [new(day, LocalText.Empty)], HolidayWeight.Advisory);
        var tuesday = new Interval(Instant.FromUtc(2026, 12, 1, 6, 0), Instant.FromUtc(2026, 12, 1, 16, 0));

        Assert.All(SlotSearch.Find(Search([france], tuesday, 60)), s => Assert.True(s.IsCompromise));
        Assert.All(SlotSearch.Find(Search([ukraine], tuesday, 60)), s => Assert.False(s.IsCompromise));
        Assert.All(SlotSearch.Find(Search([ukraine], tuesday, 60)), s => Assert.Equal(Customs.AdvisoryCost, s.Sum));
        Assert.NotEqual(day, SlotSearch.Find(Search([ukraine], Week(2026, 12, 1), 60))[0].Start.InUtc().Date);
    }

    [Fact]
    public void Where_no_hour_suits_all_the_least_bad_is_given_and_marked()
    {
        var tokyo = new Customs(Hours("Asia/Tokyo"));
        var vancouver = new Customs(Hours("America/Vancouver"));
        var best = SlotSearch.Find(Search([new(Hours("Europe/Kyiv")), tokyo, vancouver], Week(2026, 11, 30), 60))[0];

        Assert.True(best.IsCompromise);
        // Nobody sits at night: early in Vancouver, late in Tokyo, afternoon in Kyiv, or as good for all three.
        Assert.All(
            new[] { "Europe/Kyiv", "Asia/Tokyo", "America/Vancouver" },
            zone => Assert.InRange(best.Start.InZone(DateTimeZoneProviders.Tzdb[zone]).Hour, 6, 23)
        );
    }

    [Fact]
    public void Who_is_required_is_waited_for_and_who_is_not_weighs()
    {
        var morning = new Interval(Instant.FromUtc(2026, 11, 30, 0, 0), Instant.FromUtc(2026, 11, 30, 12, 0));
        var request = Search([Izium, Paris], Week(2026, 11, 30), 60);
        SlotRequest With(bool isRequired) =>
            request with
            {
                People = [request.People[0], request.People[1] with { IsRequired = isRequired, Busy = [morning] }],
            };

        Assert.Equal(Instant.FromUtc(2026, 11, 30, 12, 0), SlotSearch.Find(With(true))[0].Start);
        Assert.Equal(0, SlotSearch.Find(With(false))[0].Sum);
        Assert.True(SlotSearch.Find(With(false))[0].Start >= morning.End);
    }

    [Fact]
    public void A_dated_curfew_replaces_the_usual_one()
    {
        var strict = new Customs(
            new LocalHours("Europe/Kyiv", new(8, 0), new(17, 0), new LocalTime(0, 0), new LocalTime(5, 0)),
            [
                new TimeRule(
                    TimeRuleKind.Curfew,
                    new LocalDate(2026, 12, 1),
                    new LocalDate(2026, 12, 1),
                    Weekdays.All,
                    new LocalTime(8, 0),
                    new LocalTime(20, 0)
                ),
            ],
            [],
            HolidayWeight.Advisory
        );

        var found = SlotSearch.Find(Search([strict], Week(2026, 11, 30), 60));

        Assert.DoesNotContain(found, s => s.Start.InUtc().Date == new LocalDate(2026, 12, 1) && !s.IsCompromise);
    }

    [Fact]
    public void A_cut_of_power_is_avoided_where_there_is_another_hour()
    {
        var dark = new Customs(
            Hours("Europe/Kyiv"),
            [new TimeRule(TimeRuleKind.PowerCut, null, null, Weekdays.All, new(8, 0), new(12, 0), 70)],
            [],
            HolidayWeight.Advisory
        );

        Assert.Equal(10, SlotSearch.Find(Search([dark], Week(2026, 11, 30), 60))[0].Start.InUtc().Hour);
    }

    [Fact]
    public void A_range_too_short_for_the_meeting_gives_nothing() =>
        Assert.Empty(
            SlotSearch.Find(Search([Paris], new Interval(Cast.Start, Cast.Start + Duration.FromMinutes(30)), 60))
        );

    private static LocalHours Hours(string zone) => LocalHours.Office(zone);

    private static Interval Week(int year, int month, int day)
    {
        var start = Instant.FromUtc(year, month, day, 0, 0);
        return new Interval(start, start + Duration.FromDays(7));
    }

    private static SlotRequest Search(IReadOnlyList<Customs> customs, Interval range, int minutes) =>
        new([.. customs.Select((c, i) => new Attendee(Cast.Id(600 + i), true, c, []))], range, minutes, "Europe/Kyiv");
}
