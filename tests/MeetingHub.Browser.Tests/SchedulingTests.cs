using MeetingHub.Browser.Tests.Stage;
using NodaTime;
using NodaTime.Extensions;
using static Microsoft.Playwright.Assertions;

namespace MeetingHub.Browser.Tests;

/// <summary>The form shows both sides' clocks while one types, asks about a strange hour, and works without scripts.</summary>
public sealed class SchedulingTests(Chrome chrome)
{
    private static readonly DateTimeZone Kyiv = DateTimeZoneProviders.Tzdb["Europe/Kyiv"];

    [Fact]
    public async Task Both_clocks_appear_while_one_types()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await secretary.GoTo("/meetings/new");
        await Expect(secretary.Find("[data-times-here] .moment")).ToHaveCountAsync(0);
        await Type(secretary, Soon().ToString("yyyy-MM-dd", null), "15:00");
        await Expect(secretary.Find("[data-times-here] .clock")).ToHaveTextAsync(["15:00–16:00", "14:00–15:00"]);
        await secretary.Find("[name='Form.Minutes']").FillAsync("90");
        await Expect(secretary.Find("[data-times-here] .clock").First).ToHaveTextAsync("15:00–16:30");
    }

    [Fact]
    public async Task An_hour_that_the_clocks_jump_over_is_asked_about()
    {
        var jump = NextJump();
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await secretary.GoTo("/meetings/new");
        await secretary.Find("[name='Form.TitleUk']").FillAsync("Нічна нарада");
        await Type(secretary, jump.ToString("yyyy-MM-dd", null), jump.ToString("HH:mm", null));
        await Expect(secretary.Find("[name='Form.Hour']")).ToHaveCountAsync(2);
        await Expect(secretary.Find("[data-times-here] .moment")).ToHaveCountAsync(0);

        await secretary.Click("form[data-once] .actions button");
        await Expect(secretary.Find(".notice.bad")).ToHaveTextAsync(await secretary.Word("refusal.hour_skipped"));
        await secretary.Find("[name='Form.Hour'][value=Later]").CheckAsync();
        await Expect(secretary.Find("[data-times-here] .moment")).ToHaveCountAsync(2);
        await secretary.Click("form[data-once] .actions button");
        await secretary.Page.WaitForURLAsync(url => Guid.TryParse(url[^36..], out _));
        await Expect(secretary.Find("h1")).ToHaveTextAsync("Нічна нарада");
    }

    [Fact]
    public async Task Without_scripts_one_can_schedule_and_read_the_current_slide()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(
            house.Address,
            Screen.Laptop,
            Cast.UkrainianSecretary,
            scripts: false
        );
        await secretary.GoTo("/meetings/new");
        await secretary.Find("[name='Form.TitleUk']").FillAsync("Без скриптів");
        await Type(secretary, Soon().ToString("yyyy-MM-dd", null), "11:00");
        await secretary.Click("form[data-once] .actions button");
        await secretary.Page.WaitForURLAsync(url => Guid.TryParse(url[^36..], out _));
        await Expect(secretary.Find(".moment .clock").First).ToHaveTextAsync("11:00–12:00");

        await secretary.GoTo($"/m/{house.DemoMeeting}");
        await Expect(secretary.Find("#stage article h2")).ToBeVisibleAsync();
        await Expect(secretary.Find("#stage article")).ToHaveAttributeAsync("lang", "uk");
        foreach (var control in new[] { "#standing", "#ask", "#next", "[data-speak=fr]" })
            await Expect(secretary.Find(control)).ToBeHiddenAsync();
        await Expect(secretary.Find("noscript meta[http-equiv=refresh]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_form_in_a_closed_tab_is_not_lost()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await secretary.GoTo("/meetings/new");
        await secretary.Find("[name='Form.TitleUk']").FillAsync("Недописане");
        await secretary.ReopenTab();
        await secretary.GoTo("/meetings/new");
        await Expect(secretary.Find("[name='Form.TitleUk']")).ToHaveValueAsync("Недописане");
    }

    private static async Task Type(Visitor secretary, string date, string time)
    {
        await secretary.Find("[name='Form.Date']").FillAsync(date);
        await secretary.Find("[name='Form.Time']").FillAsync(time);
    }

    private static LocalDate Soon() =>
        SystemClock.Instance.InZone(Kyiv).GetCurrentDate().Next(IsoDayOfWeek.Wednesday).PlusWeeks(1);

    /// <summary>In the middle of the next hour that does not exist in Kyiv.</summary>
    private static LocalDateTime NextJump()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var summer = Kyiv.GetZoneIntervals(now, now + Duration.FromDays(730))
            .First(i => i.HasStart && i.Start > now && i.Savings > Offset.Zero);
        return summer.IsoLocalStart.PlusMinutes(-30);
    }
}
