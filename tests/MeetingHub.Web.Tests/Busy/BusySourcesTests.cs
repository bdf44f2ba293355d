using System.Text;
using MeetingHub.Web.Busy;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Busy;

public sealed class BusySourcesTests
{
    private const string Address = "very-secret-path-7f3a";
    private const string Password = "app-password-91c2";

    [Fact]
    public async Task Neither_address_nor_password_stands_in_the_database()
    {
        await using var server = await FakeServer.Start(http => http.Response.WriteAsync(Ics.OneHour));
        await using var app = Trusting(server);
        var (one, other) = (await app.PersonOf(App.Head), await app.PersonOf(App.Secretary));
        var sources = app.Services.GetRequiredService<BusySources>();

        await sources.Set(one.Id, new(BusySourceKind.Subscription, server.Address + Address), one.Id, default);
        await sources.Set(
            other.Id,
            new(BusySourceKind.CalDav, server.Address + Address, "olena", Password),
            other.Id,
            default
        );

        Assert.Equal(2, await app.Ask(db => db.BusySources.CountAsync()));
        await app.Ask(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(app.DataFolder, "meetinghub.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            var text = Encoding.Latin1.GetString(bytes.ToArray());
            Assert.DoesNotContain(Address, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_source_is_tried_at_once_and_replaces_the_one_before()
    {
        await using var server = await FakeServer.Start(http =>
            http.Request.Path == "/old" ? http.Response.WriteAsync("<html>") : http.Response.WriteAsync(Ics.Calendar())
        );
        await using var app = Trusting(server);
        var me = (await app.PersonOf(App.Head)).Id;
        var sources = app.Services.GetRequiredService<BusySources>();

        var first = await sources.Set(me, new(BusySourceKind.Subscription, $"{server.Address}old"), me, default);
        var second = await sources.Set(me, new(BusySourceKind.Subscription, $"{server.Address}new"), me, default);
        var shown = await sources.Find(me);

        Assert.Equal(BusyFault.NotACalendar, Assert.IsType<BusyAnswer.Unknown>(first.Answer).Why);
        Assert.IsType<BusyAnswer.Known>(second.Answer);
        Assert.IsType<BusyAnswer.Known>(shown!.Last!.Answer);
        Assert.Equal("127.0.0.1", shown.Place);
        Assert.Equal(2, await app.Ask(db => db.Audit.CountAsync(a => a.What == "busy_source_set")));
    }

    [Fact]
    public async Task A_source_that_leads_inside_is_not_kept()
    {
        await using var app = new App();
        var me = (await app.PersonOf(App.Head)).Id;
        var sources = app.Services.GetRequiredService<BusySources>();

        var trial = await sources.Set(me, new(BusySourceKind.Subscription, "http://127.0.0.1/"), me, default);

        Assert.Equal(BusyFault.AddressNotAllowed, Assert.IsType<BusyAnswer.Unknown>(trial.Answer).Why);
        Assert.Null(await sources.Find(me));
    }

    [Fact]
    public async Task A_removed_source_leaves_nothing_but_its_trace()
    {
        await using var server = await FakeServer.Start(http => http.Response.WriteAsync(Ics.OneHour));
        await using var app = Trusting(server);
        var me = (await app.PersonOf(App.Head)).Id;
        var sources = app.Services.GetRequiredService<BusySources>();
        await sources.Set(me, new(BusySourceKind.Subscription, server.Address), me, default);

        await sources.Remove(me, me);
        await sources.Remove(me, me);

        Assert.Null(await sources.Find(me));
        Assert.Null(await sources.ReadNow(me, default));
        Assert.Equal(1, await app.Ask(db => db.Audit.CountAsync(a => a.What == "busy_source_removed")));
    }

    [Fact]
    public async Task A_kind_that_nobody_reads_here_is_refused()
    {
        await using var app = new App();
        var me = (await app.PersonOf(App.Head)).Id;
        var sources = app.Services.GetRequiredService<BusySources>();

        Assert.Equal([BusySourceKind.Subscription, BusySourceKind.CalDav], sources.Kinds);
        var trial = await sources.Set(me, new(BusySourceKind.Microsoft365, App.Head), me, default);
        Assert.Equal(BusyAddressFault.KindNotOffered, trial.Fault);
    }

    private static App Trusting(FakeServer server) =>
        new() { Settings = new Dictionary<string, string> { ["Busy:TrustedHosts"] = $"127.0.0.1:{server.Port}" } };
}
