namespace MeetingHub.Web.Translating;

/// <summary>Machine translation, if the installation has it. Without it no page offers it and nothing is sent anywhere.</summary>
public static class TranslatingFeature
{
    public static IServiceCollection AddTranslating(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = TranslatingSettings.Of(configuration);
        services.AddSingleton(settings);
        if (!settings.IsOn())
            return services.AddSingleton<ITranslator, NoTranslator>();

        services
            .AddHttpClient(TranslatingLine.HttpName, c => c.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                    MaxResponseHeadersLength = 16,
                }
            );
        services.AddSingleton<TranslatingLine>();
        return settings.Provider == TranslatingSettings.DeepL
            ? services.AddSingleton<ITranslator, DeepL>()
            : services.AddSingleton<ITranslator, LibreTranslate>();
    }
}
