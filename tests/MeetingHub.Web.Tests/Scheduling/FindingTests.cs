using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

public sealed class FindingTests : IAsyncDisposable
{
    private static readonly Guid Izium = Guid.Parse("11111111-0000-4000-8000-000000000001");
    private static readonly Guid Chennevieres = Guid.Parse("22222222-0000-4000-8000-000000000002");

    private readonly App app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_secretary_is_offered_times_with_both_clocks_and_a_reason()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read(await Search("from=2027-06-07&to=2027-06-11"));

        var first = page.QuerySelector(".slot")!;
        Assert.Contains("09:00–10:00", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("08:00–09:00", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("Within everybody’s working hours", first.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll(".slot").Length);
    }

    [Fact]
    public async Task A_French_holiday_is_avoided_and_the_reason_says_so()
    {
        var desk = await Desk.Of(app, App.Secretary);
        // Tuesday 14 July 2026 is gone; in 2027 it is a Wednesday.
        var page = await desk.Read(await Search("from=2027-07-12&to=2027-07-16"));

        Assert.Contains("Bastille", page.QuerySelector(".slot")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            page.QuerySelectorAll(".slot:not(.compromise) h3"),
            day => day.TextContent.Contains("14 July", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Somebody_whose_calendar_is_not_known_is_said_to_be_unknown()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read(await Search("from=2027-06-07&to=2027-06-11"));

        Assert.Contains("Calendars unknown", page.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_found_time_stands_in_the_form_of_the_new_meeting_with_the_people()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read(await Search("from=2027-06-07&to=2027-06-11"));
        var form = await desk.Read(page.QuerySelector(".slot a.button")!.GetAttribute("href")!);

        Assert.Equal("2027-06-07", form.QuerySelector("[name='Form.Date']")!.GetAttribute("value"));
        Assert.Equal("09:00", form.QuerySelector("[name='Form.Time']")!.GetAttribute("value"));
        Assert.Equal(2, form.QuerySelectorAll("[name$='.Asked'][checked]").Length);
    }

    [Fact]
    public async Task A_dated_power_cut_moves_the_first_time_and_can_be_taken_back()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var hours = await desk.Read($"/communities/{Izium}/hours");
        var saved = await desk.Send(
            hours,
            "form:has([name='Rule.Kind'])",
            ("Kind", "PowerCut"),
            ("From", "2027-06-07"),
            ("To", "2027-06-07"),
            ("Start", "08:00"),
            ("End", "12:00"),
            ("Confidence", "80"),
            ("Note", "графік обленерго")
        );
        Assert.Contains("графік обленерго", saved.Body!.TextContent, StringComparison.Ordinal);

        var found = await desk.Read(await Search("from=2027-06-07&to=2027-06-07"));
        Assert.Contains("12:00–13:00", found.QuerySelector(".slot")!.TextContent, StringComparison.Ordinal);

        var removed = await desk.Send(saved, "form:has([aria-label^='Remove'])");
        Assert.DoesNotContain(
            removed.QuerySelectorAll("li"),
            li => li.TextContent.Contains("графік", StringComparison.Ordinal)
        );
        var back = await desk.Send(removed, "form:has([name=Removed])");
        Assert.Contains("графік обленерго", back.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_own_secretary_changes_a_communitys_hours()
    {
        var desk = await Desk.Of(app, App.PartnerSecretary);
        var hours = await desk.Read($"/communities/{Izium}/hours");

        Assert.Null(hours.QuerySelector("[name='Rule.Kind']"));
        Assert.All(hours.QuerySelectorAll("[name^='Usual.']"), field => Assert.True(field.HasAttribute("disabled")));
        // A form made by hand is refused as well.
        var own = await desk.Read($"/communities/{Chennevieres}/hours");
        own.QuerySelector("form:has([name='Usual.WorkFrom'])")!.SetAttribute("action", $"/communities/{Izium}/hours");
        await desk.Send(own, "form:has([name='Usual.WorkFrom'])", ("WorkFrom", "03:00"));
        Assert.Equal(
            8,
            (await app.Ask(db => db.Communities.AsNoTracking().FirstAsync(c => c.Id == Izium))).WorkFrom.Hour
        );
    }

    [Theory]
    [InlineData("from=2027-06-11&to=2027-06-07")]
    [InlineData("from=2027-01-01&to=2028-01-01")]
    [InlineData("from=2027-06-07&to=2027-06-11&minutes=100000")]
    [InlineData("from=2020-06-07&to=2020-06-11")]
    public async Task A_search_that_cannot_be_is_told_what_to_mend(string query)
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read(await Search(query));

        Assert.Equal(System.Net.HttpStatusCode.OK, desk.Status);
        Assert.NotNull(page.QuerySelector(".notice.bad[role=alert]"));
        Assert.Empty(page.QuerySelectorAll(".slot"));
    }

    private async Task<string> Search(string query)
    {
        var people = new[] { await app.PersonOf(App.Secretary), await app.PersonOf(App.PartnerHead) };
        var minutes = query.Contains("minutes", StringComparison.Ordinal) ? "" : "&minutes=60";
        return $"/meetings/find?{query}{minutes}{string.Concat(people.Select(p => $"&need={p.Id}"))}";
    }
}
