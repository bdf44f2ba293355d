using System.Globalization;

namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>Which sign parts the whole from the fraction.</summary>
public enum DecimalMark
{
    Point,
    Comma,
}

/// <summary>
/// A number as people write it: with a decimal comma or point, thousands parted by any space, apostrophe, comma or point. Where
/// both readings are possible (<c>1,234</c>), nothing is guessed: <see cref="Value"/> needs to be told the mark.
/// </summary>
public sealed class NumberText
{
    private readonly decimal ifPoint;
    private readonly decimal ifComma;

    private NumberText(decimal ifPoint, decimal ifComma, DecimalMark? says, bool isAmbiguous) =>
        (this.ifPoint, this.ifComma, Says, IsAmbiguous) = (ifPoint, ifComma, says, isAmbiguous);

    /// <summary>The decimal mark that this number can only have been written with; null when it shows none.</summary>
    public DecimalMark? Says { get; }

    public bool IsAmbiguous { get; }

    /// <summary>The number, or null if it is ambiguous and no mark is given.</summary>
    public decimal? Value(DecimalMark? mark) =>
        !IsAmbiguous ? ifPoint
        : mark is null ? null
        : Under(mark.Value);

    /// <summary>The number if this were the mark.</summary>
    public decimal Under(DecimalMark mark) => mark == DecimalMark.Point ? ifPoint : ifComma;

    /// <summary>A cell as its column takes it: a per cent sign may stand in a column of per cents, nothing else anywhere.</summary>
    public static NumberText? Read(Column column, Cell cell)
    {
        if (cell.Kind == CellKind.Number)
            return Parse(cell.Text, NumberStyles.Float) is { } typed ? new(typed, typed, null, false) : null;
        var text = cell.Text;
        return Read(column.Kind == ColumnKind.Percent ? text.TrimEnd().TrimEnd('%') : text);
    }

    /// <summary>Null for what is no number.</summary>
    public static NumberText? Read(string text)
    {
        if (text.Length is > 0 and < 19 && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return new(Whole(text), Whole(text), null, false);
        var trimmed = text.AsSpan().Trim();
        var isNegative = trimmed is ['-' or '−', ..] || trimmed is ['(', .., ')'];
        var digits = trimmed is ['(', ..] ? trimmed[1..^1] : trimmed.TrimStart("+-−");
        if (digits.IsEmpty || digits.Length > 40 || Unspaced(digits) is not { } plain)
            return null;
        var hasSpaces = plain.Length < digits.Length;
        var points = plain.Count(c => c == '.');
        var commas = plain.Count(c => c == ',');
        return (points, commas) switch
        {
            (0, 0) => Sure(plain, null),
            (1, 0) or (0, 1) => OneMark(plain, points == 1 ? '.' : ',', hasSpaces),
            (0, _) => Grouped(plain, ',') ? Sure(plain, DecimalMark.Point) : null,
            (_, 0) => Grouped(plain, '.') ? Sure(plain, DecimalMark.Comma) : null,
            _ => BothMarks(plain),
        };

        NumberText? Sure(string number, DecimalMark? says) =>
            Parse(number, says ?? DecimalMark.Point) is { } value ? new(Sign(value), Sign(value), says, false) : null;

        NumberText? OneMark(string number, char mark, bool isSpaced)
        {
            var at = number.IndexOf(mark, StringComparison.Ordinal);
            var says = mark == '.' ? DecimalMark.Point : DecimalMark.Comma;
            var isAmbiguous = !isSpaced && number.Length - at == 4 && at is >= 1 and <= 3 && number[0] != '0';
            if (!isAmbiguous)
                return at < number.Length - 1 ? Sure(number, says) : null;
            return Parse(number, DecimalMark.Point) is { } point && Parse(number, DecimalMark.Comma) is { } comma
                ? new(Sign(point), Sign(comma), null, true)
                : null;
        }

        NumberText? BothMarks(string number)
        {
            var says = number.LastIndexOf('.') > number.LastIndexOf(',') ? DecimalMark.Point : DecimalMark.Comma;
            var (mark, group) = says == DecimalMark.Point ? ('.', ',') : (',', '.');
            var at = number.IndexOf(mark, StringComparison.Ordinal);
            return at == number.LastIndexOf(mark) && Grouped(number[..at], group) ? Sure(number, says) : null;
        }

        decimal Sign(decimal value) => isNegative ? -value : value;
    }

    private static decimal Whole(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static decimal? Parse(string number, DecimalMark mark)
    {
        var invariant =
            mark == DecimalMark.Point
                ? number.Replace(",", "", StringComparison.Ordinal)
                : number.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        return Parse(invariant, NumberStyles.AllowDecimalPoint);
    }

    private static decimal? Parse(string number, NumberStyles styles) =>
        decimal.TryParse(number, styles, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Without the spaces between groups of three; null where they stand elsewhere, as in two numbers in one cell.</summary>
    private static string? Unspaced(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('.', ',');
        var whole = (end < 0 ? text : text[..end]).ToString();
        var parts = whole.Split(' ', '\u00A0', '\u202F', '\u2009', '\'', '’');
        if (parts.Length > 1 && (parts[0].Length is 0 or > 3 || parts.Skip(1).Any(p => p.Length != 3)))
            return null;
        var plain = string.Concat(parts) + (end < 0 ? "" : text[end..].ToString());
        return plain.All(c => char.IsAsciiDigit(c) || c is '.' or ',') ? plain : null;
    }

    private static bool Grouped(string number, char group)
    {
        var parts = number.Split(group);
        return parts[0].Length is >= 1 and <= 3 && parts.Skip(1).All(p => p.Length == 3);
    }
}
