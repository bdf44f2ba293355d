using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Data;

/// <summary>
/// Names the history that sequence numbers count in. A database restored from a backup has lost facts that browsers have
/// already seen: the verb <c>restored</c> draws a new epoch, and every browser starts from a fresh snapshot.
/// </summary>
public sealed class Epoch(IDbContextFactory<HubDb> databases)
{
    private const string Name = "epoch";

    public string Current { get; private set; } = "";

    public async Task Load()
    {
        await using var db = await databases.CreateDbContextAsync();
        Current = (await db.Settings.FindAsync(Name))?.Value ?? await Draw();
    }

    public async Task<string> Draw()
    {
        await using var db = await databases.CreateDbContextAsync();
        var setting = await db.Settings.FindAsync(Name);
        Current = RandomNumberGenerator.GetHexString(8, lowercase: true);
        if (setting is null)
            db.Settings.Add(new HubSetting { Name = Name, Value = Current });
        else
            setting.Value = Current;
        await db.SaveChangesAsync();
        return Current;
    }
}
