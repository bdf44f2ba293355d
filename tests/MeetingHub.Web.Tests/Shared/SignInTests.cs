using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace MeetingHub.Web.Tests.Shared;

public sealed class SignInTests
{
    [Fact]
    public async Task After_five_wrong_passwords_even_the_right_one_must_wait()
    {
        await using var app = new App();
        var desk = new Desk(app);
        for (var i = 0; i < 5; i++)
            await SignIn(desk, App.Secretary, "not-the-password");

        var page = await SignIn(desk, App.Secretary, App.Password);

        Assert.Contains("/sign-in", desk.At, StringComparison.Ordinal);
        Assert.Contains("minutes", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(6, await app.Ask(db => db.Audit.CountAsync(a => a.What == "sign_in_refused")));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        await using var app = new App();
        var desk = new Desk(app);
        var wrong = await SignIn(desk, App.Secretary, "not-the-password");
        var unknown = await SignIn(desk, "nobody@izium.example", "not-the-password");

        Assert.Equal(
            wrong.QuerySelector("[role=alert]")!.TextContent,
            unknown.QuerySelector("[role=alert]")!.TextContent
        );
    }

    [Fact]
    public async Task More_tries_than_the_settings_allow_are_told_to_wait()
    {
        await using var app = new App { SignInsAMinute = 3 };
        var desk = new Desk(app);
        for (var i = 0; i < 3; i++)
            await SignIn(desk, $"somebody{i}@izium.example", "not-the-password");

        await SignIn(desk, App.Secretary, App.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, desk.Status);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> SignIn(Desk desk, string email, string password)
    {
        var page = await desk.Read("/sign-in");
        return await desk.Send(page, "main form", ("Email", email), ("Password", password));
    }
}
