using MeetingHub.Web.Log;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingHub.Browser.Tests.Stage;

/// <summary>The real application with the demo in it, on a port and a data folder of its own.</summary>
public sealed class House : WebApplicationFactory<Program>
{
    private readonly string data = Directory.CreateTempSubdirectory("meetinghub-browser-").FullName;

    private readonly bool measures;

    /// <param name="measures">Whether slides are measured in a browser of the server's own, which takes a core for a second.</param>
    public House(bool measures = false)
    {
        this.measures = measures;
        UseKestrel(0);
        StartServer();
        var listening = Services
            .GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        Address = $"http://localhost:{new Uri(listening).Port}";
        DemoMeeting = FirstMeeting();
    }

    public string Address { get; }

    /// <summary>The meeting that the demo has scheduled, with its deck.</summary>
    public Guid DemoMeeting { get; }

    public string Outbox => Path.Combine(data, "outbox");

    public async Task<MeetingHub.Domain.Meetings.Meeting> Meeting(Guid id) =>
        (await Services.GetRequiredService<MeetingLog>().Find(id))!;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseContentRoot(Path.Combine(Repository.Root, "src", "MeetingHub.Web"));
        builder.UseSetting("MeetingHub:DataFolder", data);
        builder.UseSetting("MeetingHub:SeedDemo", "true");
        builder.UseSetting("MeetingHub:SignInsAMinute", "1000");
        builder.UseSetting("MeetingHub:QuestionsAMinute", "1000");
        builder.UseSetting("Fit:Browser", measures ? Chrome.Program : "off");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private Guid FirstMeeting()
    {
        using var scope = Services.CreateScope();
        return scope
            .ServiceProvider.GetRequiredService<MeetingHub.Web.Data.HubDb>()
            .Meetings.AsNoTracking()
            .Single()
            .Id;
    }
}
