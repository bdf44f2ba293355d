using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Evidence.Import.Files;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.Figures;
using NodaTime;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>The demo community's registers, brought the way in which every file comes.</summary>
public static class DemoRegisters
{
    public static async Task Plant(RegisterBook book, Guid communityId, string country, Guid by)
    {
        foreach (var register in Enum.GetValues<Register>())
            await book.Write(communityId, by, "import", Read(register, country));
    }

    /// <summary>The demo's registers as its slides see them, apart from any database.</summary>
    internal static IDataBlocks Figures() =>
        CommunityBlocks.Over(
            PublicRegisters.Of(
                new(
                    [.. Read(Register.Damages, "UA").Cast<Damage>()],
                    [.. Read(Register.Projects, "UA").Cast<RecoveryProject>()],
                    [.. Read(Register.Funding, "UA").Cast<Funding>()]
                ),
                new LocalDate(2023, 1, 15)
            )
        );

    /// <summary>The entries of one file; a fault in it is a bug of ours.</summary>
    public static IReadOnlyList<IEntry> Read(Register register, string country)
    {
        using var table = Open(register);
        var map = ColumnMap.Of(RegisterSchema.Of(register), table.Headers);
        var rows = table.Rows().ToList();
        var survey = new Survey(map, CountryBox.Of(country));
        foreach (var row in rows)
            survey.Look(row.Cells);
        var reader = new EntryReader(map, survey.Rules(Answers.None));
        return
        [
            .. rows.Select(row =>
                reader.Read(row.Line, row.Cells) switch
                {
                    { Entry: { } entry } => entry,
                    { Faults: var faults } => throw new InvalidDataException($"{register} {row.Line}: {faults[0]}"),
                }
            ),
        ];
    }

    private static HeadedTable Open(Register register) =>
        new(
            new CsvTable(
                typeof(DemoRegisters).Assembly.GetManifestResourceStream($"demo-{Code.Of(register)}.csv")!,
                Encodings.Utf8,
                ','
            ),
            RegisterSchema.Of(register),
            null
        );
}
