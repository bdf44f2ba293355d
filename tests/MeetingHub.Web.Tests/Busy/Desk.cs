using MeetingHub.Web.Busy;
using MeetingHub.Web.Data;
using MeetingHub.Web.Shared.Fetching;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;

namespace MeetingHub.Web.Tests.Busy;

/// <summary>All that reads calendars, on the application's database, with a clock of its own that stands still.</summary>
internal sealed class Desk : IDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2026, 10, 20, 9, 0);

    private readonly App app;
    private readonly GuardedClient client;
    private readonly IOptions<BusySettings> settings;

    public Desk(App app, int seconds = 10, params FakeServer[] trusted)
        : this(app, string.Join(',', trusted.Select(s => $"127.0.0.1:{s.Port}")), seconds) { }

    public Desk(App app, string trusted, int seconds = 10)
    {
        this.app = app;
        settings = Options.Create(new BusySettings { TrustedHosts = trusted, TimeoutSeconds = seconds });
        client = new GuardedClient(TrustedHosts.Parse(trusted)!, TimeSpan.FromSeconds(seconds), Clock);
        var zones = new HomeZones(Databases);
        var courtesy = new Courtesy(Clock);
        Ics = new IcsSubscription(client, courtesy, Seal, zones, Clock);
        CalDav = new CalDavFreeBusy(new CalDavDialogue(client, Clock), courtesy, Seal, zones);
        Times = TimesOf(Ics, CalDav);
    }

    public FakeClock Clock { get; } = new(Now);
    public BusySeal Seal { get; } = new(new EphemeralDataProtectionProvider());
    public IcsSubscription Ics { get; }
    public CalDavFreeBusy CalDav { get; }
    public BusyTimes Times { get; }

    public static Interval Weeks(int weeks) => new(Now, Now + Duration.FromDays(7 * weeks));

    public BusyTimes TimesOf(params IBusySource[] sources) =>
        new(
            Databases,
            new SourceReadings(sources, settings, Clock, NullLogger<SourceReadings>.Instance),
            app.Services.GetRequiredService<IOwnMeetings>(),
            settings
        );

    public BusySourceRow Row(
        string address,
        BusySourceKind kind = BusySourceKind.Subscription,
        string? user = null,
        string? password = null,
        Guid? person = null
    ) =>
        new()
        {
            PersonId = person ?? Guid.NewGuid(),
            Kind = kind,
            Address = Seal.Close(address),
            User = user,
            Password = password is null ? null : Seal.Close(password),
            AddedAt = Now,
        };

    /// <summary>A new person of the database who has this source.</summary>
    public async Task<Guid> PersonWith(Func<Guid, BusySourceRow>? source = null)
    {
        var id = Guid.CreateVersion7();
        await app.Ask(async db =>
        {
            db.People.Add(
                new()
                {
                    Id = id,
                    Name = "Somebody",
                    Language = "en",
                    Zone = "Europe/Kyiv",
                    CreatedAt = Now,
                }
            );
            if (source is not null)
                db.BusySources.Add(source(id));
            return await db.SaveChangesAsync();
        });
        return id;
    }

    public void Dispose()
    {
        Ics.Dispose();
        CalDav.Dispose();
        client.Dispose();
    }

    private IDbContextFactory<HubDb> Databases => app.Services.GetRequiredService<IDbContextFactory<HubDb>>();
}
