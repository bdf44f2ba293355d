using MeetingHub.Web.Data;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Scheduling.Reminders;

/// <summary>
/// The one press in a mail program (RFC 8058). It comes without cookies, and its address is the proof; a GET changes nothing,
/// because scanners of mail follow every link.
/// </summary>
public static class RemindersEndpoint
{
    public static void MapReminders(this WebApplication app)
    {
        app.MapPost("/reminders/{token}/end", End).DisableAntiforgery().RequireRateLimiting(SecurityFeature.JoinLimit);
        app.MapGet("/reminders/{token}/end", (string token) => Results.Redirect($"/reminders/{token}"));
    }

    private static async Task<IResult> End(string token, ReminderSeal seal, HubDb db)
    {
        if (seal.Open(token) is not { } id || await db.People.FirstOrDefaultAsync(p => p.Id == id) is not { } person)
            return Results.Text("", statusCode: StatusCodes.Status404NotFound); // a page for it would ask for cookies
        new ReminderForm().Write(person);
        await db.SaveChangesAsync();
        return Results.NoContent();
    }
}
