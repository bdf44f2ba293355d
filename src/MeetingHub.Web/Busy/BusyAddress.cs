using MeetingHub.Web.Mail;
using MeetingHub.Web.Shared.Fetching;

namespace MeetingHub.Web.Busy;

/// <summary>What is wrong with an address as it was typed, before anybody is asked.</summary>
public enum BusyAddressFault
{
    NotAnAddress,
    HoldsPassword,
    PortNotAllowed,
    NotEncrypted,
    FieldsMissing,
    KindNotOffered,
}

/// <summary>A source as somebody entered it.</summary>
public sealed record EnteredSource(BusySourceKind Kind, string? Address, string? User = null, string? Password = null);

/// <summary>Checks an entered source and brings its address to the form that is kept.</summary>
public static class BusyAddress
{
    private const int Longest = 2000;
    private const int LongestWord = 500;

    public static (EnteredSource? Source, BusyAddressFault? Fault) Check(EnteredSource entered, TrustedHosts trusted)
    {
        var typed = entered.Address?.Trim() ?? "";
        if (entered.Kind == BusySourceKind.Microsoft365)
            return MailAddress.IsValid(typed)
                ? (new EnteredSource(entered.Kind, typed), null)
                : (null, BusyAddressFault.NotAnAddress);
        if (Parse(typed) is not { } address)
            return (null, BusyAddressFault.NotAnAddress);
        var isTrusted = trusted.Has(address);
        if (address.UserInfo.Length > 0)
            return (null, BusyAddressFault.HoldsPassword);
        if (!address.IsDefaultPort && !isTrusted)
            return (null, BusyAddressFault.PortNotAllowed);
        if (entered.Kind == BusySourceKind.Subscription)
            return (new EnteredSource(entered.Kind, address.AbsoluteUri), null);

        if (!IsWord(entered.User) || !IsWord(entered.Password) || entered.User!.Contains(':', StringComparison.Ordinal))
            return (null, BusyAddressFault.FieldsMissing);
        // Basic authentication is the password in plain sight of everybody on the way.
        return address.Scheme == Uri.UriSchemeHttps || isTrusted
            ? (entered with { Address = address.AbsoluteUri, User = entered.User.Trim() }, null)
            : (null, BusyAddressFault.NotEncrypted);
    }

    /// <summary>As calendar programs hand it out: <c>webcal:</c> is <c>https:</c> by another name.</summary>
    private static Uri? Parse(string typed)
    {
        foreach (var scheme in (string[])["webcal://", "webcals://"])
        {
            if (typed.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                typed = $"https://{typed[scheme.Length..]}";
        }

        return
            typed.Length <= Longest
            && !typed.Any(char.IsControl)
            && Uri.TryCreate(typed, UriKind.Absolute, out var address)
            && address.Scheme is ("http" or "https")
            && address.Host.Length > 0
            ? new UriBuilder(address) { Fragment = "" }.Uri
            : null;
    }

    private static bool IsWord(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= LongestWord && !text.Any(char.IsControl);
}
