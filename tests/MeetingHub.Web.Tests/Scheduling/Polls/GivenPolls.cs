using AngleSharp.Html.Dom;
using MeetingHub.Domain.Polls;
using MeetingHub.Web.Mail;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Scheduling.Polls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling.Polls;

/// <summary>The demo's two secretariats on 16 November 2026, a clock that a test moves, and all their post.</summary>
public sealed class GivenPolls : IAsyncDisposable
{
    public const string Councillor = "conseil@chennevieres.example";

    public GivenPolls() =>
        App = new App { Clock = Clock, Instead = services => services.AddSingleton<IMailTransport>(Post) };

    public App App { get; }
    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 16, 9, 0));
    public Postbag Post { get; } = new();

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>Two mornings in December and one at night, asked of everyone whom the demo knows but the interpreter.</summary>
    public async Task<(Desk Secretary, Guid Id)> Offered(params (string Name, string? Value)[] instead)
    {
        var desk = await Desk.Of(App, App.Secretary);
        var page = await desk.Read("/polls/new");
        var sent = await desk.Send(page, "form[data-poll]", [.. await Typed(page), .. instead]);
        Assert.True(desk.At.StartsWith("/polls/", StringComparison.Ordinal) && desk.At != "/polls/new", Problem(sent));
        await Deliver();
        return (desk, Guid.Parse(desk.At["/polls/".Length..]));
    }

    public async Task<(string, string?)[]> Typed(IHtmlDocument page)
    {
        var councillor = await App.PersonOf(Councillor);
        var field = page.QuerySelector($"input[value='{councillor.Id}']")!.GetAttribute("name")!;
        return
        [
            ("TitleUk", "Узгодження плану"),
            ("TitleFr", "Accord sur le plan"),
            ("Do", "send"),
            ("Form.Times[0].Date", "2026-12-01"),
            ("Form.Times[0].Time", "10:00"),
            ("Form.Times[1].Date", "2026-12-02"),
            ("Form.Times[1].Time", "11:00"),
            ("Form.Times[2].Date", "2026-12-03"),
            ("Form.Times[2].Time", "23:00"),
            ("Form.Deadline.Date", "2026-11-25"),
            ("Form.Deadline.Time", "18:00"),
            (field.Replace(".Id", ".Asked", StringComparison.Ordinal), "true"),
        ];
    }

    public Task Deliver() => App.Services.GetRequiredService<LetterSender>().SendDue(CancellationToken.None);

    public Task CloseDue() => App.Services.GetRequiredService<PollKeeper>().CloseDue(CancellationToken.None);

    public string LinkOf(string address) => Postbag.LinkIn(Post.To(address).Last(l => Postbag.LinkIn(l).Length > 0));

    public async Task<StoredPoll> Poll(Guid id) => (await App.Ask(db => StoredPoll.Read(db, id)))!;

    public async Task<Ballot> BallotOf(Guid id, string address) =>
        (await Poll(id)).BallotOf((await App.PersonOf(address)).Id);

    /// <summary>Marks the times in their order and presses "save".</summary>
    public static async Task<IHtmlDocument> Vote(Desk desk, string link, params Vote?[] votes)
    {
        var page = await desk.Read(link);
        return await desk.Send(page, "form:has(.votes)", Marks(page, votes));
    }

    public static (string, string?)[] Marks(IHtmlDocument page, params Vote?[] votes)
    {
        var names = page.QuerySelectorAll("fieldset.option")
            .Select(f => f.QuerySelector("input")!.GetAttribute("name")!);
        return
        [
            .. names.Zip(votes).Where(v => v.Second is not null).Select(v => (v.First, v.Second.ToString())),
            ("Form.Do", "save"),
        ];
    }

    public static string Problem(IHtmlDocument page) => page.QuerySelector(".notice.bad")?.TextContent.Trim() ?? "";
}
