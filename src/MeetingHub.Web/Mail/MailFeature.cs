using MeetingHub.Web.Mail.Inbox;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MeetingHub.Web.Mail;

/// <summary>Adds the way out for letters and the way in for replies. Their settings are checked before the start, not at the first invitation.</summary>
public static class MailFeature
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailSettings>(configuration.GetSection(MailSettings.Section));
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton<IMailTransport>(Transport);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<InboxMemory>();
        services.AddSingleton<InboxRound>();
        services.AddHostedService<InboxReader>();
        return services;
    }

    private static IMailTransport Transport(IServiceProvider services) =>
        services.GetRequiredService<IOptions<MailSettings>>().Value.Transport == MailTransportKind.Smtp
            ? ActivatorUtilities.CreateInstance<SmtpTransport>(services)
            : ActivatorUtilities.CreateInstance<EmlFiles>(services);
}
