namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>What a cell's text may be.</summary>
internal static class CellText
{
    /// <summary>Empty, or what people write for it.</summary>
    public static bool IsNothing(string text) =>
        text.Trim() is "" or "-" or "–" or "—" or "―" or "н/д" or "н.д." or "n/a" or "N/A";

    /// <summary>As Excel writes them in English and in Russian, which many an office in Ukraine has installed.</summary>
    public static bool IsFormulaError(string text) =>
        text
            is "#N/A"
                or "#REF!"
                or "#VALUE!"
                or "#DIV/0!"
                or "#NAME?"
                or "#NUM!"
                or "#NULL!"
                or "#Н/Д"
                or "#ССЫЛКА!"
                or "#ЗНАЧ!"
                or "#ДЕЛ/0!"
                or "#ИМЯ?"
                or "#ЧИСЛО!";

    public static bool IsKatotth(string text) =>
        text.Length == 19
        && text.StartsWith("UA", StringComparison.Ordinal)
        && !text.AsSpan(2).ContainsAnyExceptInRange('0', '9');

    /// <summary>Of the web alone: a link of another kind could run a script when it is clicked.</summary>
    public static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    public static CellFaultKind? FaultOf(Column column, decimal value) =>
        column.Kind switch
        {
            ColumnKind.Latitude => Math.Abs(value) > column.Most ? CellFaultKind.NotLatitude : null,
            ColumnKind.Longitude => Math.Abs(value) > column.Most ? CellFaultKind.NotLongitude : null,
            ColumnKind.Percent => value is < 0 or > 100 ? CellFaultKind.NotPercent : null,
            _ when value < 0 => CellFaultKind.Negative,
            _ when value > column.Most => CellFaultKind.TooLarge,
            ColumnKind.Count when value != decimal.Truncate(value) => CellFaultKind.NotWhole,
            _ => null,
        };
}
