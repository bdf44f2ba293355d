using System.Globalization;
using System.Text;

namespace MeetingHub.Web.Calendar;

/// <summary>Addresses as calendar properties carry them: ASCII only, with nothing a reader could take for syntax.</summary>
public static class IcsLink
{
    /// <summary>
    /// An absolute address. Commas and semicolons are percent-encoded: a URI is not escaped, yet some readers
    /// (Ical.Net among them) unescape it as if it were text.
    /// </summary>
    public static string Of(Uri link)
    {
        var absolute = link.AbsoluteUri;
        if (!Ascii.IsValid(absolute))
            absolute = new UriBuilder(link) { Host = link.IdnHost }
                .Uri
                .AbsoluteUri;

        return absolute.Replace(",", "%2C", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);
    }

    /// <summary>A mail address as <c>mailto:</c> (RFC 6068): the domain in its ASCII form, the rest percent-encoded.</summary>
    public static string Mailto(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || at == address.Length - 1)
            throw new ArgumentException("A mail address has a name and a domain.", nameof(address));

        return $"mailto:{Encode(address[..at])}@{Encode(Domain(address[(at + 1)..]))}";
    }

    private static string Domain(string domain) => Ascii.IsValid(domain) ? domain : new IdnMapping().GetAscii(domain);

    private static string Encode(string part)
    {
        var encoded = new StringBuilder(part.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(part))
        {
            if (char.IsAsciiLetterOrDigit((char)octet) || "-._~!$'*+".Contains((char)octet, StringComparison.Ordinal))
                encoded.Append((char)octet);
            else
                encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
