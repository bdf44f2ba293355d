using System.Net;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Meetings;

public sealed class PrintedInvitationTests : IAsyncDisposable
{
    private readonly App app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Both_languages_stand_side_by_side_with_both_clocks_at_each_item()
    {
        var page = await Read(App.Secretary, "?languages=both");

        var sheets = page.QuerySelectorAll("article");
        Assert.Equal(["uk", "fr"], sheets.Select(s => s.GetAttribute("lang")!));
        Assert.Contains("Знайомство громад", sheets[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Rencontre des communes", sheets[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["15:10", "14:10", "Dommages et plan de relèvement", "25"],
            sheets[1].QuerySelectorAll(".items tbody tr:nth-child(2) td").Select(c => c.TextContent)
        );
        Assert.NotNull(page.QuerySelector("[data-print][hidden]"));
    }

    [Fact]
    public async Task Each_sheets_code_leads_into_the_delegation_that_reads_it()
    {
        var page = await Read(App.Secretary, "?languages=both");

        var codes = page.QuerySelectorAll("article .code").Select(c => c.TextContent).ToList();
        var sides = await app.Ask(db => Task.FromResult(db.ShortCodes.ToDictionary(c => c.Code, c => c.Side)));
        Assert.Equal([Side.Host, Side.Partner], codes.Select(c => sides[c]));
        Assert.Equal(2, page.QuerySelectorAll(".qr svg").Length);
    }

    [Theory]
    [InlineData("", "en")]
    [InlineData("?languages=fr", "fr")]
    [InlineData("?languages=tlh", "en")]
    public async Task One_sheet_is_in_the_language_asked_for_or_the_readers(string query, string language)
    {
        var page = await Read(App.PartnerHead, query);
        Assert.Equal(language, page.QuerySelectorAll("article").Single().GetAttribute("lang"));
    }

    [Fact]
    public async Task Who_is_not_asked_sees_what_and_when_but_not_who_nor_how_to_get_in()
    {
        var page = await Read(App.Interpreter, "");

        var sheet = page.QuerySelector("article")!;
        Assert.Contains("Meeting of the communities", sheet.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Dominique", sheet.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("video.example", sheet.TextContent, StringComparison.Ordinal);
        Assert.Null(sheet.QuerySelector(".code, .qr"));
    }

    [Fact]
    public async Task Who_was_taken_off_the_list_is_told_nothing_more()
    {
        var id = await app.DemoMeeting;
        var mayor = (await app.Meeting(id))!.SeatOf((await app.PersonOf(App.PartnerHead)).Id)!;
        var secretary = new Caller((await app.PersonOf(App.PartnerSecretary)).Id, null, Side.Partner, true);
        Assert.NotNull((await Read(App.PartnerHead, "")).QuerySelector("article .code"));
        var removed = await app
            .Services.GetRequiredService<Secretariat>()
            .Uninvite(id, secretary, Guid.NewGuid(), mayor.Id);
        Assert.Null(removed.Refusal);

        Assert.Null((await Read(App.PartnerHead, "")).QuerySelector("article"));
    }

    [Fact]
    public async Task Strangers_are_told_that_there_is_no_such_meeting()
    {
        await app.Ask(db =>
            db.People.Where(p => p.Email == App.Interpreter)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.CommunityId, (Guid?)null))
        );
        var desk = await Desk.Of(app, App.Interpreter);

        await desk.Read($"/meetings/{await app.DemoMeeting}/invitation");

        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Read(string email, string query) =>
        await (await Desk.Of(app, email)).Read($"/meetings/{await app.DemoMeeting}/invitation{query}");
}
