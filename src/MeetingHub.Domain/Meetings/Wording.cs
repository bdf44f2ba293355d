using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MeetingHub.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Domain.Meetings;

/// <summary>
/// What both sides agree to, word for word: the text, who owns it (a side, and a role or person there), by when, and
/// whether it is subject to a council's decision (money or legal effect: <c>needs_deliberation</c>).
/// </summary>
public sealed record Wording(LocalText Text, Side OwnerSide, LocalText Owner, LocalDate? Due, bool NeedsDeliberation)
{
    public const int LongestText = 2000;
    public const int LongestOwner = 200;

    /// <summary>Complete means: text and owner stand in both sides' languages. Only what is complete can be confirmed.</summary>
    public bool IsComplete(string hostLanguage, string partnerLanguage) =>
        Text.Has(hostLanguage) && Text.Has(partnerLanguage) && Owner.Has(hostLanguage) && Owner.Has(partnerLanguage);

    public Refusal? Fault() =>
        Text.IsEmpty ? Refusal.TextEmpty
        : Text.Texts.Values.Any(t => t.Length > LongestText) || Owner.Texts.Values.Any(t => t.Length > LongestOwner)
            ? Refusal.TextTooLong
        : null;

    /// <summary>
    /// The version that is confirmed: the first 32 hex digits of SHA-256 over every part, each with its length before it,
    /// so that no two different wordings can be written as the same line. Of half as many digits a pair of wordings with one
    /// hash can be searched for (2^32 tries) and swapped under the other side's hand.
    /// </summary>
    public string Hash()
    {
        var canonical = new StringBuilder();
        foreach (var (language, text) in Text.Texts)
            Part(canonical, "text." + language, text);
        Part(canonical, "side", OwnerSide.ToString());
        foreach (var (language, text) in Owner.Texts)
            Part(canonical, "owner." + language, text);
        Part(canonical, "due", Due is { } due ? LocalDatePattern.Iso.Format(due) : "");
        Part(canonical, "deliberation", NeedsDeliberation ? "yes" : "no");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())))[..32];
    }

    private static void Part(StringBuilder to, string name, string text) =>
        to.Append(CultureInfo.InvariantCulture, $"{name}:{text.Length}:{text}\n");
}
