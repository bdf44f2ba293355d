using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Web.Evidence.Pages;

/// <summary>
/// A row as a form: one field for each column of its register, read by the same reader as a file's row, so that what a file may
/// say a form may say, and the other way round.
/// </summary>
public sealed class RowForm
{
    private readonly RegisterSchema schema;
    private readonly Dictionary<string, string> cells;

    private RowForm(RegisterSchema schema, Dictionary<string, string> cells) =>
        (this.schema, this.cells) = (schema, cells);

    public IReadOnlyList<CellFault> Faults { get; private set; } = [];

    /// <summary>Whether it says who may learn of the row.</summary>
    public bool SaysAccess => cells.GetValueOrDefault("access") is { Length: > 0 };

    public string this[Column column] => cells.GetValueOrDefault(column.Name, "");

    public static RowForm Empty(Register register) => new(RegisterSchema.Of(register), []);

    public static RowForm Of(IEntry entry)
    {
        var own = RegisterSchema.Of(entry.Register);
        return new(
            own,
            own.Columns.Zip(EntryCells.Of(entry)).ToDictionary(c => c.First.Name, c => GuardedText.Bare(c.Second))
        );
    }

    public static RowForm Of(Register register, IFormCollection form)
    {
        var asked = RegisterSchema.Of(register);
        return new(asked, asked.Columns.ToDictionary(c => c.Name, c => form[FieldOf(c)].ToString().Trim()));
    }

    /// <summary>From a program's cells by column; what it does not name is empty.</summary>
    public static RowForm Of(Register register, IReadOnlyDictionary<string, string?> cells) =>
        new(RegisterSchema.Of(register), cells.ToDictionary(c => c.Key, c => c.Value?.Trim() ?? ""));

    /// <summary>
    /// What one person typed, with what another saved meanwhile wherever the first left things as they had seen them: to save it again
    /// undoes nothing that nobody looked at.
    /// </summary>
    public RowForm Over(RowForm seen, RowForm now) =>
        new(schema, schema.Columns.ToDictionary(c => c.Name, c => this[c] == seen[c] ? now[c] : this[c]));

    public static string FieldOf(Column column) => $"cell.{column.Name}";

    public CellFault? FaultOf(Column column) => Faults.FirstOrDefault(f => f.Column == column.Name);

    /// <summary>The entry, or null with <see cref="Faults"/>. What no column holds stays as it was.</summary>
    /// <param name="before">The row as it stands, null for a new one.</param>
    /// <param name="box">Where places must lie; null for anywhere.</param>
    public IEntry? Read(IEntry? before, CountryBox? box)
    {
        var map = ColumnMap.Of(schema, [.. schema.Columns.Select(c => c.Name)]);
        var reading = new EntryReader(map, new ReadingRules { Box = box }).Read(
            1,
            [.. schema.Columns.Select(c => (Cell)GuardedText.Guard(this[c]))]
        );
        Faults =
        [
            .. reading.Faults,
            .. cells
                .Keys.Where(name => schema.Columns.All(c => c.Name != name))
                .Select(name => new CellFault(CellFault.Shortened(name), CellFaultKind.UnknownColumn, "")),
        ];
        if (Faults.Count > 0)
            return null;
        return (reading.Entry, before) is (Funding funding, Funding was)
            ? funding.With(was.Access, was.ReleaseAfter)
            : reading.Entry;
    }

    /// <summary>Columns as people think of them, in the order of the form.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<Column> Columns)> Groups(Register register) =>
        [
            .. RegisterSchema
                .Of(register)
                .Columns.GroupBy(c => GroupOf(c.Name))
                .OrderBy(g => Array.IndexOf(Order, g.Key))
                .Select(g => (g.Key, (IReadOnlyList<Column>)[.. g])),
        ];

    private static readonly string[] Order = ["what", "where", "state", "money", "source", "access"];

    private static string GroupOf(string column) =>
        column switch
        {
            "katotth" or "public_place_uk" or "lat" or "lon" or "geo_precision" => "where",
            "damage_amount"
            or "loss_amount"
            or "need_amount"
            or "currency"
            or "price_date"
            or "cost_total"
            or "amount" => "money",
            "source_title" or "source_url" or "source_date" or "public_url" or "updated_at" => "source",
            "access" or "release_after" => "access",
            "damaged_from" or "damaged_to" or "grade" or "grade_scheme" or "grade_original" or "damage_percent" =>
                "state",
            "assessment_method" or "recovery_state" or "status_oc4ids" or "dream_status" or "dream_status_details" =>
                "state",
            "progress_percent" or "start_date" or "end_date" or "state" or "date" => "state",
            "people_served_before" or "people_served_now" or "priority" => "state",
            _ => "what",
        };
}
