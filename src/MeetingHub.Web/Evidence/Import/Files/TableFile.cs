using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Web.Evidence.Import.Files;

/// <summary>How a file is to be opened: as recognised, or as somebody chose.</summary>
public sealed record TableForm(TableKind Kind, string Encoding, char? Separator, int Sheet)
{
    /// <summary>The row in which headers begin, among those that are not empty, from 0; null: found anew each time.</summary>
    public int? HeaderRow { get; init; }

    public static readonly IReadOnlyList<char> Separators = [',', ';', '\t', '|'];

    internal HeadedTable Open(string path, RegisterSchema schema, CancellationToken stop = default) =>
        new(
            Kind == TableKind.Csv
                ? new CsvTable(File.OpenRead(path), Encoding, Separator)
                : new XlsxTable(path, Sheet, stop),
            schema,
            HeaderRow
        );
}
