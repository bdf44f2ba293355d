namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>A word of a file that its column does not take, and in how many rows it stands.</summary>
/// <param name="Column">The schema's name of the column.</param>
/// <param name="Key">As <see cref="OwnWords.KeyOf"/> writes it.</param>
/// <param name="Text">The first spelling of it.</param>
/// <param name="Rows">At least 1.</param>
public sealed record UnknownWord(string Column, string Key, string Text, int Rows);

/// <summary>
/// What a community means by words of its own, such as a department's name for a sector: somebody says it once, and its next files
/// are read so too. A word that a column takes anyway means what it always means.
/// </summary>
public static class OwnWords
{
    /// <summary>The column and the word's spelling. No header is spelt with a colon, so both may stand in one list.</summary>
    public static string KeyOf(Column column, string text) =>
        $"{column.Name}:{(Spelling.Of(text) is { Length: > 0 } spelling ? spelling : text)}";

    /// <param name="said">By key, the code of a value; the empty string for "nobody knows".</param>
    /// <param name="column">One that takes words.</param>
    /// <param name="text">What stands in the cell.</param>
    public static Enum? Find(IReadOnlyDictionary<string, string> said, Column column, string text) =>
        said.TryGetValue(KeyOf(column, text), out var code)
            ? column.Words!.Values.FirstOrDefault(v => Code.Of(v) == code)
            : null;
}
