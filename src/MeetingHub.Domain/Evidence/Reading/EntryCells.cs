using System.Globalization;
using MeetingHub.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>An entry as a row in the form of its schema: what <see cref="EntryReader"/> reads back as the same entry.</summary>
public static class EntryCells
{
    public static IReadOnlyList<string> Of(IEntry entry)
    {
        var cells = entry switch
        {
            Damage d => Cells(d),
            RecoveryProject p => Cells(p),
            Funding f => Cells(f),
            _ => throw new ArgumentException(entry.GetType().Name, nameof(entry)),
        };
        return [.. RegisterSchema.Of(entry.Register).Columns.Select(c => Guarded(c, cells[c.Name] ?? ""))];
    }

    private static string Guarded(Column column, string text) => column.IsNumeric ? text : GuardedText.Guard(text);

    private static Dictionary<string, string?> Cells(Damage d) =>
        new()
        {
            ["damage_id"] = d.Id,
            ["katotth"] = d.Katotth,
            ["name_uk"] = d.Name.Exactly(Language.Ukrainian),
            ["name_fr"] = d.Name.Exactly(Language.French),
            ["name_en"] = d.Name.Exactly(Language.English),
            ["object_type"] = d.ObjectType,
            ["rdna_sector"] = Code.Of(d.Sector),
            ["public_place_uk"] = d.PublicPlace,
            ["lat"] = Text(d.Point?.Latitude),
            ["lon"] = Text(d.Point?.Longitude),
            ["geo_precision"] = Code.Of(d.Precision),
            ["damaged_from"] = Text(d.DamagedFrom),
            ["damaged_to"] = Text(d.DamagedTo),
            ["grade"] = Code.Of(d.Grade),
            ["grade_scheme"] = d.GradeScheme,
            ["grade_original"] = d.GradeOriginal,
            ["damage_percent"] = Text(d.DamagePercent),
            ["assessment_method"] = Text(d.Method),
            ["source_title"] = d.Source.Title,
            ["source_url"] = d.Source.Url,
            ["source_date"] = Text(d.Source.Date),
            ["floor_area_m2"] = Text(d.FloorAreaM2),
            ["people_served_before"] = Text(d.ServedBefore),
            ["people_served_now"] = Text(d.ServedNow),
            ["damage_amount"] = Text(d.DamageAmount),
            ["loss_amount"] = Text(d.LossAmount),
            ["need_amount"] = Text(d.NeedAmount),
            ["currency"] = d.Currency,
            ["price_date"] = Text(d.PriceDate),
            ["recovery_state"] = Code.Of(d.Recovery),
            ["dream_object_id"] = d.DreamObjectId,
            ["access"] = Code.Of(d.Access),
            ["release_after"] = Text(d.ReleaseAfter),
            ["updated_at"] = Text(d.UpdatedAt),
        };

    private static Dictionary<string, string?> Cells(RecoveryProject p) =>
        new()
        {
            ["project_id"] = p.Id,
            ["dream_id"] = p.DreamId,
            ["katotth"] = p.Katotth,
            ["title_uk"] = p.Title.Exactly(Language.Ukrainian),
            ["title_fr"] = p.Title.Exactly(Language.French),
            ["title_en"] = p.Title.Exactly(Language.English),
            ["summary_uk"] = p.Summary.Exactly(Language.Ukrainian),
            ["summary_fr"] = p.Summary.Exactly(Language.French),
            ["summary_en"] = p.Summary.Exactly(Language.English),
            ["status_oc4ids"] = Text(p.Status),
            ["dream_status"] = p.DreamStatus,
            ["dream_status_details"] = p.DreamStatusDetails,
            ["project_type"] = Text(p.Type),
            ["purpose"] = p.Purpose,
            ["sector_oc4ids"] = p.SectorOc4ids,
            ["rdna_sector"] = Text(p.Sector),
            ["damage_ids"] = string.Join(';', p.DamageIds),
            ["implementer"] = p.Implementer,
            ["start_date"] = Text(p.Start),
            ["end_date"] = Text(p.End),
            ["cost_total"] = Text(p.CostTotal),
            ["currency"] = p.Currency,
            ["price_date"] = Text(p.PriceDate),
            ["progress_percent"] = Text(p.ProgressPercent),
            ["priority"] = Text(p.Priority),
            ["ask_type"] = Code.Of(p.Ask),
            ["ask_uk"] = p.AskText.Exactly(Language.Ukrainian),
            ["ask_fr"] = p.AskText.Exactly(Language.French),
            ["ask_en"] = p.AskText.Exactly(Language.English),
            ["public_url"] = p.PublicUrl,
            ["source_url"] = p.SourceUrl,
            ["access"] = Code.Of(p.Access),
            ["release_after"] = Text(p.ReleaseAfter),
            ["updated_at"] = Text(p.UpdatedAt),
        };

    private static Dictionary<string, string?> Cells(Funding f) =>
        new()
        {
            ["funding_id"] = f.Id,
            ["project_id"] = f.ProjectId,
            ["finance_type"] = f.FinanceType,
            ["finance_category"] = f.FinanceCategory,
            ["party"] = f.Party,
            ["amount"] = Text(f.Amount),
            ["currency"] = f.Currency,
            ["state"] = Code.Of(f.State),
            ["date"] = Text(f.Date),
            ["source_url"] = f.SourceUrl,
        };

    private static string? Text(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;

    private static string? Text(Enum? value) => value is null ? null : Code.Of(value);

    // Three digits after the point could be thousands to whoever reads the file: a fourth one rules that out.
    private static string? Text(decimal? number) =>
        number?.ToString(number.Value.Scale == 3 ? "0.0000" : "", CultureInfo.InvariantCulture);
}
