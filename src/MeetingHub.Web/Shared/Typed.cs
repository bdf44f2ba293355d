using System.Globalization;
using System.Text;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Shared;

/// <summary>
/// Text as people typed it, made safe to keep: normalised, without control characters (but line breaks) and without
/// bidirectional overrides, which would let a line read other than it is (CVE-2021-42574).
/// </summary>
public static class Typed
{
    /// <summary>
    /// A day as a field of a form sends it, or none for an empty field. False for what is neither: a guard that is read as "none"
    /// would open what it should keep.
    /// </summary>
    public static bool IsDayOrNothing(string? text, out LocalDate? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (LocalDatePattern.Iso.Parse(text.Trim()) is not { Success: true } read)
            return false;
        day = read.Value;
        return true;
    }

    public static string Text(string? text)
    {
        var kept = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n' || !IsHarmful(rune))
                kept.Append(rune.ToString());
        }

        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    public static string? Note(string? text) => Text(text) is { Length: > 0 } note ? note : null;

    public static LocalText Each(LocalText? text) =>
        text is null
            ? LocalText.Empty
            : LocalText.Of(text.Texts.Select(t => KeyValuePair.Create(t.Key, Text(t.Value))));

    public static Wording Wording(Wording wording) =>
        wording with
        {
            Text = Each(wording.Text),
            Owner = Each(wording.Owner),
        };

    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        || rune.Value is 0xFEFF or 0xFFFD or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
