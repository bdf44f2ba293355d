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
        example = FirstRow();
    }

    private string Example(int place) => place < example.Count ? CellFault.Shortened(example[place].Text) : "";

    private bool IsSaid(int place) => import!.Said.ContainsKey(Spelling.Of(import.Headers[place]));

    private IReadOnlyList<Cell> FirstRow()
    {
        try
        {
            using var table = import!.Form.Open(Folder.FileOf(Id));
            return table.Rows().Select(r => r.Cells).FirstOrDefault() ?? [];
        }
        catch (TableException)
        {
            return [];
        }
    }

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
            said.TryAdd(Spelling.Of(import.Headers[place]), form[$"Column-{place}"].ToString());
        var twice = said.Values.Where(c => c.Length > 0).GroupBy(c => c).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            problem = T["import.twice", T[$"column.{twice.Key}"]];
            return;
        }

        var map = ColumnMap.Of(import.Map.Schema, import.Headers, said);
        if (map.Missing.FirstOrDefault() is { } missing)
        {
            problem = T["import.missing", T[$"column.{missing.Name}"]];
            import = import with { Said = said };
            return;
        }

        await Desk.Said(import, said);
        Nav.NavigateTo($"/evidence/import/{Id}");
    }
}
