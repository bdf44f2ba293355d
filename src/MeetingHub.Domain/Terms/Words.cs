using System.Globalization;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Domain.Terms;

/// <summary>A word as it stands in a text, and in small letters with one kind of apostrophe.</summary>
internal readonly record struct Word(int Start, int Length, string Plain)
{
    public int End => Start + Length;
}

internal static class Words
{
    /// <summary>Words in their order. Ukrainian writes apostrophes inside words (об’єкт), French and English between them (l’école).</summary>
    public static List<Word> In(string text, string language)
    {
        List<Word> words = [];
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (IsLetter(text[at]) || (start >= 0 && IsInside(text, at, language))))
            {
                start = start < 0 ? at : start;
                continue;
            }

            if (start >= 0)
                words.Add(new(start, at - start, Plain(text[start..at])));
            start = -1;
        }

        return words;
    }

    private static bool IsLetter(char c) =>
        char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsInside(string text, int at, string language) =>
        language == Language.Ukrainian && IsApostrophe(text[at]) && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`';

    private static string Plain(string word) =>
        string.Concat(word.ToLowerInvariant().Select(c => IsApostrophe(c) ? '’' : c)).Normalize();
}
