using System.Globalization;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Evidence.Import.Files;
using MeetingHub.Web.People;
using Microsoft.AspNetCore.Components;

namespace MeetingHub.Web.Evidence.Import;

public sealed partial class ImportColumns
{
    [Parameter]
    public Guid Id { get; set; }

    private ImportCase? import;
    private string? problem;
    private IReadOnlyList<(string Encoding, string Letters)> samples = [];
    private IReadOnlyList<Cell> example = [];
    private IReadOnlyList<TableRow> top = [];
    private int headerRow;

    // What was chosen a moment ago and could not be taken: nobody chooses thirty columns twice.
    private Dictionary<string, string>? chosen;

    private string? ColumnAt(int place) =>
        chosen is null ? import!.Map.Columns[place]?.Name : chosen[HeaderKey.Of(import!.Headers, place)];

    private List<Column> Missing => [.. import!.Map.Missing];

    internal static string NameOf(char separator) =>
        separator switch
        {
            ';' => "semicolon",
            '\t' => "tab",
            '|' => "bar",
            _ => "comma",
        };

    protected override async Task OnInitializedAsync()
    {
        Person me = await Current.Get();
        import = Desk.Find(Id, me);
        if (import is null || !File.Exists(Folder.FileOf(Id)))
        {
            Http.HttpContext!.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (import.Form.Kind == TableKind.Csv)
            samples = LetterSamples.Of(Folder.FileOf(Id), import.Form.Encoding);
        LookInside();
    }

    private string Example(int place) => place < example.Count ? CellFault.Shortened(example[place].Text) : "";

    private bool IsSaid(int place) => import!.Said.ContainsKey(HeaderKey.Of(import.Headers, place));

    /// <summary>The first rows, to choose from where the headers stand, and the first below these.</summary>
    private void LookInside()
    {
        try
        {
            using var table = import!.Form.Open(Folder.FileOf(Id), import.Schema);
            (top, headerRow) = (table.Top, table.At.First);
            example = table.Rows().Select(r => r.Cells).FirstOrDefault(c => !SideRow.Is(c, import.Map)) ?? [];
        }
        catch (TableException)
        {
            // The page says what is wrong with the file as a whole.
        }
    }

    private static string Told(TableRow row) =>
        CellFault.Shortened(string.Join(" · ", row.Cells.Select(c => c.Text.Trim()).Where(t => t.Length > 0)));

    /// <summary>Opens the file anew, as somebody says that it is written.</summary>
    private async Task Reopen()
    {
        if (import is null)
            return;
        var said = Http.HttpContext!.Request.Form;
        var form = import.Form with
        {
            Encoding = Encodings.Names.Contains(said["Encoding"].ToString())
                ? said["Encoding"].ToString()
                : import.Form.Encoding,
            Separator = TableForm.Separators.FirstOrDefault(
                s => NameOf(s) == said["Separator"],
                import.Form.Separator ?? ','
            ),
            Sheet =
                int.TryParse(said["Sheet"], NumberStyles.None, CultureInfo.InvariantCulture, out var sheet)
                && sheet >= 0
                && sheet < import.Sheets.Count
                    ? sheet
                    : import.Form.Sheet,
        };
        // Of another sheet or parted otherwise, another row is the header's.
        var isSameTable = (form.Sheet, form.Separator) == (import.Form.Sheet, import.Form.Separator);
        if (
            isSameTable && int.TryParse(said["HeaderRow"], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
        )
            form = form with
            {
                HeaderRow = row == headerRow ? import.Form.HeaderRow : Math.Min(row, HeaderRows.Looked),
            };
        else
            form = form with { HeaderRow = null };
        if (import.Form.Kind == TableKind.Xlsx)
            form = form with { Separator = null };
        await Desk.Looked(import with { Form = form, EncodingIsSure = true }, asks: true);
        Nav.NavigateTo($"/evidence/import/{Id}/columns");
    }

    private async Task Save()
    {
        if (import is null)
            return;
        var form = Http.HttpContext!.Request.Form;
        Dictionary<string, string> said = [];
        for (var place = 0; place < import.Headers.Count; place++)
            said[HeaderKey.Of(import.Headers, place)] = form[$"Column-{place}"].ToString();
        var twice = said.Values.Where(c => c.Length > 0).GroupBy(c => c).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            problem = T["import.twice", T[$"column.{twice.Key}"]];
            chosen = said;
            return;
        }

        var map = ColumnMap.Of(import.Map.Schema, import.Headers, said);
        if (map.Missing.Any())
        {
            problem = T["import.missing", string.Join(", ", map.Missing.Select(c => T[$"column.{c.Name}"]))];
            chosen = said;
            return;
        }

        await Desk.Said(import, said);
        Nav.NavigateTo($"/evidence/import/{Id}");
    }
}
