using Microsoft.AspNetCore.Identity;

namespace MeetingHub.Web.People;

/// <summary>How a person signs in. Its security stamp ends every session at once when it changes.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Guid PersonId { get; set; }
}
