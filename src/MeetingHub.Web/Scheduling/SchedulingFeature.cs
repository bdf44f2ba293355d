namespace MeetingHub.Web.Scheduling;

public static class SchedulingFeature
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSingleton<LinkSeal>();
        services.AddSingleton<Secretariat>();
        services.AddSingleton<Feeds>();
        services.AddSingleton<ILetterWriter, LetterWriter>();
        services.AddSingleton<Busy.IOwnMeetings, PeoplesMeetings>();
        services.AddSingleton<Tray.SecretaryTray>();
        services.AddSingleton<Series.SeriesSecretariat>();
        services.AddSingleton<ILetterWriter, Series.SeriesLetterWriter>();
        services.AddHostedService<Series.SeriesKeeper>();
        services.AddScoped<AddToCalendar>();
        services.AddScoped<Finding.CustomsBook>();
        services.AddScoped<Finding.TimeFinder>();
        services.AddScoped<Finding.HoursBook>();
        services.AddSingleton<Tray.TrayDesk>();
        services.AddSingleton<Replies.IReplyTargets, Replies.ReplyTargets>();
        services.AddSingleton<Replies.ReplySeats>();
        services.AddSingleton<Replies.LetterOwners>();
        services.AddSingleton<Replies.ReplyTray>();
        services.AddSingleton<Mail.Inbox.IInboundLetters, Replies.MailReplies>();
        services.AddSingleton<LetterSender>();
        services.AddHostedService(s => s.GetRequiredService<LetterSender>());
        return services;
    }

    public static void MapScheduling(this WebApplication app)
    {
        app.MapFeeds();
        app.MapAddToCalendar();
    }
}
