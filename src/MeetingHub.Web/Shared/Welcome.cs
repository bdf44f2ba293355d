using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Demo;

namespace MeetingHub.Web.Shared;

public static class WelcomeFeature
{
    /// <summary>Seeds the demo where asked for, and prints once serving: the address and how to come in.</summary>
    public static async Task Welcome(this WebApplication app, HubSettings settings)
    {
        if (settings.SeedDemo == true)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await ActivatorUtilities.CreateInstance<DemoSeed>(scope.ServiceProvider).Plant();
        }

        var secret = await app.Services.GetRequiredService<SetUp>().Offer();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address =
                settings.PublicAddress.Length > 0 ? settings.PublicAddress.TrimEnd('/') : app.Urls.FirstOrDefault();
            Console.WriteLine($"MeetingHub: {address}");
            if (secret is not null)
                Console.WriteLine($"Make the first administrator, once: {address}/set-up/{secret}");
            if (settings.SeedDemo == true)
                Console.WriteLine(DemoSeed.SignIns);
        });
    }
}
