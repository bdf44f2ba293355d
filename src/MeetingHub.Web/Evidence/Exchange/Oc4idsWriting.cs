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
/// Projects that may be shown as a package of OC4IDS 0.9. Its texts have one language: the reader's, else whichever there is.
/// Only sums that are committed or disbursed stand under finance, where a reader takes them for secured. Coordinates are
/// longitude first, as the schema describes them, though the standard's own example is not.
/// </summary>
internal static class Oc4idsWriting
{
    public const string Version = "0.9";

    public static void Write(Stream file, PublicRegisters registers, Oc4idsPackage package)
    {
        using var json = new Utf8JsonWriter(file, new() { Indented = true, Encoder = Log.EventJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("uri", package.Uri.AbsoluteUri);
        json.WriteString("publishedDate", InstantPattern.General.Format(package.At));
        json.WriteString("version", Version);
        json.WriteStartObject("publisher");
        json.WriteString("name", package.Publisher);
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

    private static void Project(Utf8JsonWriter json, RecoveryProject project, List<Funding> funding, string language)
    {
        json.WriteStartObject();
        json.WriteString("id", project.Id);
        if (project.UpdatedAt is { } updated)
            json.WriteString("updated", At(updated));
        Text(json, "title", project.Title, language);
        Text(json, "description", project.Summary, language);
        if (project.Status is { } status)
            json.WriteString("status", Code.Of(status));
        Period(json, project);
        Sectors(json, project.SectorOc4ids);
        if (project.Type is { } type)
            json.WriteString("type", Code.Of(type));
        if (project.Purpose is { } purpose)
            json.WriteString("purpose", purpose);
        Location(json, project);
        Budget(json, project, funding);
        Implementer(json, project.Implementer);
        Document(json, project.PublicUrl);
        Progress(json, project.ProgressPercent);
        json.WriteEndObject();
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
        if ((project.CostTotal is null || project.Currency is null) && funding.Count == 0)
            return;
        json.WriteStartObject("budget");
        if (project is { CostTotal: { } cost, Currency: { } currency })
        {
            Value(json, "amount", cost, currency);
            if (project.PriceDate is { } priced)
                json.WriteString("approvalDate", At(priced));
        }

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
        Value(json, "value", sum.Amount, sum.Currency);
        if (sum.Party is { } party)
            Organization(json, "financingParty", party);
        if (sum.Date is { } date)
        {
            json.WriteStartObject("period");
            json.WriteString("startDate", At(date));
            json.WriteEndObject();
        }

        json.WriteString("description", Code.Of(sum.State));
        json.WriteEndObject();
    }

    private static void Implementer(Utf8JsonWriter json, string? name)
    {
        if (name is null)
            return;
        Organization(json, "publicAuthority", name);
        json.WriteStartArray("parties");
        json.WriteStartObject();
        json.WriteString("id", IdOf(name));
        json.WriteString("name", name);
        json.WriteStartArray("roles");
        json.WriteStringValue("publicAuthority");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Document(Utf8JsonWriter json, string? address)
    {
        if (!Uri.IsWellFormedUriString(address, UriKind.Absolute))
            return;
        json.WriteStartArray("documents");
        json.WriteStartObject();
        json.WriteString("id", "public-page");
        json.WriteString("url", address);
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

    private static string At(LocalDate day) => $"{LocalDatePattern.Iso.Format(day)}T00:00:00Z";
}
