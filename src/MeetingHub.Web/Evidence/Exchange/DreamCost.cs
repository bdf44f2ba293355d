using MeetingHub.Domain.Evidence;
using NodaTime;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>
/// What a project of DREAM costs: the items of its budget that are investment (<c>capex</c>), in the latest version of the
/// budget, when they are all of one currency. Nothing is converted, and running costs are not the project's price.
/// </summary>
internal sealed record DreamCost(decimal Amount, string Currency, LocalDate? From, LocalDate? To)
{
    private static readonly string?[] Latest = ["agreed", "revised", "original", null];

    public static DreamCost? Of(JsonFields budget, LeftFields left)
    {
        var items = budget.Objects("budgetBreakdown").Select(Read).ToList();
        if (items.Count == 0)
            return null;
        if (items.Any(i => i.Amount is null || i.Currency is null))
        {
            left.Add("approaches.budget.budgetBreakdown", LeftWhy.NotValid);
            return null;
        }

        var version = Latest.First(v => v is null || items.Exists(i => i.Version == v));
        var counted = items.Where(i => i.Version == version && i.Kind != "opex").ToList();
        if (counted.Select(i => i.Currency).Distinct().Count() != 1)
        {
            left.Add("approaches.budget.budgetBreakdown", LeftWhy.Ambiguous);
            return null;
        }

        return new(
            counted.Sum(i => i.Amount!.Value),
            counted[0].Currency!,
            counted.Min(i => i.From),
            counted.Max(i => i.To)
        );
    }

    private static Item Read(JsonFields item)
    {
        var amount = item.Object("amount");
        var period = item.Object("period");
        var kinds = item.Object("classifications");
        return new(
            amount?.Amount("amount"),
            amount?.Currency("currency"),
            period?.Day("startDate"),
            period?.Day("endDate"),
            kinds?.Text("costType", 50),
            kinds?.Text("budgetType", 50) is { } version && Latest.Contains(version) ? version : null
        );
    }

    private sealed record Item(
        decimal? Amount,
        string? Currency,
        LocalDate? From,
        LocalDate? To,
        string? Kind,
        string? Version
    );
}
