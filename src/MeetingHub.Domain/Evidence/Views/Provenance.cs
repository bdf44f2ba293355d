using NodaTime;

namespace MeetingHub.Domain.Evidence.Views;

/// <summary>
/// Where a figure comes from: sources with the number of rows that each gave, assessment methods likewise (figures of
/// different methods are not alike), price dates, and the latest day that any of it speaks of.
/// </summary>
public sealed record Provenance(
    IReadOnlyList<(string Title, int Rows)> Sources,
    IReadOnlyList<(AssessmentMethod Method, int Rows)> Methods,
    LocalDate? EarliestPrices,
    LocalDate? LatestPrices,
    LocalDate? AsOf,
    int Rows
)
{
    public static Provenance Of(IReadOnlyCollection<Damage> rows) =>
        new(
            Titles(rows.Select(d => d.Source.Title)),
            [
                .. rows.Where(d => d.Method is not null)
                    .GroupBy(d => d.Method!.Value)
                    .OrderByDescending(g => g.Count())
                    .ThenBy(g => g.Key)
                    .Select(g => (g.Key, g.Count())),
            ],
            rows.Select(d => d.PriceDate).Min(),
            rows.Select(d => d.PriceDate).Max(),
            rows.Select(d => Later(d.Source.Date, d.UpdatedAt)).Max(),
            rows.Count
        );

    public static Provenance Of(IReadOnlyCollection<RecoveryProject> rows, IReadOnlyCollection<Funding> funding) =>
        new(
            Titles(rows.Select(p => Host(p.SourceUrl)).Concat(funding.Select(f => Host(f.SourceUrl)))),
            [],
            rows.Select(p => p.PriceDate).Min(),
            rows.Select(p => p.PriceDate).Max(),
            Later(rows.Select(p => p.UpdatedAt).Max(), funding.Select(f => f.Date).Max()),
            rows.Count
        );

    private static LocalDate? Later(LocalDate? a, LocalDate? b) => a is null || b > a ? b : a;

    private static IReadOnlyList<(string, int)> Titles(IEnumerable<string?> titles) =>
        [
            .. titles
                .OfType<string>()
                .GroupBy(t => t, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Count())),
        ];

    private static string? Host(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : null;
}
