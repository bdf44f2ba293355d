using System.Security.Cryptography;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Live;

/// <summary>Draws and finds short codes: six letters without those that are mistaken for one another on a screen.</summary>
public sealed class ShortCodes(IDbContextFactory<HubDb> databases)
{
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ23456789";

    public async Task<string> For(Guid meetingId, Side side)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.ShortCodes.FirstOrDefaultAsync(c => c.MeetingId == meetingId && c.Side == side) is { } known)
            return known.Code;
        var drawn = new ShortCode
        {
            Code = RandomNumberGenerator.GetString(Letters, 6),
            MeetingId = meetingId,
            Side = side,
        };
        db.ShortCodes.Add(drawn);
        await db.SaveChangesAsync();
        return drawn.Code;
    }

    public async Task<ShortCode?> Find(string? typed)
    {
        var code = new string([.. (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(7)]);
        await using var db = await databases.CreateDbContextAsync();
        return code.Length == 6 ? await db.ShortCodes.FindAsync(code) : null;
    }
}
