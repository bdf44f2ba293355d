using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Graph;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Tests.Live;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Graph;

/// <summary>
/// The real application with the demo in it, connected to a Microsoft 365 of its own. Time and the queue move when the test
/// says so.
/// </summary>
internal sealed class Office(string communities = "") : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("office-").FullName;

    public FakeGraph Graph { get; } = new();
    public FakeClock Clock { get; } = new(SystemClock.Instance.GetCurrentInstant());
    public CalendarCopies Copies => Services.GetRequiredService<CalendarCopies>();
    public CalendarCopier Copier => Services.GetRequiredService<CalendarCopier>();
    public Secretariat Secretariat => Services.GetRequiredService<Secretariat>();
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<T> Ask<T>(Func<HubDb, Task<T>> ask)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();
        return await ask(db);
    }

    public async Task<Meeting> Meeting()
    {
        var id = await Ask(db => db.Meetings.OrderBy(m => m.Start).Select(m => m.Id).FirstAsync());
        return (await Services.GetRequiredService<MeetingLog>().Find(id, Stop))!;
    }

    public Task<Person> Person(string email) => Ask(db => db.People.AsNoTracking().FirstAsync(p => p.Email == email));

    public Task<CalendarCopy> Copy() => Ask(db => db.CalendarCopies.AsNoTracking().SingleAsync());

    /// <summary>Puts the demo's meeting into a mailbox of the host, in the name of the host's secretary.</summary>
    public async Task<Meeting> Put(string organiser = App.Head)
    {
        // The demo's own link would keep the Teams link out.
        if ((await Meeting()).Plan.VideoLink?.Contains("video.example", StringComparison.Ordinal) == true)
            await Revise(p => p with { VideoLink = null });
        var meeting = await Meeting();
        var person = await Person(organiser);
        Assert.Null(await Copies.Put(meeting.Id, Hall.Secretary(meeting, Side.Host), person.Id));
        return meeting;
    }

    public async Task Revise(Func<MeetingPlan, MeetingPlan> change)
    {
        var meeting = await Meeting();
        var revised = await Secretariat.Revise(
            meeting.Id,
            Hall.Secretary(meeting, Side.Partner),
            Guid.NewGuid(),
            meeting.PlanRevision,
            change(meeting.Plan)
        );
        Assert.Null(revised.Refusal);
    }

    /// <summary>One look at the queue; how many copies were due.</summary>
    public Task<int> Tick() => Copier.FollowDue(Stop);

    /// <summary>Hours go by, with a look at the queue each half minute, until nothing is owed or it is given up.</summary>
    public async Task<CalendarCopy> Settle()
    {
        for (var i = 0; i < 500; i++)
        {
            await Tick();
            if ((await Copy()).State is CopyState.Done or CopyState.Refused or CopyState.Out)
                break;
            Clock.AdvanceSeconds(30);
        }

        return await Copy();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Nursery.CopyTo(folder, null);
        builder.UseEnvironment("Development");
        builder.UseSetting("MeetingHub:DataFolder", folder);
        builder.UseSetting("MeetingHub:PublicAddress", "https://meet.example");
        builder.UseSetting("Graph:TenantId", FakeGraph.Tenant);
        builder.UseSetting("Graph:ClientId", FakeGraph.Client);
        builder.UseSetting("Graph:ClientSecret", FakeGraph.Secret);
        builder.UseSetting("Graph:AuthorityUrl", Graph.Address);
        builder.UseSetting("Graph:BaseUrl", $"{Graph.Address}/v1.0");
        builder.UseSetting("Graph:TimeoutSeconds", "2");
        builder.UseSetting("Graph:Communities", communities);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IClock>(Clock);
            services.AddHttpClient(GraphConnection.HttpName).ConfigurePrimaryHttpMessageHandler(Graph.Handler);
            var queue = services.Single(s =>
                s.ServiceType == typeof(IHostedService)
                && s.ImplementationFactory?.Method.DeclaringType?.FullName?.Contains(
                    nameof(GraphFeature),
                    StringComparison.Ordinal
                ) == true
            );
            services.Remove(queue);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Graph.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
