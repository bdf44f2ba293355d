using MeetingHub.Domain.Time.Search;
using MeetingHub.Web.Scheduling.Holidays;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

public class HolidayCalendarTests
{
    [Theory]
    [InlineData("FR", 2026, 7, 14)]
    [InlineData("FR", 2027, 5, 6)]
    [InlineData("FR", 2026, 11, 1)]
    [InlineData("UA", 2026, 8, 24)]
    [InlineData("UA", 2027, 5, 2)]
    [InlineData("UA", 2026, 12, 25)]
    [InlineData("PL", 2026, 11, 11)]
    [InlineData("DE", 2026, 10, 3)]
    [InlineData("IT", 2026, 6, 2)]
    [InlineData("ES", 2026, 10, 12)]
    [InlineData("LT", 2026, 2, 16)]
    [InlineData("LV", 2026, 11, 18)]
    [InlineData("EE", 2026, 2, 24)]
    [InlineData("CZ", 2026, 10, 28)]
    [InlineData("SK", 2026, 1, 6)]
    [InlineData("RO", 2026, 12, 1)]
    [InlineData("GB", 2026, 12, 25)]
    [InlineData("US", 2026, 11, 26)]
    [InlineData("CA", 2026, 7, 1)]
    [InlineData("JP", 2026, 2, 11)]
    public void A_holiday_that_everyone_there_knows_is_in_the_list(string country, int year, int month, int day) =>
        Assert.Contains(HolidayCalendar.Of(country, null), h => h.Day == new LocalDate(year, month, day));

    [Fact]
    public void Ukraine_remembers_on_8_May_and_not_on_9_May()
    {
        var days = HolidayCalendar.Of("UA", null).Where(h => h.Day.Year == 2027).Select(h => h.Day).ToList();

        Assert.Contains(new LocalDate(2027, 5, 8), days);
        Assert.DoesNotContain(new LocalDate(2027, 5, 9), days);
    }

    [Fact]
    public void Under_martial_law_no_day_is_given_in_lieu()
    {
        // 28 June 2026 is a Sunday: the Monday after it is an ordinary one.
        var days = HolidayCalendar.Of("UA", null).Select(h => h.Day).ToList();

        Assert.Contains(new LocalDate(2026, 6, 28), days);
        Assert.DoesNotContain(new LocalDate(2026, 6, 29), days);
    }

    [Fact]
    public void A_regions_holiday_is_kept_there_alone()
    {
        var bavarian = new LocalDate(2026, 1, 6);

        Assert.Contains(HolidayCalendar.Of("DE", "BY"), h => h.Day == bavarian);
        Assert.DoesNotContain(HolidayCalendar.Of("DE", "BE"), h => h.Day == bavarian);
        Assert.DoesNotContain(HolidayCalendar.Of("DE", null), h => h.Day == bavarian);
        Assert.Contains("BY", HolidayCalendar.Regions("DE").Keys);
    }

    [Fact]
    public void Holidays_have_names_in_the_languages_that_we_speak()
    {
        Assert.All(HolidayCalendar.Of("UA", null), h => Assert.NotNull(h.Name.Exactly("uk")));
        Assert.All(HolidayCalendar.Of("FR", null), h => Assert.NotNull(h.Name.Exactly("fr")));
        Assert.All(HolidayCalendar.Of("FR", null), h => Assert.NotNull(h.Name.Exactly("uk")));
        Assert.All(HolidayCalendar.Of("UA", null), h => Assert.NotNull(h.Name.Exactly("fr")));
        Assert.All(HolidayCalendar.Countries, c => Assert.NotEmpty(HolidayCalendar.Of(c, null)));
    }

    [Fact]
    public void Holidays_weigh_less_in_Ukraine_and_an_unknown_country_has_none()
    {
        Assert.Equal(HolidayWeight.Advisory, HolidayCalendar.UsualWeight("UA"));
        Assert.Equal(HolidayWeight.Observed, HolidayCalendar.UsualWeight("FR"));
        Assert.Empty(HolidayCalendar.Of("ZZ", null));
    }
}
