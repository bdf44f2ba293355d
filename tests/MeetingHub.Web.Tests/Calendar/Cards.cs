using MeetingHub.Web.Calendar;
using NodaTime;

namespace MeetingHub.Web.Tests.Calendar;

/// <summary>The invitations that the calendar tests start from: Balakliia invites a councillor of Le Havre.</summary>
internal static class Cards
{
    public static readonly Guid Meeting = Guid.Parse("8f14e45f-ceea-467f-a0e6-1e2f3a4b5c6d");

    public static readonly InvitationCard Balakliia = new(
        Meeting,
        Sequence: 2,
        Stamp: Instant.FromUtc(2026, 9, 1, 7, 30, 15),
        IsCancelled: false,
        Start: Instant.FromUtc(2026, 10, 27, 8, 0),
        Length: Duration.FromMinutes(90),
        ZoneId: "Europe/Kyiv",
        Summary: "Відбудова лікарні; крок 1, бюджет",
        Description: "Порядок денний:\n1. Стан будівлі\n2. Кошторис, строки; ризики \\ запас",
        Location: "Hôtel de Ville, salle 2",
        Link: new Uri("https://hub.example/join/abc;def,ghi?s=1"),
        OrganizerName: "Олена Коваленко",
        OrganizerAddress: "meetings@meetinghub.example",
        AttendeeName: "Zoé Lefèvre",
        AttendeeAddress: "zoe.lefevre@lehavre.example",
        Language: "uk"
    );

    public static FeedEntry Entry(Instant start, string zoneId, string summary = "Нарада") =>
        new(
            Guid.NewGuid(),
            Sequence: 0,
            Stamp: Instant.FromUtc(2026, 9, 1, 7, 30),
            IsCancelled: false,
            start,
            Duration.FromHours(1),
            zoneId,
            summary,
            "",
            "",
            new Uri("https://hub.example/m/1")
        );
}
