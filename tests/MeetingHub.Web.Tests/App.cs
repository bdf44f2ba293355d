using System.Net.Http.Headers;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Testing;

namespace MeetingHub.Web.Tests;

/// <summary>The real application with the demo in it, on a database and a data folder of its own.</summary>
public sealed class App : WebApplicationFactory<Program>
{
    public const string Secretary = "secretary@izium.example";
    public const string Head = "head@izium.example";
    public const string Interpreter = "interpreter@izium.example";
    public const string PartnerSecretary = "secretary@chennevieres.example";
    public const string PartnerHead = "maire@chennevieres.example";

    public const string Password = "meet-in-the-middle";

    /// <summary>The time that the application believes. With one, nothing runs by itself: a test says what is done and when.</summary>
    public FakeClock? Clock { get; init; }

    /// <summary>Parts of the application that a test replaces.</summary>
    public Action<IServiceCollection>? Instead { get; init; }

    public int ApiRequestsAMinute { get; init; } = 100_000;
    public int SignInsAMinute { get; init; } = 1000;

    /// <summary>Settings besides, by their full names.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("meetinghub-web-").FullName;

    /// <summary>Whether the demo is planted by this start, or was planted once for all tests that begin at the same time.</summary>
    internal bool Plants { get; init; }

    /// <summary>The meeting that the demo has scheduled, with its deck.</summary>
    public Task<Guid> DemoMeeting => Ask(db => db.Meetings.OrderBy(m => m.Start).Select(m => m.Id).FirstAsync());

    public async Task<string> TokenFor(string email) =>
        await Services.GetRequiredService<PersonalTokens>().Make((await PersonOf(email)).Id, "test");

    /// <summary>A program with this person's token, on its own cookies.</summary>
    public async Task<HttpClient> ClientFor(string email)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenFor(email));
        return client;
    }

    public Task<Person> PersonOf(string email) => Ask(db => db.People.AsNoTracking().FirstAsync(p => p.Email == email));

    public async Task<Domain.Meetings.Meeting?> Meeting(Guid id) =>
        await Services.GetRequiredService<MeetingLog>().Find(id);

    /// <summary>Looks into the database, or changes it, behind the application's back.</summary>
    public async Task<T> Ask<T>(Func<HubDb, Task<T>> ask)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();
        return await ask(db);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (!Plants && !Settings.ContainsKey("MeetingHub:SeedDemo"))
            Nursery.CopyTo(DataFolder, Clock?.GetCurrentInstant());
        builder.UseEnvironment("Development");
        // Settings are read before the host is built: only UseSetting comes early enough.
        builder.UseSetting("MeetingHub:DataFolder", DataFolder);
        builder.UseSetting("MeetingHub:SeedDemo", "true");
        builder.UseSetting("MeetingHub:SignInsAMinute", $"{SignInsAMinute}");
        builder.UseSetting("MeetingHub:ApiRequestsAMinute", $"{ApiRequestsAMinute}");
        // A browser for every demo that is planted would be most of the tests' time.
        builder.UseSetting("Fit:Browser", "off");
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            if (Clock is not null)
            {
                services.AddSingleton<IClock>(Clock);
                foreach (var runs in services.Where(IsOwnService).ToList())
                    services.Remove(runs);
            }

            Instead?.Invoke(services);
        });
    }

    private static bool IsOwnService(ServiceDescriptor d) =>
        d.ServiceType == typeof(IHostedService)
        && (d.ImplementationType ?? d.ImplementationFactory?.Method.DeclaringType)?.Assembly
            == typeof(Program).Assembly;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!Plants)
            Directory.Delete(DataFolder, recursive: true);
    }
}
