namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>Which place of a row holds which column. A column stands at most once; a place without a column is passed over.</summary>
public sealed class ColumnMap
{
    private readonly Dictionary<string, int> places;

    private readonly Dictionary<string, HeaderUnit> units;

    private ColumnMap(RegisterSchema schema, IReadOnlyList<Column?> columns, IReadOnlyList<string> headers)
    {
        (Schema, Columns) = (schema, columns);
        units = columns
            .Zip(headers)
            .Where(c => c.First is { Kind: ColumnKind.Amount })
            .ToDictionary(c => c.First!.Name, c => HeaderUnit.Of(c.Second));
        places = columns
            .Select((column, place) => (column, place))
            .Where(c => c.column is not null)
            .ToDictionary(c => c.column!.Name, c => c.place);
    }

    public RegisterSchema Schema { get; }

    /// <summary>For each place of a row its column, or null.</summary>
    public IReadOnlyList<Column?> Columns { get; }

    /// <summary>Columns that the register cannot do without and no place holds.</summary>
    public IEnumerable<Column> Missing => Schema.Columns.Where(c => c.IsRequired && !Names.Contains(c.Name));

    /// <summary>What the table speaks of, be it in a column or in the headers of its amounts.</summary>
    public IReadOnlySet<string> Names =>
        places.Keys.Concat(Currency is null ? Array.Empty<string>() : ["currency"]).ToHashSet(StringComparer.Ordinal);

    /// <summary>The one currency that the headers of all amounts name, where no column does; ISO 4217.</summary>
    public string? Currency =>
        !places.ContainsKey("currency") && units.Values.Select(u => u.Currency).Distinct().ToList() is [var only]
            ? only
            : null;

    /// <summary>
    /// By the headers, and before them by what somebody has said of them, by <see cref="HeaderKey"/>: a column's name, or the empty
    /// string for "not taken". A header whose column an earlier one has already is left for somebody to decide.
    /// </summary>
    public static ColumnMap Of(
        RegisterSchema schema,
        IReadOnlyList<string> headers,
        IReadOnlyDictionary<string, string>? said = null
    )
    {
        var columns = new Column?[headers.Count];
        HashSet<Column> taken = [];
        foreach (var isSaid in new[] { true, false })
        {
            for (var place = 0; place < headers.Count; place++)
            {
                var wish = said?.GetValueOrDefault(HeaderKey.Of(headers, place));
                if (isSaid != wish is not null)
                    continue;
                var column = isSaid
                    ? schema.Columns.FirstOrDefault(c => c.Name == wish)
                    : schema.Find(headers[place]) ?? schema.Find(HeaderRows.LowerOf(headers[place]));
                if (column is not null && taken.Add(column))
                    columns[place] = column;
            }
        }

        return new(schema, columns, headers);
    }

    /// <summary>What the numbers of a column are multiplied by, as its header says.</summary>
    public decimal ScaleOf(string column) => units.TryGetValue(column, out var unit) ? unit.Scale : 1;

    public int? PlaceOf(string column) => places.TryGetValue(column, out var place) ? place : null;
}
