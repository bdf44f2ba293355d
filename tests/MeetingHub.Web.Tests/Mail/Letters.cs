using MeetingHub.Web.Calendar;
using MeetingHub.Web.Mail;
using MeetingHub.Web.Tests.Calendar;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MeetingHub.Web.Tests.Mail;

/// <summary>The letters that the mail tests send, and a clock that stands still.</summary>
internal static class Letters
{
    public static readonly Letter Plain = new(
        Guid.Parse("45c48cce-2e2d-4fbd-aa0a-fc51c7c6ad26"),
        "Zoé Lefèvre",
        "zoe.lefevre@lehavre.example",
        ReplyToAddress: null,
        "Запрошення: відбудова лікарні в Балаклії, вівторок 27 жовтня, 10:00 (Київ)",
        "Вітаємо!\nДо зустрічі.",
        "<p>Вітаємо!</p>\n<p>До зустрічі.</p>",
        Calendar: null,
        CalendarMethod: null
    );

    public static readonly IClock Clock = new StoppedClock();

    public static Letter Invitation(InvitationCard? card = null)
    {
        var invitation = card ?? Cards.Balakliia;
        return Plain with { Calendar = InvitationCalendar.Write(invitation), CalendarMethod = invitation.Method };
    }

    public static IOptions<MailSettings> Settings(Action<MailSettings> change)
    {
        var settings = new MailSettings();
        change(settings);
        return Options.Create(settings);
    }

    private sealed class StoppedClock : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2026, 9, 1, 7, 30, 15);
    }
}
