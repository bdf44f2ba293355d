using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace MeetingHub.Web.People;

/// <summary>
/// What a guest's browser holds after coming in by a personal link: which seat, and by which link. It opens nothing by itself:
/// the log is asked on every call whether the link still holds.
/// </summary>
public sealed record SeatTicket(Guid MeetingId, Guid SeatId, Guid PersonId, Guid LinkId);

/// <summary>Seals tickets into a cookie that is sent to this one meeting's pages alone.</summary>
public sealed class SeatTickets(IDataProtectionProvider protection, IClock clock)
{
    private static readonly Duration Life = Duration.FromDays(60);
    private readonly IDataProtector protector = protection.CreateProtector("seat-ticket");

    public void Hand(HttpContext http, SeatTicket ticket) =>
        http.Response.Cookies.Append(
            NameOf(ticket.MeetingId),
            protector.Protect($"{ticket.MeetingId:N}{ticket.SeatId:N}{ticket.PersonId:N}{ticket.LinkId:N}"),
            new CookieOptions
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = PathOf(ticket.MeetingId),
                Expires = (clock.GetCurrentInstant() + Life).ToDateTimeOffset(),
                IsEssential = true,
            }
        );

    public void TakeBack(HttpContext http, Guid meetingId) =>
        http.Response.Cookies.Delete(NameOf(meetingId), new CookieOptions { Path = PathOf(meetingId) });

    public SeatTicket? Read(HttpContext http, Guid meetingId)
    {
        if (http.Request.Cookies[NameOf(meetingId)] is not { } sealedTicket)
            return null;
        try
        {
            var text = protector.Unprotect(sealedTicket);
            var ids = Enumerable.Range(0, 4).Select(i => Guid.ParseExact(text.AsSpan(i * 32, 32), "N")).ToArray();
            return ids[0] == meetingId ? new SeatTicket(ids[0], ids[1], ids[2], ids[3]) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // forged, or sealed with keys that are gone: as good as none
        }
    }

    private static string NameOf(Guid meetingId) =>
        string.Create(CultureInfo.InvariantCulture, $"seat-{meetingId.ToString("N")[..12]}");

    private static string PathOf(Guid meetingId) => $"/m/{meetingId}";
}
