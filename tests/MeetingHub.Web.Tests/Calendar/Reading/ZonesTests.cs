using MeetingHub.Web.Calendar;
using MeetingHub.Web.Calendar.Reading;
using NodaTime;
using NodaTime.TimeZones;
using Xunit;
using static MeetingHub.Web.Tests.Calendar.Reading.Foreign;

namespace MeetingHub.Web.Tests.Calendar.Reading;

public class ZonesTests
{
    [Theory]
    [InlineData("Europe/Kyiv", "Europe/Kyiv")]
    [InlineData("Europe/Kiev", "Europe/Kyiv")]
    [InlineData("EUROPE/KIEV", "Europe/Kyiv")]
    [InlineData("/mozilla.org/20050126_1/Europe/Kiev", "Europe/Kyiv")]
    [InlineData(
        "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires",
        "America/Argentina/Buenos_Aires"
    )]
    [InlineData("FLE Standard Time", "Europe/Kyiv")]
    [InlineData("fle standard time", "Europe/Kyiv")]
    [InlineData("Romance Standard Time", "Europe/Paris")]
    [InlineData("UTC", "UTC")]
    [InlineData("tzone://Microsoft/Utc", "UTC")]
    [InlineData("(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius", "Europe/Kyiv")]
    [InlineData("(GMT+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius", "Europe/Kyiv")]
    [InlineData("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Paris")]
    [InlineData("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin")]
    [InlineData("(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb", "Europe/Warsaw")]
    [InlineData("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/London")]
    [InlineData("(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/London")]
    [InlineData("(UTC) Coordinated Universal Time", "UTC")]
    [InlineData("(UTC-11:00) Coordinated Universal Time-11", "Etc/GMT+11")]
    [InlineData("(UTC-04:00) Atlantic Time (Canada)", "America/Halifax")]
    [InlineData("(UTC-03:30) Newfoundland", "America/St_Johns")]
    [InlineData("(UTC-06:00) Guadalajara, Mexico City, Monterrey", "America/Mexico_City")]
    [InlineData("(UTC+03:00) Moscow, St. Petersburg", "Europe/Moscow")]
    [InlineData("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York")]
    [InlineData("(UTC-08:00) Pacific Time (US & Canada)", "America/Los_Angeles")]
    [InlineData("(UTC-07:00) Mountain Time (US & Canada)", "America/Denver")]
    [InlineData("(UTC+09:00) Osaka, Sapporo, Tokyo", "Asia/Tokyo")]
    [InlineData("(UTC+03:00) Istanbul", "Europe/Istanbul")]
    [InlineData("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata")]
    [InlineData("(UTC+10:00) Canberra, Melbourne, Sydney", "Australia/Sydney")]
    [InlineData("(UTC+02:00) Chisinau", "Europe/Chisinau")]
    public void A_name_stands_for_the_rules_that_its_writer_meant(string name, string zoneId)
    {
        var named = Named(name);

        Assert.NotNull(named);
        Assert.False(named.IsGuess);
        AssertSameClock(DateTimeZoneProviders.Tzdb[zoneId], named.Zone, Utc(2024, 1, 1), Utc(2029, 1, 1));
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("Kyiv")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("(UTC+99:00) Kyiv")]
    [InlineData("(")]
    public void What_is_no_name_stands_for_nothing(string name) => Assert.Null(Named(name));

    [Fact]
    public void Every_windows_name_is_known() =>
        Assert.All(
            TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping,
            pair =>
                AssertSameClock(
                    DateTimeZoneProviders.Tzdb[pair.Value],
                    Named(pair.Key)!.Zone,
                    Utc(2026, 1, 1),
                    Utc(2027, 1, 1)
                )
        );

    [Theory]
    [InlineData("Europe/Kyiv")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Tokyo")]
    [InlineData("America/St_Johns")]
    [InlineData("Europe/Dublin")]
    public void A_definition_under_a_name_of_its_own_is_followed(string zoneId)
    {
        var ics = new IcsWriter();
        ics.Begin("VCALENDAR");
        VTimeZone.Write(
            ics,
            "Customized Time Zone",
            DateTimeZoneProviders.Tzdb[zoneId],
            Utc(2024, 1, 1),
            Utc(2030, 1, 1)
        );
        ics.End("VCALENDAR");
        var calendar = Assert.Single(CalendarSource.Read(Bytes(ics.ToString())).Calendars);
        var zone = ZoneDefinition.Read(Assert.Single(calendar.Parts), new Effort());

        AssertSameClock(DateTimeZoneProviders.Tzdb[zoneId], zone!, Utc(2024, 1, 1), Utc(2030, 1, 1));
    }

    [Fact]
    public void The_database_outweighs_a_definition_that_is_wrong() =>
        Assert.Equal(
            [Hour(5, 8)],
            BusyWith(
                """
                BEGIN:VTIMEZONE
                TZID:Europe/Kyiv
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0900
                TZOFFSETTO:+0900
                END:STANDARD
                END:VTIMEZONE
                """,
                Event("DTSTART;TZID=Europe/Kyiv:20261105T100000", "DURATION:PT1H")
            )
        );

    [Fact]
    public void A_display_name_without_quotes_is_understood() =>
        Assert.Equal(
            [Hour(5, 8)],
            BusyWith(
                Event(
                    "DTSTART;TZID=(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius:20261105T100000",
                    "DTEND;TZID=(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius:20261105T110000"
                )
            )
        );

    [Theory]
    [InlineData("Nowhere")]
    [InlineData("(UTC+02:00) Atlantis")]
    public void A_zone_that_nobody_knows_is_never_UTC_and_makes_busy_wider(string name) =>
        Assert.Equal(
            [Span(2026, 11, 5, 7, 3)],
            BusyWith(Event($"DTSTART;TZID={name}:20261105T100000", $"DTEND;TZID={name}:20261105T110000"))
        );

    [Fact]
    public void A_definition_is_found_though_its_name_is_escaped() =>
        Assert.Equal(
            [Hour(5, 1)],
            BusyWith(
                "BEGIN:VTIMEZONE\nTZID:Ours\\, not yours\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0900\n"
                    + "TZOFFSETTO:+0900\nEND:STANDARD\nEND:VTIMEZONE",
                Event("DTSTART;TZID=\"Ours, not yours\":20261105T100000", "DURATION:PT1H")
            )
        );

    [Fact]
    public void An_empty_definition_is_none() =>
        Assert.Equal(
            [Span(2026, 11, 5, 7, 3)],
            BusyWith(
                "BEGIN:VTIMEZONE\nTZID:Q\nBEGIN:STANDARD\nTZOFFSETTO:soon\nEND:STANDARD\nEND:VTIMEZONE",
                Event("DTSTART;TZID=Q:20261105T100000", "DURATION:PT1H")
            )
        );

    private static ForeignZone? Named(string name) =>
        ZoneNames.FromDatabase(name) is { } zone ? new ForeignZone(zone) : ZoneNames.FromMicrosoft(name);

    private static void AssertSameClock(DateTimeZone expected, DateTimeZone zone, Instant from, Instant to)
    {
        for (var instant = from; instant < to; instant += Duration.FromHours(1))
            Assert.True(expected.GetUtcOffset(instant) == zone.GetUtcOffset(instant), $"{zone.Id} at {instant}");
    }
}
