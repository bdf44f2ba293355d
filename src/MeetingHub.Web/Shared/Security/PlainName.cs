using System.Globalization;
using System.Text;
using MeetingHub.Web.People;

namespace MeetingHub.Web.Shared.Security;

/// <summary>
/// A name as it may be shown and mailed. Control characters would forge lines in mail and calendars; bidirectional overrides
/// and invisible characters would let one name look like another (Unicode TR 36). Letters of every script stay.
/// </summary>
public static class PlainName
{
    public static string Of(string? name)
    {
        var plain = new StringBuilder();
        foreach (var rune in (name ?? "").Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (plain.Length >= Person.LongestName)
                break;
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator:
                    if (plain.Length > 0 && plain[^1] != ' ')
                        plain.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse:
                    break;
                default:
                    plain.Append(rune.ToString());
                    break;
            }
        }

        return plain.ToString().Trim();
    }
}
