using Microsoft.AspNetCore.DataProtection;

namespace MeetingHub.Web.Scheduling;

/// <summary>
/// Seals a raw link while its letter waits to be sent. The keys lie outside the database, so that a copy of the database alone
/// opens no meeting.
/// </summary>
public sealed class LinkSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("join-link");

    public string Close(string secret) => protector.Protect(secret);

    public string Open(string closed) => protector.Unprotect(closed);
}
