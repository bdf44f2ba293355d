using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace MeetingHub.Web.Busy;

/// <summary>
/// Seals the addresses and passwords of other people's calendars. The keys lie outside the database, so that a copy of the
/// database alone opens no calendar.
/// </summary>
public sealed class BusySeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("busy-source");

    public string Close(string secret) => protector.Protect(secret);

    public OpenSource Open(BusySourceRow row) =>
        new(
            row.Kind == BusySourceKind.Microsoft365 ? row.Address : protector.Unprotect(row.Address),
            row.User,
            row.Password is { } password ? protector.Unprotect(password) : null
        );
}

/// <summary>A source with its secrets open, for as long as it is read.</summary>
public sealed record OpenSource(string Address, string? User, string? Password)
{
    public Uri Uri => new(Address);

    /// <summary>The same for two people who share a place and its password, and tells neither.</summary>
    public string Key =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Address, User, Password))));

    public override string ToString() => nameof(OpenSource);
}
