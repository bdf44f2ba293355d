namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>The form of a register's file: its columns in their order.</summary>
public sealed class RegisterSchema
{
    private static readonly RegisterSchema Damages = new(Register.Damages, DamageColumns.All);
    private static readonly RegisterSchema Projects = new(Register.Projects, ProjectColumns.All);
    private static readonly RegisterSchema Funding = new(Register.Funding, FundingColumns.All);

    private readonly Dictionary<string, Column> byHeader = new(StringComparer.Ordinal);

    private RegisterSchema(Register register, IReadOnlyList<Column> columns)
    {
        (Register, Columns) = (register, columns);
        foreach (var column in columns)
            byHeader.Add(Spelling.Of(column.Name), column);
        foreach (var column in columns)
        foreach (var header in column.Headers)
            byHeader.TryAdd(Spelling.Of(header), column);
    }

    public Register Register { get; }

    public IReadOnlyList<Column> Columns { get; }

    public Column this[string name] => Columns.First(c => c.Name == name);

    public static RegisterSchema Of(Register register) =>
        register switch
        {
            Register.Damages => Damages,
            Register.Projects => Projects,
            _ => Funding,
        };

    /// <summary>
    /// The column that a header means, or null for one that must be asked about. A currency behind a comma is no part of the name;
    /// thousands of it are: what is going to be multiplied, somebody has seen once. See <see cref="HeaderUnit"/>.
    /// </summary>
    public Column? Find(string header)
    {
        var name = Spelling.Of(header);
        if (byHeader.TryGetValue(name, out var column))
            return column;
        var end = name.LastIndexOf(' ');
        return
            end > 0
            && Currencies.Read(name[(end + 1)..]) is not null
            && byHeader.GetValueOrDefault(name[..end]) is { Kind: ColumnKind.Amount } amount
            ? amount
            : null;
    }
}
