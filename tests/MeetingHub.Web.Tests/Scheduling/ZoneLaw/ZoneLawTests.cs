using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Log;
using MeetingHub.Web.Scheduling.Tray;
using MeetingHub.Web.Scheduling.ZoneLaw;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.TimeZones;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling.ZoneLaw;

public sealed class ZoneLawTests
{
    private readonly Parliament parliament = new();

    [Fact]
    public async Task Each_zone_that_matters_is_noted_with_the_plan()
    {
        await using var planned = await Make();
        var noted = await Noted(planned);
        Assert.Equal(["America/Toronto", "Europe/Kyiv", "Europe/Paris"], noted.Select(r => r.Zone));
        Assert.Equal(new LocalDateTime(2027, 1, 20, 8, 0), noted[0].Local);
        Assert.All(noted, r => Assert.Equal("before", r.TzVersion));
    }

    [Fact]
    public async Task A_law_elsewhere_is_told_to_both_secretaries_in_their_language_once()
    {
        await using var planned = await Make();
        parliament.Decide("America/Toronto", DateTimeZone.ForOffset(Offset.FromHours(-6)));
        await Check(planned);
        await Check(planned);

        var tray = await Tray(planned);
        Assert.Equal(2, tray.Count);
        Assert.Contains(tray, e => e.Args.SequenceEqual(["Зустріч", "Торонто", "було 08:00, тепер 07:00"]));
        Assert.Contains(tray, e => e.Args[2] == "c’était 08:00, c’est maintenant 07:00");
        Assert.Equal(Planned.Start, (await planned.Meeting()).Plan.Start);
        Assert.All(await Noted(planned), r => Assert.Equal("after", r.TzVersion));
    }

    [Fact]
    public async Task A_law_of_the_meetings_own_zone_keeps_its_local_time_and_everyone_is_told()
    {
        await using var planned = await Make();
        parliament.Decide("Europe/Kyiv", DateTimeZone.ForOffset(Offset.FromHours(3)));
        await Check(planned);
        await planned.Send();

        var meeting = await planned.Meeting();
        Assert.Equal(Planned.Start - Duration.FromHours(1), meeting.Plan.Start);
        Assert.Equal(new LocalDateTime(2027, 1, 20, 15, 0), meeting.Plan.Local);
        var last = (await planned.App.Services.GetRequiredService<MeetingLog>().Read(planned.Id)).Last(f =>
            f.Fact is MeetingRescheduled
        );
        Assert.Null(last.By);
        Assert.Equal(
            2,
            planned.Post.Letters.Count(l =>
                l.CalendarMethod == "REQUEST" && l.Subject.EndsWith("Rencontre", StringComparison.Ordinal)
            )
        );
        Assert.Equal(
            ["America/Toronto", "Europe/Paris"],
            (await Tray(planned)).Select(e => e.Once!.Split(' ')[2]).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(await planned.Reminders(), m => Assert.Equal(meeting.Plan.Start, m.ReminderOf));

        planned.Post.Clear();
        await Check(planned);
        await planned.Send();
        Assert.Empty(planned.Post.Letters);
        Assert.Equal(4, (await Tray(planned)).Count);
    }

    [Fact]
    public async Task An_hour_that_the_law_skips_is_asked_about_and_not_guessed()
    {
        await using var planned = await Make();
        parliament.Decide("Europe/Kyiv", new Jump(Planned.Start - Duration.FromMinutes(30)));
        await Check(planned);

        Assert.Equal(Planned.Start, (await planned.Meeting()).Plan.Start);
        Assert.Contains(await Tray(planned), e => e.Args[2] == "було 15:00, тепер 17:00");
    }

    [Fact]
    public async Task Data_that_moves_nobody_is_noted_and_told_to_nobody()
    {
        await using var planned = await Make();
        parliament.Decide("Asia/Tokyo", DateTimeZone.Utc);
        await Check(planned);
        Assert.Empty(await Tray(planned));
        Assert.All(await Noted(planned), r => Assert.Equal("after", r.TzVersion));
    }

    [Fact]
    public async Task A_second_law_is_told_again()
    {
        await using var planned = await Make();
        parliament.Decide("America/Toronto", DateTimeZone.ForOffset(Offset.FromHours(-6)), "one");
        await Check(planned);
        parliament.Decide("America/Toronto", DateTimeZone.ForOffset(Offset.FromHours(-7)), "two");
        await Check(planned);
        Assert.Equal(4, (await Tray(planned)).Count);
    }

    [Fact]
    public async Task Meetings_that_are_over_are_left_alone()
    {
        await using var planned = await Make();
        planned.Clock.Reset(Planned.Start + Duration.FromHours(2));
        parliament.Decide("Europe/Kyiv", DateTimeZone.ForOffset(Offset.FromHours(3)));
        await Check(planned);
        Assert.Empty(await Tray(planned));
        Assert.Equal(Planned.Start, (await planned.Meeting()).Plan.Start);
    }

    private Task<Planned> Make() => Planned.Make(instead: s => s.AddSingleton<IDateTimeZoneProvider>(parliament));

    private static Task Check(Planned planned) =>
        planned.App.Services.GetRequiredService<ZoneLawCheck>().Run(CancellationToken.None);

    private static Task<List<TrayEntry>> Tray(Planned planned) =>
        planned.App.Ask(db =>
            db.Tray.AsNoTracking().Where(e => e.MeetingId == planned.Id && e.Kind == TrayKind.ZoneLaw).ToListAsync()
        );

    private static Task<List<ZoneReading>> Noted(Planned planned) =>
        planned.App.Ask(db =>
            db.ZoneReadings.AsNoTracking().Where(r => r.MeetingId == planned.Id).OrderBy(r => r.Zone).ToListAsync()
        );

    /// <summary>Clocks jump from two to four hours ahead of UTC at an instant.</summary>
    private sealed class Jump(Instant at) : DateTimeZone("Jump", false, Offset.FromHours(2), Offset.FromHours(4))
    {
        public override ZoneInterval GetZoneInterval(Instant instant) =>
            instant < at
                ? new("before", null, at, Offset.FromHours(2), Offset.Zero)
                : new("after", at, null, Offset.FromHours(4), Offset.Zero);
    }
}
