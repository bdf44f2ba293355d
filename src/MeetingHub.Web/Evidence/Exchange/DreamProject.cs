using System.Text.Json;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>
/// One project of DREAM as a row of ours, with its funding. <c>status</c> and <c>statusDetails</c> are kept as they are written;
/// pictures are told by their addresses and not fetched.
/// </summary>
internal sealed class DreamProject(BringTerms terms, LeftFields left)
{
    private const int LongestTitle = 500;
    private const int LongestText = 5000;
    private readonly List<Illustration> pictures = [];

    public IReadOnlyList<Illustration> Pictures => pictures;

    public (RecoveryProject Project, IEnumerable<Funding> Funding) Read(
        JsonElement json,
        string id,
        RecoveryProject? before,
        Func<string, Funding?> fundingBefore
    )
    {
        var fields = new JsonFields(json, left);
        var dreamId = fields.Text("id", 100);
        var approaches = fields.Objects("approaches");
        // Alternatives, of which nobody has said which is built: their costs are not the project's.
        var approach = approaches.Count == 1 ? approaches[0] : null;
        if (approaches.Count > 1)
            left.Add("approaches", LeftWhy.Ambiguous);
        var budget = approach?.Object("budget");
        var cost = budget is null ? null : DreamCost.Of(budget, left);
        var status = fields.Text("status", 100);
        var details = fields.Text("statusDetails", 100);

        var was = before ?? new RecoveryProject { Id = id };
        var project = terms.Guard(
            was with
            {
                DreamId = was.DreamId ?? dreamId ?? id,
                Katotth = was.Katotth ?? KatotthOf(approaches),
                Title = Translated(fields, "title", was.Title, LongestTitle),
                Summary = Translated(fields, "description", was.Summary, LongestText),
                DreamStatus = status ?? was.DreamStatus,
                DreamStatusDetails = status is null ? was.DreamStatusDetails : details,
                Status = DreamStatus.Of(status, details) ?? was.Status,
                Type = TypeOf(fields) ?? was.Type,
                Purpose = fields.Text("purpose", 100) ?? was.Purpose,
                Sector = was.Sector ?? SectorOf(fields),
                Implementer = ImplementerOf(fields) ?? was.Implementer,
                CostTotal = cost?.Amount ?? was.CostTotal,
                Currency = cost?.Currency ?? was.Currency,
                Start = cost?.From ?? was.Start,
                End = cost?.To ?? was.End,
                UpdatedAt = fields.Day("updated") ?? was.UpdatedAt,
            },
            before
        );
        Gather(project.Id, fields);
        approaches.ToList().ForEach(a => Gather(project.Id, a));
        _ = fields.Day("date");
        var funding = budget is null ? [] : FundingOf(budget, project, fundingBefore).ToList();
        budget?.LeaveRest();
        fields.LeaveRest();
        return (project, funding);
    }

    private IEnumerable<Funding> FundingOf(
        JsonFields budget,
        RecoveryProject project,
        Func<string, Funding?> fundingBefore
    )
    {
        foreach (var sum in budget.Objects("finance"))
        {
            var value = sum.Object("value");
            if (
                sum.Text("id", 100) is not { } id
                || value?.Amount("amount") is not { } amount
                || value.Currency("currency") is not { } currency
            )
            {
                left.Add("budget.finance", LeftWhy.NotValid);
                continue;
            }

            var category = sum.Text("financeCategory", 100);
            var known = fundingBefore($"{project.Id}/{id}");
            yield return new Funding
            {
                Id = $"{project.Id}/{id}",
                ProjectId = project.Id,
                Amount = amount,
                Currency = currency,
                State = known?.State ?? terms.Funding,
                FinanceType = sum.Text("financeType", 100) ?? known?.FinanceType,
                FinanceCategory = category ?? known?.FinanceCategory,
                Party = PartyOf(sum, category) ?? known?.Party,
                Date = sum.Object("period")?.Day("startDate") ?? known?.Date,
                SourceUrl = known?.SourceUrl,
                Access = known?.Access ?? Access.Open,
                ReleaseAfter = known?.ReleaseAfter,
            };
        }
    }

    // A private giver's name is nobody's business here.
    private static string? PartyOf(JsonFields sum, string? category)
    {
        if (category is not ("naturalPerson" or "abroadPerson"))
            return sum.Object("financingParty")?.Text("name", LongestTitle);
        sum.Leave("financingParty", LeftWhy.Person);
        return null;
    }

    private static LocalText Translated(JsonFields fields, string name, LocalText was, int longest)
    {
        var said = LocalText.Of(
            fields
                .Objects(name)
                .Select(t => (Language: t.Text("lang", 10), Text: t.Text("translation", longest)))
                .Where(t => t is { Language: not null, Text: not null })
                .Select(t => KeyValuePair.Create(t.Language!, t.Text!))
        );
        return LocalText.Of(was.Texts.Where(t => !said.Has(t.Key)).Concat(said.Texts));
    }

    private ProjectType? TypeOf(JsonFields fields)
    {
        switch (fields.Text("type", 100))
        {
            case "rehabilitation":
                return ProjectType.Rehabilitation;
            case "construction":
                return ProjectType.Construction;
            case null:
                return null;
            default:
                left.Add("type", LeftWhy.NoColumn);
                return null;
        }
    }

    // The assessment's own classification, where its id is written as the assessment writes it.
    private static Sector? SectorOf(JsonFields fields) =>
        fields
            .Objects("additionalClassifications")
            .Where(c => c.Text("scheme", 50) == "WB-RDNA")
            .Select(c => c.Text("id", 100)?.ToLowerInvariant().Replace('-', '_'))
            .SelectMany(code => Enum.GetValues<Sector>().Where(s => Domain.Code.Of(s) == code))
            .Select(s => (Sector?)s)
            .FirstOrDefault();

    private static string? ImplementerOf(JsonFields fields) =>
        fields
            .Objects("parties")
            .Where(p => p.Texts("roles").Contains("implementer"))
            .Select(p => p.Object("identifier")?.Text("legalName", LongestTitle))
            .FirstOrDefault();

    private static string? KatotthOf(IEnumerable<JsonFields> approaches) =>
        approaches
            .SelectMany(a => a.Objects("items"))
            .SelectMany(i => i.Objects("locations"))
            .Select(l => l.Object("gazetteer"))
            .Where(g => g?.Text("scheme", 50) == "UA-CATOTTG")
            .SelectMany(g => g!.Texts("identifiers"))
            .FirstOrDefault(c =>
                c.Length == 19 && c.StartsWith("UA", StringComparison.Ordinal) && c[2..].All(char.IsAsciiDigit)
            );

    private void Gather(string projectId, JsonFields fields)
    {
        foreach (var document in fields.Objects("documents"))
        {
            var kind = document.Text("documentType", 100);
            if (document.Text("accessDetails", 50) is "limited" or "restricted")
                continue;
            if (
                kind?.StartsWith("illustration", StringComparison.Ordinal) == true
                && document.Link("url") is { } address
            )
                pictures.Add(new(projectId, kind, address));
            else
                left.Add("documents", LeftWhy.NoColumn);
        }
    }
}
