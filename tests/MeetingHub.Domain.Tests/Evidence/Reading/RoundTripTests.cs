using CsCheck;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Domain.Languages;
using NodaTime;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

/// <summary>Whatever is written in the schema's form is read back as the same entry.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.Char["абвґї'’=+-@\"; ,\tŒéxyz01"], 1, 20]
        .Select(t => t.Replace('\t', ' ').Trim())
        .Where(t => t.Length > 0);

    private static readonly Gen<string?> MaybeText = Gen.OneOf(Texts.Select(t => (string?)t), Gen.Const((string?)null));

    private static readonly Gen<LocalDate?> MaybeDate = Gen.OneOf(
        Gen.Int[0, 60000].Select(d => (LocalDate?)new LocalDate(1930, 1, 1).PlusDays(d)),
        Gen.Const((LocalDate?)null)
    );

    private static readonly Gen<decimal?> MaybeAmount = Gen.OneOf(
        Gen.Select(Gen.Long[0, 100_000_000_000], Gen.Int[0, 4])
            .Select((n, s) => (decimal?)new decimal((int)(n % int.MaxValue), 0, 0, false, (byte)s)),
        Gen.Const((decimal?)null)
    );

    private static readonly Gen<LocalText> Local = Gen.Select(MaybeText, MaybeText, MaybeText)
        .Select((uk, fr, en) => LocalText.Of(("uk", uk ?? ""), ("fr", fr ?? ""), ("en", en ?? "")));

    private static readonly Gen<Damage> Damages = Gen.Select(
            Gen.Select(Texts, Local, MaybeText, Gen.Enum<Sector>()),
            Gen.Select(Gen.Int[440000, 529999], Gen.Int[220000, 409999], Gen.Enum<GeoPrecision>(), Gen.Enum<Access>()),
            Gen.Select(MaybeDate, MaybeDate, Gen.Enum<DamageGrade>(), Gen.Enum<RecoveryState>()),
            Gen.Select(MaybeAmount, MaybeAmount, MaybeText, MaybeDate)
        )
        .Select(
            (what, where, when, money) =>
                new Damage
                {
                    Id = what.Item1,
                    Name = what.Item2,
                    ObjectType = what.Item3,
                    Sector = what.Item4,
                    Point = new GeoPoint(where.Item1 / 10000m, where.Item2 / 10000m),
                    Precision = where.Item3,
                    Access = where.Item4,
                    DamagedFrom = when.Item1 is { } a && when.Item2 is { } b ? LocalDate.Min(a, b) : when.Item1,
                    DamagedTo = when.Item1 is { } c && when.Item2 is { } d ? LocalDate.Max(c, d) : when.Item2,
                    Grade = when.Item3,
                    Recovery = when.Item4,
                    DamageAmount = money.Item1,
                    NeedAmount = money.Item2,
                    Currency = "UAH",
                    Source = new Source(money.Item3, "https://izium.example/a", money.Item4),
                }
        );

    private static readonly Gen<RecoveryProject> Projects = Gen.Select(Texts, Local, Local, MaybeAmount, MaybeText)
        .Select(
            (id, title, summary, cost, implementer) =>
                new RecoveryProject
                {
                    Id = id,
                    Title = title,
                    Summary = summary,
                    CostTotal = cost,
                    Currency = "EUR",
                    Implementer = implementer,
                    DamageIds = ["a", "b"],
                    Status = ProjectStatus.Implementation,
                    Ask = AskType.Exchange,
                    SectorOc4ids = "education;transport.road",
                }
        );

    private static readonly Gen<Funding> Fundings = Gen.Select(
            Texts,
            Texts,
            MaybeText,
            MaybeAmount,
            MaybeDate,
            Gen.Enum<FundingState>()
        )
        .Select(
            (id, project, party, amount, date, state) =>
                new Funding
                {
                    Id = id,
                    ProjectId = project,
                    Party = party,
                    Amount = amount ?? 1,
                    Currency = "EUR",
                    Date = date,
                    State = state,
                }
        );

    [Fact]
    public void Damages_come_back_as_they_left() => Damages.Array[1, 8].Sample(Returns);

    [Fact]
    public void Projects_come_back_as_they_left() => Projects.Array[1, 8].Sample(Returns);

    [Fact]
    public void Funding_comes_back_as_it_left() => Fundings.Array[1, 8].Sample(Returns);

    [Fact]
    public void Every_column_of_the_schema_is_written()
    {
        foreach (var entry in new IEntry[] { Damages.Single(), Projects.Single(), Fundings.Single() })
            Assert.Equal(RegisterSchema.Of(entry.Register).Columns.Count, EntryCells.Of(entry).Count);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("'=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("-2+3")]
    [InlineData("''")]
    public void Formulas_leave_as_text_and_come_back_as_they_were(string text)
    {
        Assert.False(GuardedText.Guard(text)[0] is '=' or '+' or '-' or '@');
        Assert.Equal(text, GuardedText.Bare(GuardedText.Guard(text)));
    }

    private static bool Returns<T>(T[] entries)
        where T : IEntry
    {
        var distinct = entries.DistinctBy(e => e.Id).Cast<IEntry>().ToList();
        var schema = RegisterSchema.Of(distinct[0].Register);
        var map = ColumnMap.Of(schema, [.. schema.Columns.Select(c => c.Name)]);
        var rows = distinct.Select(e => EntryCells.Of(e).Select(c => new Cell(c)).ToList()).ToList();
        var survey = new Survey(map, CountryBox.Of("UA"));
        rows.ForEach(survey.Look);
        var reader = new EntryReader(map, survey.Rules(Answers.None));
        var read = rows.Select((row, i) => reader.Read(i + 2, row)).ToList();
        Assert.All(read, r => Assert.True(r.Entry is not null, string.Join("; ", r.Faults)));
        Assert.Equal(distinct, read.Select(r => r.Entry!));
        return true;
    }
}
