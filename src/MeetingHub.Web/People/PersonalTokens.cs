using MeetingHub.Web.Data;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.People;

/// <summary>Makes, finds and ends personal access tokens.</summary>
public sealed class PersonalTokens(IDbContextFactory<HubDb> databases, AuditTrail audit, IClock clock)
{
    public const string Prefix = "mh_";
    private static readonly Duration Life = Duration.FromDays(365);

    public async Task<string> Make(Guid personId, string name)
    {
        await using var db = await databases.CreateDbContextAsync();
        var secret = Secret.Draw();
        var now = clock.GetCurrentInstant();
        var token = new PersonalToken
        {
            Id = Guid.CreateVersion7(),
            PersonId = personId,
            Hash = Secret.HashOf(secret),
            Name = name.Length > 100 ? name[..100] : name,
            CreatedAt = now,
            ExpiresAt = now + Life,
        };
        db.PersonalTokens.Add(token);
        audit.Note(db, personId, "token_made", token.Id.ToString());
        await db.SaveChangesAsync();
        return Prefix + secret;
    }

    /// <summary>Whose token this is, or null when it is unknown, ended or expired, or its owner has no account any more.</summary>
    public async Task<Person?> OwnerOf(string token, CancellationToken stop = default)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || !Secret.CouldBe(token[Prefix.Length..]))
            return null;

        var hash = Secret.HashOf(token[Prefix.Length..]);
        var now = clock.GetCurrentInstant();
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db
            .PersonalTokens.Where(t => t.Hash == hash && t.RevokedAt == null && t.ExpiresAt > now)
            .Join(db.People.Where(p => p.HasAccount), t => t.PersonId, p => p.Id, (_, p) => p)
            .AsNoTracking()
            .FirstOrDefaultAsync(stop);
    }

    public async Task End(Guid personId, Guid tokenId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (
            await db.PersonalTokens.FirstOrDefaultAsync(t => t.Id == tokenId && t.PersonId == personId) is not { } token
        )
            return;
        token.RevokedAt ??= clock.GetCurrentInstant();
        audit.Note(db, personId, "token_ended", tokenId.ToString());
        await db.SaveChangesAsync();
    }
}
