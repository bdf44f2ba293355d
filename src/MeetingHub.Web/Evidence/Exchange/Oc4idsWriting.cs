using System.Globalization;
using System.Text.Json;
using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>Who publishes a package, where it can be had, and when.</summary>
internal sealed record Oc4idsPackage(Uri Uri, string Publisher, Instant At, string Language);

/// <summary>
/// Projects that may be shown as a package of OC4IDS 0.9. The texts of a project have one language, which is named: the
/// reader's, else the one its title is in. Only sums that are committed or disbursed stand under finance, where a reader takes
/// them for secured. Coordinates are longitude first, as the schema describes them, though the standard's own example is not.
/// </summary>
internal static class Oc4idsWriting
{
    public const string Version = "0.9";

    public static void Write(Stream file, PublicRegisters registers, Oc4idsPackage package)
    {
        using var json = new Utf8JsonWriter(file, new() { Indented = true, Encoder = Log.EventJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("uri", Address(package.Uri));
        json.WriteString("publishedDate", InstantPattern.General.Format(package.At));
        json.WriteString("version", Version);
        json.WriteStartObject("publisher");
        json.WriteString("name", package.Publisher.Length > 0 ? package.Publisher : package.Uri.Host);
        json.WriteEndObject();
        json.WriteStartArray("projects");
        var funding = registers
            .Funding.Where(f => f.State is FundingState.Committed or FundingState.Disbursed)
            .ToLookup(f => f.ProjectId, StringComparer.Ordinal);
        foreach (var project in registers.Projects)
            Project(json, project, [.. funding[project.Id]], package.Language);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Project(Utf8JsonWriter json, RecoveryProject project, List<Funding> funding, string asked)
    {
        var spoken = LanguageOf(project, asked);
        var language = spoken ?? asked;
        json.WriteStartObject();
        json.WriteString("id", project.Id);
        if (project.UpdatedAt is { } updated)
            json.WriteString("updated", At(updated));
        // A project that names no language is taken for English.
        if (spoken is not null)
            json.WriteString("language", spoken);
        Text(json, "title", project.Title, language);
        Text(json, "description", project.Summary, language);
        if (project.Status is { } status)
            json.WriteString("status", Code.Of(status));
        Period(json, project);
        Sectors(json, project.SectorOc4ids);
        if (project.Type is { } type)
            json.WriteString("type", Code.Of(type));
        if (project.Purpose is { Length: > 0 } purpose)
            json.WriteString("purpose", purpose);
        Location(json, project);
        Budget(json, project, funding);
        if (project.Implementer is { Length: > 0 } implementer)
            Organization(json, "publicAuthority", implementer);
        Parties(json, project.Implementer, funding);
        Document(json, project.PublicUrl);
        Progress(json, project.ProgressPercent);
        json.WriteEndObject();
    }

    private static string? LanguageOf(RecoveryProject project, string asked)
    {
        var text = project.Title.IsEmpty ? project.Summary : project.Title;
        return text.Has(asked) ? asked
            : text.Has(Language.English) ? Language.English
            : text.Texts.Keys.FirstOrDefault();
    }

    private static void Period(Utf8JsonWriter json, RecoveryProject project)
    {
        if (project.Start is null && project.End is null)
            return;
        json.WriteStartObject("period");
        if (project.Start is { } start)
            json.WriteString("startDate", At(start));
        if (project.End is { } end)
            json.WriteString("endDate", At(end));
        json.WriteEndObject();
    }

    // The standard asks for the parent beside each part: transport beside transport.road.
    private static void Sectors(Utf8JsonWriter json, string? codes)
    {
        var all = (codes ?? "")
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(c => new[] { c.Split('.')[0], c })
            .Where(c => c.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (all.Count == 0)
            return;
        json.WriteStartArray("sector");
        all.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private static void Location(Utf8JsonWriter json, RecoveryProject project)
    {
        if (project.Point is not { } point)
            return;
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteString("id", "1");
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(point.Longitude);
        json.WriteNumberValue(point.Latitude);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Budget(Utf8JsonWriter json, RecoveryProject project, List<Funding> funding)
    {
        var cost = Oc4idsCodes.IsCurrency(project.Currency) ? project.CostTotal : null;
        if (cost is null && funding.Count == 0)
            return;
        json.WriteStartObject("budget");
        // Nothing says when the budget was approved: the day of its prices is another one, which the standard has no field for.
        if (cost is { } amount)
            Value(json, "amount", amount, project.Currency!);
        if (funding.Count > 0)
        {
            json.WriteStartArray("finance");
            foreach (var sum in funding)
                Finance(json, sum, project.Id);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Finance(Utf8JsonWriter json, Funding sum, string projectId)
    {
        json.WriteStartObject();
        // Within its project, as it was read.
        json.WriteString(
            "id",
            sum.Id.StartsWith($"{projectId}/", StringComparison.Ordinal) ? sum.Id[(projectId.Length + 1)..] : sum.Id
        );
        // A sum whose currency the standard has no code for is named without its value: a number alone says nothing.
        if (Oc4idsCodes.IsCurrency(sum.Currency))
            Value(json, "value", sum.Amount, sum.Currency);
        if (sum.Party is { Length: > 0 } party)
            Organization(json, "financingParty", party);
        if (Oc4idsCodes.IsFinanceType(sum.FinanceType))
            json.WriteString("type", sum.FinanceType);
        if (sum.Date is { } date)
        {
            json.WriteStartObject("period");
            json.WriteString("startDate", At(date));
            json.WriteEndObject();
        }

        json.WriteString("description", Code.Of(sum.State));
        json.WriteEndObject();
    }

    // Whoever is referred to must stand here under the same id and name, once, with all that he is to the project.
    private static void Parties(Utf8JsonWriter json, string? implementer, List<Funding> funding)
    {
        var parties = funding
            .Select(f => (Name: f.Party, Role: "funder"))
            .Prepend((Name: implementer, Role: "publicAuthority"))
            .Where(p => p.Name is { Length: > 0 })
            .Distinct()
            .GroupBy(p => p.Name!, p => p.Role, StringComparer.Ordinal)
            .ToList();
        if (parties.Count == 0)
            return;
        json.WriteStartArray("parties");
        foreach (var party in parties)
        {
            json.WriteStartObject();
            json.WriteString("id", IdOf(party.Key));
            json.WriteString("name", party.Key);
            json.WriteStartArray("roles");
            foreach (var role in party)
                json.WriteStringValue(role);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Document(Utf8JsonWriter json, string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var page) || page.Scheme is not ("http" or "https"))
            return;
        json.WriteStartArray("documents");
        json.WriteStartObject();
        json.WriteString("id", "public-page");
        json.WriteString("url", Address(page));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Progress(Utf8JsonWriter json, decimal? percent)
    {
        if (percent is not { } done)
            return;
        json.WriteStartArray("metrics");
        json.WriteStartObject();
        json.WriteString("id", Oc4idsProject.Progress);
        json.WriteString("title", "Physical progress");
        json.WriteStartArray("observations");
        json.WriteStartObject();
        json.WriteString("id", "1");
        json.WriteString("measure", done.ToString(CultureInfo.InvariantCulture));
        json.WriteStartObject("unit");
        json.WriteString("name", "percent");
        json.WriteString("id", "P1");
        json.WriteString("scheme", "UNCEFACT");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Organization(Utf8JsonWriter json, string field, string name)
    {
        json.WriteStartObject(field);
        json.WriteString("id", IdOf(name));
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    // The registers know organisations by name alone; the same name is the same organisation throughout the package.
    private static string IdOf(string name) => Shared.NamedId.Of(name).ToString();

    private static void Value(Utf8JsonWriter json, string field, decimal amount, string currency)
    {
        json.WriteStartObject(field);
        json.WriteNumber("amount", amount);
        json.WriteString("currency", currency);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string field, LocalText text, string language)
    {
        if (!text.IsEmpty)
            json.WriteString(field, text.In(language));
    }

    // The format is "uri" (RFC 3986), which has no letters beyond ASCII, in the host no more than in the path.
    private static string Address(Uri address) =>
        new UriBuilder(address) { Host = address.IdnHost }
            .Uri
            .AbsoluteUri;

    private static string At(LocalDate day) => $"{LocalDatePattern.Iso.Format(day)}T00:00:00Z";
}
