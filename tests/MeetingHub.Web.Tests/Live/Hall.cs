using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Live;
using MeetingHub.Web.Log;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Shared.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Live;

/// <summary>The real application on a real database with the demo in it, listening on a port of its own.</summary>
public sealed class Hall : WebApplicationFactory<Program>
{
    private readonly bool keeps;

    public Hall()
        : this(Directory.CreateTempSubdirectory("hall-").FullName) { }

    public Hall(string folder, bool keeps = false)
    {
        Folder = folder;
        this.keeps = keeps;
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
    }

    public string Folder { get; }
    public Uri Address { get; }
    public MeetingLog Log => Services.GetRequiredService<MeetingLog>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Nursery.CopyTo(Folder, null);
        builder.UseEnvironment("Development");
        builder.UseSetting("MeetingHub:DataFolder", Folder);
        builder.UseSetting("MeetingHub:QuestionsAMinute", "1000");
    }

    public async Task<Meeting> DemoMeeting()
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();
        var id = await db.Meetings.Select(m => m.Id).FirstAsync();
        return (await Log.Find(id))!;
    }

    public static Caller Secretary(Meeting m, Side side) =>
        new(Someone(m, side, SeatRole.Secretary).PersonId, null, side, true);

    public static Seat Someone(Meeting m, Side side, SeatRole role) =>
        m.Seats.Values.First(s => s.Side == side && s.Role == role && !s.IsRemoved);

    /// <summary>A personal link into a seat, drawn by that side's own secretary.</summary>
    public async Task<string> LinkFor(Meeting m, Seat seat)
    {
        var result = await Services.GetRequiredService<Secretariat>().NewLink(m.Id, Secretary(m, seat.Side), seat.Id);
        Assert.Null(result.Refusal);
        return result.Links[seat.Id];
    }

    /// <summary>A link that the log says ran out long ago.</summary>
    public async Task<string> ExpiredLinkFor(Meeting m, Seat seat)
    {
        var (id, secret) = (Guid.CreateVersion7(), Secret.Draw());
        var command = new Command(null, (_, now) => new JoinLinkIssued(id, seat.Id, now - Duration.FromHours(1)))
        {
            Alongside = (db, _) =>
                db.JoinLinks.Add(
                    new JoinLinkRow
                    {
                        Id = id,
                        Hash = Secret.HashOf(secret),
                        MeetingId = m.Id,
                        SeatId = seat.Id,
                        PersonId = seat.PersonId,
                    }
                ),
        };
        Assert.Null((await Log.Do(m.Id, command)).Refusal);
        return secret;
    }

    public Task<Visitor> Enter(Meeting m, string secret) => Visitor.Connect(Address, m.Id, secret);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !keeps && Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>Somebody connected to the room, who remembers what they were told.</summary>
public sealed class Visitor(HubConnection connection) : IAsyncDisposable
{
    private readonly List<Told> told = [];
    private readonly TaskCompletionSource<string> shownOut = new();
    private readonly TaskCompletionSource admitted = new();

    public HubConnection Connection => connection;
    public Joined Joined { get; private set; } = null!;
    public Task<string> ShownOut => shownOut.Task.WaitAsync(TimeSpan.FromSeconds(10));
    public Task Admitted => admitted.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public IReadOnlyList<Told> Told
    {
        get
        {
            lock (told)
                return [.. told];
        }
    }

    public static HubConnection Build(Uri address, Guid meeting, string secret) =>
        new HubConnectionBuilder()
            .WithUrl(
                new Uri(address, $"/m/{meeting}/live"),
                o => o.AccessTokenProvider = () => Task.FromResult<string?>(secret)
            )
            .WithKeepAliveInterval(TimeSpan.FromSeconds(2))
            .AddJsonProtocol(o => EventJson.Configure(o.PayloadSerializerOptions))
            .Build();

    public static async Task<Visitor> Connect(Uri address, Guid meeting, string secret)
    {
        var connection = Build(address, meeting, secret);
        var visitor = new Visitor(connection);
        connection.On<Told>("Happened", visitor.Hear);
        connection.On<string>("ShownOut", code => visitor.shownOut.TrySetResult(code));
        connection.On("Admitted", () => visitor.admitted.TrySetResult());
        await connection.StartAsync();
        await visitor.Join();
        return visitor;
    }

    public async Task<Joined> Join(string? epoch = null, long? seq = null) =>
        Joined = await connection.InvokeAsync<Joined>("Join", epoch, seq);

    public Task<Receipt> Ask(string method, params object?[] rest) => Ask(Guid.NewGuid(), method, rest);

    public Task<Receipt> Ask(Guid operation, string method, params object?[] rest) =>
        connection.InvokeCoreAsync<Receipt>(method, [operation, .. rest]);

    public async Task<Told> Hears(string type)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(10))
        {
            if (Told.LastOrDefault(t => t.Type == type) is { } found)
                return found;
            await Task.Yield();
        }

        throw new TimeoutException($"Nobody said {type}");
    }

    private void Hear(Told one)
    {
        lock (told)
            told.Add(one);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
