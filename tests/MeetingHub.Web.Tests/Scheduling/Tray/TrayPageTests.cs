using System.Net;
using System.Text.RegularExpressions;
using MeetingHub.Web.Scheduling.Tray;
using MeetingHub.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling.Tray;

public sealed partial class TrayPageTests : IAsyncDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly App app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_secretary_sees_what_is_theirs_and_how_much_it_is()
    {
        var meeting = await app.DemoMeeting;
        await Put(App.PartnerSecretary, TrayKind.TimeProposed, ["Claude", "2027-01-21T13:00:00Z", "le soir"], meeting);
        await Put(App.Secretary, TrayKind.UnmatchedLetter, ["x@y.example", "не для них", ""]);
        var page = await (await SignIn.As(app, App.PartnerSecretary)).GetStringAsync("/tray", Ct);

        var text = WebUtility.HtmlDecode(page);
        Assert.Contains("Claude asks for another time: Thursday, 21 January 2027, 14:00. le soir", text);
        Assert.Contains($"href=\"/meetings/{meeting}/edit\"", page);
        Assert.Contains($"<a href=\"/meetings/{meeting}\">Meeting of the communities", text);
        Assert.Contains("</span>1</span>", page);
        Assert.DoesNotContain("не для них", text);
    }

    [Fact]
    public async Task What_outsiders_wrote_is_text_and_nothing_else()
    {
        await Put(App.Secretary, TrayKind.UnmatchedLetter, ["<script>alert(1)</script>", "{0} {9}", "<a href=//e>"]);
        var page = await (await SignIn.As(app, App.Secretary)).GetStringAsync("/tray", Ct);

        Assert.DoesNotContain("<script>alert", page);
        Assert.Contains("&lt;script&gt;alert(1)", page);
        Assert.Contains("{0} {9}", WebUtility.HtmlDecode(page));
        Assert.DoesNotContain("href=//e", page.Replace("&lt;a href=//e", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entry_is_put_away_for_all_secretaries_and_taken_back()
    {
        await Put(App.Secretary, TrayKind.UnmatchedLetter, ["x@y.example", "Лист", "Вітаю"]);
        var browser = await SignIn.As(app, App.Secretary);
        await Press(browser, "away");

        Assert.NotNull((await Only()).DoneAt);
        Assert.Equal((await app.PersonOf(App.Secretary)).Id, (await Only()).DoneBy);
        Assert.DoesNotContain("away-", await browser.GetStringAsync("/tray", Ct));

        await Press(browser, "back");
        Assert.Equal((null, null), ((await Only()).DoneAt, (await Only()).DoneBy));
    }

    [Fact]
    public async Task Nobody_puts_away_what_lies_before_the_other_side()
    {
        await Put(App.Secretary, TrayKind.UnmatchedLetter, ["x@y.example", "Лист", "Вітаю"]);
        var entry = await Only();
        var other = await app.PersonOf(App.PartnerSecretary);

        await app.Services.GetRequiredService<TrayDesk>().PutAway(other.CommunityId!.Value, entry.Id, other.Id);

        Assert.Null((await Only()).DoneAt);
    }

    [Fact]
    public async Task Who_is_no_secretary_finds_no_tray()
    {
        var head = await SignIn.As(app, App.Head);

        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/tray", Ct)).StatusCode);
        Assert.DoesNotContain("href=\"/tray\"", await head.GetStringAsync("/meetings", Ct));
    }

    private async Task Put(string secretary, TrayKind kind, string[] args, Guid? meeting = null)
    {
        var community = (await app.PersonOf(secretary)).CommunityId!.Value;
        await app.Ask(async db =>
        {
            app.Services.GetRequiredService<SecretaryTray>().Add(db, community, kind, args, meeting);
            return await db.SaveChangesAsync(Ct);
        });
    }

    private Task<TrayEntry> Only() => app.Ask(db => db.Tray.AsNoTracking().SingleAsync(Ct));

    private async Task Press(HttpClient browser, string form)
    {
        var page = await browser.GetStringAsync("/tray", Ct);
        var entry = await Only();
        using var fields = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = $"{form}-{entry.Id}",
                ["__RequestVerificationToken"] = Token().Match(page).Groups["token"].Value,
            }
        );
        var answer = await browser.PostAsync("/tray", fields, Ct);
        Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
