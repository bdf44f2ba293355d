using MeetingHub.Web.Calendar;
using MimeKit;

namespace MeetingHub.Web.Mail;

/// <summary>
/// Turns a name and an address into a mailbox. The threat is an address such as <c>a@b.example&gt;, c@d.example</c> or one
/// with a line break: a letter with a personal link would go to somebody else too.
/// </summary>
internal static class MailAddress
{
    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    public static bool IsValid(string address) =>
        !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && MailboxAddress.TryParse(Strict, address, out var mailbox)
        && string.Equals(mailbox.Address, address, StringComparison.Ordinal)
        && mailbox.Route.Count == 0;

    /// <summary>The mailbox. Addresses are checked where they are entered, so a bad one here is a bug.</summary>
    public static MailboxAddress Of(string name, string address) =>
        IsValid(address)
            ? new MailboxAddress(SafeText.Name(name), address)
            : throw new ArgumentException("Not one plain mail address.", nameof(address));
}
