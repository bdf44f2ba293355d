namespace MeetingHub.Web.Mail;

public static class MailFeature
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration) => services;
}

public sealed class MailSettings
{
    public static string? Fault(IConfiguration configuration) => null;
}
