using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.People;

/// <summary>
/// Whether two accounts are two people. Who hands out the link by which a password is chosen could have chosen it: a secretary
/// would else make an account for "the head" and confirm with it what they have asked for themselves. The newest link counts.
/// </summary>
internal static class SecondPerson
{
    public static async Task<bool> IsApart(HubDb db, Guid one, Guid other) =>
        await KeyGiver(db, one) != other && await KeyGiver(db, other) != one;

    private static async Task<Guid?> KeyGiver(HubDb db, Guid person)
    {
        var subject = person.ToString();
        return await db
            .Audit.Where(a => a.What == Accounts.LinkMade && a.Subject == subject)
            .OrderByDescending(a => a.At)
            .Select(a => a.By)
            .FirstOrDefaultAsync();
    }
}
