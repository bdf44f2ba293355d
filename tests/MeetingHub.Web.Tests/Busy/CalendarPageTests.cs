using System.Net;
using System.Text.RegularExpressions;
using MeetingHub.Web.Tests.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace MeetingHub.Web.Tests.Busy;

public sealed partial class CalendarPageTests
{
    [Fact]
    public async Task A_person_connects_reads_and_removes_their_calendar()
    {
        await using var server = await FakeServer.Start(http => http.Response.WriteAsync(Ics.OneHour));
        await using var app = Trusting(server);
        using var browser = await English(app, App.Head);

        var saved = await Post(
            browser,
            "/profile/calendar",
            "subscription",
            ("SubscriptionAddress", $"{server.Address}hidden-path")
        );
        var page = await browser.GetStringAsync("/profile/calendar");
        var read = await Post(browser, "/profile/calendar", "read");
        var removed = await Post(browser, "/profile/calendar", "remove");

        Assert.Contains("Read. Busy stretches in the next 30 days:", saved, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-path", saved + page + read, StringComparison.Ordinal);
        Assert.Contains("Read. Busy stretches", read, StringComparison.Ordinal);
        Assert.Equal(1, server.Asked);
        Assert.Contains("No calendar is connected", removed, StringComparison.Ordinal);
        Assert.Equal(0, await app.Ask(db => db.BusySources.CountAsync()));
    }

    [Fact]
    public async Task What_went_wrong_is_said_in_words()
    {
        await using var server = await FakeServer.Start(http => http.Response.WriteAsync("<html>"));
        await using var app = Trusting(server);
        using var browser = await English(app, App.Head);

        var html = await Post(browser, "/profile/calendar", "subscription", ("SubscriptionAddress", server.Address));
        var inside = await Post(browser, "/profile/calendar", "subscription", ("SubscriptionAddress", "http://[::1]/"));
        var plain = await Post(
            browser,
            "/profile/calendar",
            "caldav",
            ("CalDav.Address", "http://dav.example/"),
            ("CalDav.User", "o"),
            ("CalDav.Password", "never-echoed")
        );

        Assert.Contains("is not a calendar", html, StringComparison.Ordinal);
        Assert.Contains("may not be asked", inside, StringComparison.Ordinal);
        Assert.Contains("over https:// only", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("never-echoed", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_may_do_it_for_somebody_without_an_account_of_their_own_community_alone()
    {
        await using var server = await FakeServer.Start(http => http.Response.WriteAsync(Ics.OneHour));
        await using var app = Trusting(server);
        var secretary = await app.PersonOf(App.Secretary);
        var partner = await app.PersonOf(App.PartnerSecretary);
        var (own, other) = (await Councillor(app, secretary.CommunityId), await Councillor(app, partner.CommunityId));
        var head = await app.PersonOf(App.Head);
        using var browser = await English(app, App.Secretary);
        using var guest = await English(app, App.Interpreter);

        var mine = await browser.GetStringAsync("/profile/calendar");
        var saved = await Post(
            browser,
            $"/people/{own}/calendar",
            "subscription",
            ("SubscriptionAddress", server.Address)
        );

        Assert.Contains($"/people/{own}/calendar", mine, StringComparison.Ordinal);
        Assert.Contains("Read. Busy stretches", saved, StringComparison.Ordinal);
        var trace = await app.Ask(db => db.Audit.SingleAsync(a => a.What == "busy_source_set"));
        Assert.Equal((secretary.Id, own.ToString()), (trace.By!.Value, trace.Subject));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(browser, $"/people/{other}/calendar"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(browser, $"/people/{head.Id}/calendar"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(guest, $"/people/{own}/calendar"));
    }

    [Fact]
    public async Task The_profile_leads_to_the_calendar()
    {
        await using var app = new App();
        using var browser = await English(app, App.Head);

        Assert.Contains("/profile/calendar", await browser.GetStringAsync("/profile"), StringComparison.Ordinal);
    }

    private static App Trusting(FakeServer server) =>
        new() { Settings = new Dictionary<string, string> { ["Busy:TrustedHosts"] = $"127.0.0.1:{server.Port}" } };

    private static async Task<HttpClient> English(App app, string email)
    {
        var browser = await SignIn.As(app, email);
        browser.DefaultRequestHeaders.Add("Accept-Language", "en");
        return browser;
    }

    private static async Task<Guid> Councillor(App app, Guid? community)
    {
        var id = Guid.CreateVersion7();
        await app.Ask(db =>
        {
            db.People.Add(
                new()
                {
                    Id = id,
                    Name = "Councillor",
                    Language = "uk",
                    Zone = "Europe/Kyiv",
                    CommunityId = community,
                }
            );
            return db.SaveChangesAsync();
        });
        return id;
    }

    private static async Task<HttpStatusCode> StatusOf(HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(path);
        return response.StatusCode;
    }

    /// <summary>Sends a form of the page as a browser without JavaScript does.</summary>
    private static async Task<string> Post(
        HttpClient browser,
        string path,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        var token = Token().Match(await browser.GetStringAsync(path)).Groups["token"].Value;
        using var content = new FormUrlEncodedContent([
            new("_handler", form),
            new("__RequestVerificationToken", token),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
        ]);
        using var response = await browser.PostAsync(path, content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
