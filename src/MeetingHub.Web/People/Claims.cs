using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MeetingHub.Web.People;

/// <summary>The one thing that a session says about a person: who they are. What they may do is asked of the database.</summary>
public static class Claims
{
    public const string PersonId = "person";

    public static Guid? Person(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(PersonId), out var id) ? id : null;
}

public sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Claims.PersonId, user.PersonId.ToString()));
        return identity;
    }
}
