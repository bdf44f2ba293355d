using NodaTime.Text;

namespace MeetingHub.Domain.Evidence.Reading;

internal static class FundingReader
{
    public static Funding Read(RowCells row, FundingIds ids)
    {
        var funding = new Funding
        {
            Id = row.Text("funding_id") ?? "",
            ProjectId = row.Text("project_id") ?? "",
            FinanceType = row.Text("finance_type"),
            FinanceCategory = row.Text("finance_category"),
            Party = row.Text("party"),
            Amount = row.Number("amount") ?? 0,
            Currency = row.Currency("currency") ?? "",
            State = row.Word<FundingState>("state") ?? default,
            Date = row.Date("date"),
            SourceUrl = row.Text("source_url"),
        };
        return funding.Id.Length > 0 ? funding : funding with { Id = Derived(funding, ids) };
    }

    private static string Derived(Funding f, FundingIds ids) =>
        ids.Next(
            f.ProjectId,
            f.Party,
            f.FinanceType,
            f.FinanceCategory,
            Code.Of(f.State),
            f.Date is { } date ? LocalDatePattern.Iso.Format(date) : null,
            f.Currency
        );
}
