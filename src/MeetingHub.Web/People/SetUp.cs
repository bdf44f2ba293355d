using MeetingHub.Web.Data;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.People;

/// <summary>
/// The one-time link with which the first administrator is made. It is printed at each start until it is used: whoever reads
/// the server's own output may own the installation, nobody else.
/// </summary>
public sealed class SetUp(IDbContextFactory<HubDb> databases)
{
    private const string Name = "set_up_hash";

    /// <summary>A fresh secret while there is no account at all; the one printed before is void then.</summary>
    public async Task<string?> Offer()
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Users.AnyAsync())
            return null;
        var secret = Secret.Draw();
        if (await db.Settings.FindAsync(Name) is { } setting)
            setting.Value = Secret.HashOf(secret);
        else
            db.Settings.Add(new HubSetting { Name = Name, Value = Secret.HashOf(secret) });
        await db.SaveChangesAsync();
        return secret;
    }

    public async Task<bool> Holds(string secret)
    {
        await using var db = await databases.CreateDbContextAsync();
        return Secret.CouldBe(secret)
            && !await db.Users.AnyAsync()
            && (await db.Settings.FindAsync(Name))?.Value == Secret.HashOf(secret);
    }
}
