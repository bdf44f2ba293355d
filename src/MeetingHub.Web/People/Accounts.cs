using MeetingHub.Domain.Languages;
using MeetingHub.Web.Data;
using MeetingHub.Web.Shared.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.People;

/// <summary>Makes people and their accounts. Either both stand or neither: the two are saved in one transaction.</summary>
public sealed class Accounts(HubDb db, UserManager<Account> users, AuditTrail audit, IClock clock)
{
    /// <summary>Under this name the audit has who made a link and for whom.</summary>
    internal const string LinkMade = "password_link_made";

    public sealed record NewPerson(
        string Name,
        string? Email,
        string Language,
        string Zone,
        Guid? CommunityId,
        OrganisationRole Role,
        LocalText Position
    );

    /// <param name="id">Chosen by the caller: the same one again is the same person.</param>
    public async Task<Person> Add(NewPerson entry, Guid? by, Guid? id = null)
    {
        if (await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id) is { } made)
            return made;
        var person = Make(entry, id);
        db.People.Add(person);
        audit.Note(db, by, "person_added", person.Id.ToString());
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>The person with a password of their own; refused in Identity's words (weak password, address taken).</summary>
    public async Task<(Person? Person, IdentityResult Result)> AddWithAccount(
        NewPerson entry,
        string password,
        Guid? by
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var person = Make(entry);
        person.HasAccount = true;
        db.People.Add(person);
        audit.Note(db, by, "account_made", person.Id.ToString());
        await db.SaveChangesAsync();
        var result = await users.CreateAsync(AccountOf(person), password);
        if (!result.Succeeded)
            return (null, result);
        await transaction.CommitAsync();
        return (person, result);
    }

    /// <summary>Gives a known person an account, and the secret of the one-time link by which they choose a password.</summary>
    public async Task<string> InviteToAccount(Guid personId, Guid by)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var person = await db.People.FirstAsync(p => p.Id == personId);
        var account = await db.Users.FirstOrDefaultAsync(u => u.PersonId == personId);
        if (account is null)
        {
            account = AccountOf(person);
            person.HasAccount = true;
            var made = await users.CreateAsync(account);
            if (!made.Succeeded)
                throw new InvalidOperationException(made.Errors.First().Code);
        }

        audit.Note(db, by, LinkMade, personId.ToString());
        await db.SaveChangesAsync();
        var token = await users.GeneratePasswordResetTokenAsync(account);
        await transaction.CommitAsync();
        return $"/choose-password?account={account.Id}&key={Uri.EscapeDataString(token)}";
    }

    public async Task SignOutEverywhere(Guid personId)
    {
        var account = await db.Users.FirstAsync(u => u.PersonId == personId);
        await users.UpdateSecurityStampAsync(account);
        audit.Note(db, personId, "signed_out_everywhere");
        await db.SaveChangesAsync();
    }

    private Person Make(NewPerson entry, Guid? id = null) =>
        new()
        {
            Id = id ?? Guid.CreateVersion7(),
            Name = PlainName.Of(entry.Name),
            Email = entry.Email?.Trim().ToLowerInvariant(),
            Language = entry.Language,
            Zone = entry.Zone,
            CommunityId = entry.CommunityId,
            Role = entry.Role,
            Position = entry.Position,
            CreatedAt = clock.GetCurrentInstant(),
        };

    private static Account AccountOf(Person person) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserName = person.Email,
            Email = person.Email,
            PersonId = person.Id,
        };
}
