namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>
/// A header such as <c>name</c> or <c>nom</c> says in which language the table was made, not in which its texts are: exports of
/// Ukrainian maps and questionnaires have English headers above Ukrainian names.
/// </summary>
public static class LettersBelow
{
    /// <summary>How many rows are enough to tell.</summary>
    public const int Looked = 200;

    /// <summary>
    /// The headers, by their <see cref="HeaderKey"/>, that would be taken for French or English though most letters below them are
    /// Cyrillic, each with the Ukrainian column instead; none where another header has that column.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(
        RegisterSchema schema,
        IReadOnlyList<string> headers,
        IEnumerable<IReadOnlyList<Cell>> rows
    )
    {
        var map = ColumnMap.Of(schema, headers);
        var places = map.Columns.Select((column, place) => (Ukrainian: UkrainianOf(column), place));
        var doubtful = places
            .Where(p => p.Ukrainian is { } name && map.PlaceOf(name) is null)
            .DistinctBy(p => p.Ukrainian)
            .ToDictionary(p => p.place, p => p.Ukrainian!);
        var balance = doubtful.Keys.ToDictionary(place => place, _ => 0);
        foreach (var row in rows.Take(doubtful.Count == 0 ? 0 : Looked))
        foreach (var place in doubtful.Keys.Where(place => place < row.Count))
            balance[place] += Balance(row[place].Text);
        return doubtful
            .Where(d => balance[d.Key] > 0)
            .ToDictionary(d => HeaderKey.Of(headers, d.Key), d => d.Value, StringComparer.Ordinal);
    }

    private static string? UkrainianOf(Column? column) =>
        column?.Name is [.. var stem, '_', ('f' or 'e'), ('r' or 'n')] ? $"{stem}_uk" : null;

    private static int Balance(string text) =>
        text.Count(c => c is >= '\u0400' and <= '\u04FF') - text.Count(char.IsAsciiLetter);
}
