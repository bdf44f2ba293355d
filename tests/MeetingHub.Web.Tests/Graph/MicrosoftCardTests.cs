using System.Net;
using System.Text.RegularExpressions;
using MeetingHub.Web.Graph;
using MeetingHub.Web.Tests.Api;
using Xunit;

namespace MeetingHub.Web.Tests.Graph;

/// <summary>The meeting's page as secretaries see it, without JavaScript.</summary>
public sealed partial class MicrosoftCardTests : IAsyncDisposable
{
    private readonly Office office = new();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task A_secretary_puts_the_meeting_in_sees_why_it_is_refused_tries_again_and_takes_it_out()
    {
        using var browser = await SignIn.As(office, App.Secretary);
        var address = $"/meetings/{(await office.Meeting()).Id}";
        var head = await office.Person(App.Head);

        var page = await Press(browser, address, "microsoft365-put", ("MicrosoftOrganiser", head.Id.ToString()));
        Assert.Contains("microsoft365-out", page, StringComparison.Ordinal);

        office.Graph.Always = Misbehaving.Status(403, "ErrorAccessDenied");
        await office.Settle();
        page = await Read(browser, address);
        Assert.Contains("MeetingHub is not permitted", page, StringComparison.Ordinal);

        office.Graph.Always = null;
        await Press(browser, address, "microsoft365-again");
        await office.Settle();
        page = await Read(browser, address);
        Assert.Contains(office.Graph.Mailboxes.Standing[0].JoinUrl!, page, StringComparison.Ordinal);
        Assert.DoesNotContain("microsoft365-again", page, StringComparison.Ordinal);

        await Press(browser, address, "microsoft365-out");
        Assert.Equal(CopyState.Out, (await office.Settle()).State);
        Assert.Contains("microsoft365-put", await Read(browser, address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_sides_secretary_sees_the_copy_and_no_button()
    {
        var meeting = await office.Put();
        await office.Settle();
        using var browser = await SignIn.As(office, App.PartnerSecretary);

        var page = await Read(browser, $"/meetings/{meeting.Id}");

        Assert.Contains("id=\"microsoft365\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("microsoft365-", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_sides_secretary_cannot_press_what_they_are_not_shown()
    {
        var meeting = await office.Put();
        await office.Settle();
        using var browser = await SignIn.As(office, App.PartnerSecretary);

        await Press(browser, $"/meetings/{meeting.Id}", "microsoft365-out");

        Assert.True((await office.Copy()).IsWanted);
    }

    [Fact]
    public async Task Whoever_does_not_steer_sees_nothing_of_it()
    {
        var meeting = await office.Put();
        using var browser = await SignIn.As(office, App.Interpreter);

        Assert.DoesNotContain(
            "microsoft365",
            await Read(browser, $"/meetings/{meeting.Id}"),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task Without_a_tenant_no_page_speaks_of_it()
    {
        await using var plain = new App();
        using var browser = await SignIn.As(plain, App.Secretary);

        Assert.DoesNotContain(
            "microsoft",
            await Read(browser, $"/meetings/{await plain.DemoMeeting}"),
            StringComparison.OrdinalIgnoreCase
        );
    }

    private static async Task<string> Read(HttpClient browser, string address) =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(address, TestContext.Current.CancellationToken));

    private static async Task<string> Press(
        HttpClient browser,
        string address,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        var stop = TestContext.Current.CancellationToken;
        var token = Antiforgery().Match(await browser.GetStringAsync(address, stop)).Groups["token"].Value;
        using var content = new FormUrlEncodedContent([
            KeyValuePair.Create("_handler", form),
            KeyValuePair.Create("__RequestVerificationToken", token),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
        ]);
        using var answer = await browser.PostAsync(address, content, stop);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(stop));
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Antiforgery();
}
