using System.Text.Json;
using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using NodaTime.Text;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>
/// Places as GeoJSON (RFC 7946: longitude first), as exactly as they may be shown. Takes what may be shown and nothing else.
/// </summary>
internal static class GeoJsonExport
{
    public static void Write(Stream file, IEnumerable<Damage> damages, IEnumerable<RecoveryProject> projects)
    {
        using var json = new Utf8JsonWriter(file, new() { Encoder = Log.EventJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var damage in damages.Where(d => d.Point is not null))
            Feature(json, $"damages/{damage.Id}", damage.Point!.Value, () => Properties(json, damage));
        foreach (var project in projects.Where(p => p.Point is not null))
            Feature(json, $"projects/{project.Id}", project.Point!.Value, () => Properties(json, project));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Feature(Utf8JsonWriter json, string id, GeoPoint point, Action properties)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", id);
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(point.Longitude);
        json.WriteNumberValue(point.Latitude);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        properties();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Properties(Utf8JsonWriter json, Damage damage)
    {
        json.WriteString("register", Code.Of(Register.Damages));
        json.WriteString("id", damage.Id);
        Each(json, "name", damage.Name);
        json.WriteString("rdna_sector", Code.Of(damage.Sector));
        json.WriteString("grade", Code.Of(damage.Grade));
        json.WriteString("recovery_state", Code.Of(damage.Recovery));
        json.WriteString("geo_precision", Code.Of(damage.Precision));
        Optional(json, "object_type", damage.ObjectType);
        Optional(json, "public_place_uk", damage.PublicPlace);
        Optional(json, "source_title", damage.Source.Title);
        Optional(json, "source_date", damage.Source.Date is { } date ? LocalDatePattern.Iso.Format(date) : null);
    }

    private static void Properties(Utf8JsonWriter json, RecoveryProject project)
    {
        json.WriteString("register", Code.Of(Register.Projects));
        json.WriteString("id", project.Id);
        Each(json, "title", project.Title);
        Optional(json, "rdna_sector", project.Sector is { } sector ? Code.Of(sector) : null);
        Optional(json, "status_oc4ids", project.Status is { } status ? Code.Of(status) : null);
        Optional(json, "dream_id", project.DreamId);
        json.WriteString("geo_precision", Code.Of(GeoPrecision.Street));
    }

    private static void Each(Utf8JsonWriter json, string name, LocalText text)
    {
        foreach (var (language, said) in text.Texts)
            json.WriteString($"{name}_{language}", said);
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }
}
