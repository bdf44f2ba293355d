namespace MeetingHub.Web.Evidence.Import.Files;

/// <summary>How a file is to be opened: as recognised, or as somebody chose.</summary>
public sealed record TableForm(TableKind Kind, string Encoding, char? Separator, int Sheet)
{
    public static readonly IReadOnlyList<char> Separators = [',', ';', '\t', '|'];

    internal ITable Open(string path, CancellationToken stop = default) =>
        Kind == TableKind.Csv
            ? new CsvTable(File.OpenRead(path), Encoding, Separator)
            : new XlsxTable(path, Sheet, stop);
}
