using System.Globalization;

namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>
/// By what a column of a file is known when somebody says what it holds: its header's <see cref="Spelling"/>. A header that is
/// empty, or the second of its kind, is known by its place; that says nothing of other files.
/// </summary>
public static class HeaderKey
{
    private const char Place = '#';

    public static string Of(IReadOnlyList<string> headers, int place)
    {
        var spelling = Spelling.Of(headers[place]);
        var isFirst = spelling.Length > 0 && !headers.Take(place).Any(h => Spelling.Of(h) == spelling);
        return isFirst ? spelling : Place + (place + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whether it would be the same column in the community's next file.</summary>
    public static bool Lasts(string key) => !key.StartsWith(Place);
}
