using System.Buffers.Text;
using System.Security.Cryptography;
using MeetingHub.Web.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace MeetingHub.Web.Scheduling.Reminders;

/// <summary>
/// The address under which somebody without an account chooses their reminders. It holds their id, sealed: nobody can guess
/// another's, and whoever is shown a forwarded one can change nothing but which reminders come.
/// </summary>
public sealed class ReminderSeal(IDataProtectionProvider protection, Addresses addresses)
{
    private readonly IDataProtector protector = protection.CreateProtector("reminders");

    public Uri PageOf(Guid personId) => new($"{addresses.Root}/reminders/{Close(personId)}");

    public Uri EndOf(Guid personId) => new($"{PageOf(personId)}/end");

    public string Close(Guid personId) => Base64Url.EncodeToString(protector.Protect(personId.ToByteArray()));

    public Guid? Open(string token)
    {
        try
        {
            return new Guid(protector.Unprotect(Base64Url.DecodeFromChars(token)));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
