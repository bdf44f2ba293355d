using System.Text.Json;
using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>One project of OC4IDS 0.9 as a row of ours, with its funding.</summary>
internal sealed class Oc4idsProject(BringTerms terms, CoordinateOrder order, string? source, LeftFields left)
{
    public const string Progress = "physicalProgress";
    private const int LongestTitle = 500;
    private const int LongestText = 5000;

    public (RecoveryProject Project, IEnumerable<Funding> Funding) Read(
        JsonElement json,
        string id,
        RecoveryProject? before,
        Func<string, Funding?> fundingBefore
    )
    {
        var fields = new JsonFields(json, left);
        _ = fields.Text("id", LongestText);
        // Whoever brings a file says what language it is in; a file that says another one is told of.
        if (
            fields.Text("language", 100) is { } spoken
            && !spoken.Split('-')[0].Equals(terms.Language, StringComparison.OrdinalIgnoreCase)
        )
            left.Add("language", LeftWhy.NoColumn);
        var period = fields.Object("period");
        var budget = fields.Object("budget");
        var amount = budget?.Object("amount");
        var sectors = fields.Texts("sector");
        var cost = amount?.Amount("amount");
        var currency = amount?.Currency("currency");
        if (cost is not null && currency is null)
        {
            left.Add("budget.amount", LeftWhy.NotValid);
            cost = null;
        }

        var was = before ?? new RecoveryProject { Id = id };
        var project = was with
        {
            Title = Text(was.Title, fields.Text("title", LongestTitle)),
            Summary = Text(was.Summary, fields.Text("description", LongestText)),
            Status = Value<ProjectStatus>(fields, "status") ?? was.Status,
            Type = Value<ProjectType>(fields, "type") ?? was.Type,
            Purpose = fields.Text("purpose", LongestTitle) ?? was.Purpose,
            SectorOc4ids = sectors.Count > 0 ? string.Join(';', sectors.Distinct()) : was.SectorOc4ids,
            Sector = was.Sector ?? Oc4idsSector.Of(sectors),
            Implementer = fields.Object("publicAuthority")?.Text("name", LongestTitle) ?? was.Implementer,
            Start = period?.Day("startDate") ?? was.Start,
            End = period?.Day("endDate") ?? was.End,
            CostTotal = cost ?? was.CostTotal,
            Currency = cost is null ? was.Currency : currency,
            PriceDate = budget?.Day("approvalDate") ?? was.PriceDate,
            ProgressPercent = ProgressOf(fields) ?? was.ProgressPercent,
            Point = PointOf(fields) ?? was.Point,
            SourceUrl = source ?? was.SourceUrl,
            UpdatedAt = fields.Day("updated") ?? was.UpdatedAt,
        };
        project = terms.Guard(project, before);
        var funding = budget is null ? [] : FundingOf(budget, project, fundingBefore).ToList();
        // Who meets whom, and contact persons of firms, have no business in a register of projects.
        fields.Leave("parties", LeftWhy.Person);
        fields.Leave("lobbyingMeetings", LeftWhy.Person);
        budget?.LeaveRest();
        fields.LeaveRest();
        return (project, funding);
    }

    /// <summary>The coordinates of a project's points, as they stand in the file.</summary>
    public static IEnumerable<(decimal First, decimal Second)> Pairs(JsonElement project) =>
        new JsonFields(project, new LeftFields())
            .Objects("locations")
            .Select(l => l.Object("geometry"))
            .Where(g => g?.Text("type", 20) == "Point")
            .Select(g => g!.Numbers("coordinates"))
            .Where(n => n.Count >= 2)
            .Select(n => (n[0], n[1]));

    private GeoPoint? PointOf(JsonFields fields)
    {
        GeoPoint? found = null;
        foreach (var place in fields.Objects("locations"))
        {
            var geometry = place.Object("geometry");
            var numbers = geometry?.Text("type", 20) == "Point" ? geometry.Numbers("coordinates") : [];
            if (numbers.Count < 2)
                left.Add("locations", LeftWhy.NoColumn);
            else if (found is not null)
                left.Add("locations", LeftWhy.Ambiguous);
            else if (CoordinateReading.Point(numbers[0], numbers[1], order) is { IsOnEarth: true } point)
                found = point;
            else
                left.Add("locations.geometry", LeftWhy.NotValid);
        }

        return found;
    }

    /// <summary>
    /// Sums by who gives them: the list of finance, or, where there is none, the breakdown of the budget that names who pays. Never
    /// both, nor the transactions: the same money stands in all three.
    /// </summary>
    private IEnumerable<Funding> FundingOf(
        JsonFields budget,
        RecoveryProject project,
        Func<string, Funding?> fundingBefore
    )
    {
        var finance = budget.Objects("finance");
        if (finance.Count > 0)
        {
            return finance.Select(f => Sum(f, "value", "financingParty")).OfType<Funding>();
        }

        return budget
            .Objects("budgetBreakdowns")
            .Take(1)
            .SelectMany(b => b.Objects("budgetBreakdown"))
            .Select(b => Sum(b, "amount", "sourceParty"))
            .OfType<Funding>();

        Funding? Sum(JsonFields sum, string amountField, string partyField)
        {
            var value = sum.Object(amountField);
            if (
                sum.Text("id", 100) is not { } id
                || value?.Amount("amount") is not { } amount
                || value.Currency("currency") is not { } currency
            )
            {
                left.Add("budget.finance", LeftWhy.NotValid);
                return null;
            }

            var known = fundingBefore($"{project.Id}/{id}");
            return (known ?? Empty(project, id)) with
            {
                Amount = amount,
                Currency = currency,
                FinanceType = sum.Text("type", 100) ?? known?.FinanceType,
                Party = sum.Object(partyField)?.Text("name", LongestTitle) ?? known?.Party,
                Date = sum.Object("period")?.Day("startDate") ?? known?.Date,
                SourceUrl = source ?? known?.SourceUrl,
            };
        }
    }

    private Funding Empty(RecoveryProject project, string id) =>
        new()
        {
            Id = $"{project.Id}/{id}",
            ProjectId = project.Id,
            Amount = 0,
            Currency = "",
            State = terms.Funding,
        };

    private static decimal? ProgressOf(JsonFields fields) =>
        fields
            .Objects("metrics")
            .Where(m => m.Text("id", 100) == Progress)
            .SelectMany(m => m.Objects("observations"))
            .Select(o => o.Text("measure", 20))
            .Select(t => decimal.TryParse(t, System.Globalization.CultureInfo.InvariantCulture, out var p) ? p : -1)
            .Where(p => p is >= 0 and <= 100)
            .Select(p => (decimal?)p)
            .LastOrDefault();

    private LocalText Text(LocalText was, string? text) =>
        text is null
            ? was
            : LocalText.Of([
                .. was.Texts.Where(t => t.Key != terms.Language),
                KeyValuePair.Create(terms.Language, text),
            ]);

    private T? Value<T>(JsonFields fields, string name)
        where T : struct, Enum
    {
        if (fields.Text(name, 100) is not { } code)
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (Code.Of(value) == code)
                return value;
        }

        left.Add(name, LeftWhy.NotValid);
        return null;
    }
}
