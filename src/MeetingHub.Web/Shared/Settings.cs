namespace MeetingHub.Web.Shared;

public static class Settings
{
    /// <summary>
    /// A published application finds its web root beside itself wherever it is started from; without this it would answer 200
    /// with no bytes. A relative data folder stays relative to where it is started.
    /// </summary>
    public static WebApplicationOptions OptionsFor(string[] args) =>
        new()
        {
            Args = args,
            ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"))
                ? AppContext.BaseDirectory
                : null,
        };

    /// <summary>Reads the installation's settings; a wrong one stops the start with one line that names it.</summary>
    public static HubSettings? ReadSettings(this WebApplicationBuilder builder)
    {
        var settings = new HubSettings();
        string? fault;
        try
        {
            builder
                .Configuration.GetSection(HubSettings.Section)
                .Bind(settings, o => o.ErrorOnUnknownConfiguration = true);
            fault =
                settings.Fault()
                ?? Mail.MailSettings.Fault(builder.Configuration)
                ?? Graph.GraphSettings.Fault(builder.Configuration)
                ?? Busy.BusySettings.Fault(builder.Configuration)
                ?? Decks.Fitting.FitSettings.Fault(builder.Configuration)
                ?? Evidence.Exchange.DreamSettings.Fault(builder.Configuration)
                ?? Evidence.Maps.MapSettings.Fault(builder.Configuration)
                ?? Evidence.Import.ImportSettings.Fault(builder.Configuration)
                ?? Decks.Documents.DocumentSettings.Fault(builder.Configuration)
                ?? Uploads.UploadSettings.Fault(builder.Configuration);
        }
        catch (InvalidOperationException wrong)
        {
            fault = (wrong.InnerException ?? wrong).Message;
        }

        if (fault is not null)
        {
            Console.Error.WriteLine($"Wrong setting: {fault}");
            return null;
        }

        settings.SeedDemo ??= builder.Environment.IsDevelopment();
        builder.Services.AddSingleton(settings);
        // The framework's own shutdown would wait half a minute for open WebSockets.
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        // Fingerprinted assets of an unpublished build in any environment; a published one has none of these.
        builder.WebHost.UseStaticWebAssets();
        return settings;
    }
}
