using MeetingHub.Web.Log;
using MeetingHub.Web.Scheduling.Polls;
using MeetingHub.Web.Scheduling.Reminders;
using NodaTime;

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
        services.AddSingleton<Reminders.ReminderSeal>();
        services.AddSingleton<ISummary, Reminders.PlannedReminders>();
        services.AddSingleton<ILetterWriter, Reminders.ReminderWriter>();
        services.AddSingleton(DateTimeZoneProviders.Tzdb);
        services.AddSingleton<ZoneLaw.ZoneReadings>();
        services.AddSingleton<ISummary>(s => s.GetRequiredService<ZoneLaw.ZoneReadings>());
        services.AddSingleton<ZoneLaw.ZoneLawCheck>();
        services.AddHostedService<ZoneLaw.ZoneLawKeeper>();
        services.AddSingleton<Series.SeriesLetters>();
        services.AddSingleton<Series.SeriesSecretariat>();
        services.AddSingleton<Series.SeriesChanges>();
        services.AddSingleton<ILetterWriter, Series.SeriesLetterWriter>();
        services.AddHostedService<Series.SeriesKeeper>();
        services.AddScoped<AddToCalendar>();
        services.AddPolls();
        services.AddScoped<Finding.CustomsBook>();
        services.AddScoped<Finding.PlaceBook>();
        services.AddScoped<Finding.TimeFinder>();
        services.AddScoped<Finding.HoursBook>();
        services.AddSingleton<Tray.TrayDesk>();
        services.AddSingleton<Replies.IReplyTargets, Replies.ReplyTargets>();
        services.AddSingleton<Replies.ReplySeats>();
        services.AddSingleton<Replies.LetterOwners>();
        services.AddSingleton<Replies.ReplyTray>();
        services.AddSingleton<Mail.Inbox.IInboundLetters, Replies.MailReplies>();
        services.AddSingleton<LetterHtml>();
        services.AddSingleton<LetterClaims>();
        services.AddSingleton<LetterSender>();
        services.AddHostedService(s => s.GetRequiredService<LetterSender>());
        return services;
    }

    public static void MapScheduling(this WebApplication app)
    {
        app.MapFeeds();
        app.MapAddToCalendar();
        app.MapReminders();
        app.MapPolls();
    }
}
