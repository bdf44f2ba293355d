using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>A column of a register's file. A value is a text, a number, a date or nothing.</summary>
internal sealed record RegisterColumn(string Name, Func<IEntry, object?> Value);

/// <summary>The columns in which communities keep their registers, in their order: what leaves here can be brought in again.</summary>
internal static class RegisterColumns
{
    public static IReadOnlyList<RegisterColumn> Of(Register register) =>
        register switch
        {
            Register.Damages => Damages,
            Register.Projects => Projects,
            _ => Funding,
        };

    private static readonly IReadOnlyList<RegisterColumn> Damages = For<Damage>(
        ("damage_id", d => d.Id),
        ("katotth", d => d.Katotth),
        ("name_uk", d => d.Name.Exactly(Language.Ukrainian)),
        ("name_fr", d => d.Name.Exactly(Language.French)),
        ("name_en", d => d.Name.Exactly(Language.English)),
        ("object_type", d => d.ObjectType),
        ("rdna_sector", d => Code.Of(d.Sector)),
        ("public_place_uk", d => d.PublicPlace),
        ("lat", d => d.Point?.Latitude),
        ("lon", d => d.Point?.Longitude),
        ("geo_precision", d => Code.Of(d.Precision)),
        ("damaged_from", d => d.DamagedFrom),
        ("damaged_to", d => d.DamagedTo),
        ("grade", d => Code.Of(d.Grade)),
        ("grade_scheme", d => d.GradeScheme),
        ("grade_original", d => d.GradeOriginal),
        ("damage_percent", d => d.DamagePercent),
        ("assessment_method", d => CodeOf(d.Method)),
        ("source_title", d => d.Source.Title),
        ("source_url", d => d.Source.Url),
        ("source_date", d => d.Source.Date),
        ("floor_area_m2", d => d.FloorAreaM2),
        ("people_served_before", d => d.ServedBefore),
        ("people_served_now", d => d.ServedNow),
        ("damage_amount", d => d.DamageAmount),
        ("loss_amount", d => d.LossAmount),
        ("need_amount", d => d.NeedAmount),
        ("currency", d => d.Currency),
        ("price_date", d => d.PriceDate),
        ("recovery_state", d => Code.Of(d.Recovery)),
        ("dream_object_id", d => d.DreamObjectId),
        ("access", d => Code.Of(d.Access)),
        ("release_after", d => d.ReleaseAfter),
        ("updated_at", d => d.UpdatedAt)
    );

    private static readonly IReadOnlyList<RegisterColumn> Projects = For<RecoveryProject>(
        ("project_id", p => p.Id),
        ("dream_id", p => p.DreamId),
        ("katotth", p => p.Katotth),
        ("title_uk", p => p.Title.Exactly(Language.Ukrainian)),
        ("title_fr", p => p.Title.Exactly(Language.French)),
        ("title_en", p => p.Title.Exactly(Language.English)),
        ("summary_uk", p => p.Summary.Exactly(Language.Ukrainian)),
        ("summary_fr", p => p.Summary.Exactly(Language.French)),
        ("summary_en", p => p.Summary.Exactly(Language.English)),
        ("status_oc4ids", p => CodeOf(p.Status)),
        ("dream_status", p => p.DreamStatus),
        ("dream_status_details", p => p.DreamStatusDetails),
        ("project_type", p => CodeOf(p.Type)),
        ("purpose", p => p.Purpose),
        ("sector_oc4ids", p => p.SectorOc4ids),
        ("rdna_sector", p => CodeOf(p.Sector)),
        ("damage_ids", p => p.DamageIds.Count == 0 ? null : string.Join(';', p.DamageIds)),
        ("implementer", p => p.Implementer),
        ("start_date", p => p.Start),
        ("end_date", p => p.End),
        ("cost_total", p => p.CostTotal),
        ("currency", p => p.Currency),
        ("price_date", p => p.PriceDate),
        ("progress_percent", p => p.ProgressPercent),
        ("priority", p => p.Priority),
        ("ask_type", p => Code.Of(p.Ask)),
        ("ask_uk", p => p.AskText.Exactly(Language.Ukrainian)),
        ("ask_fr", p => p.AskText.Exactly(Language.French)),
        ("ask_en", p => p.AskText.Exactly(Language.English)),
        ("public_url", p => p.PublicUrl),
        ("source_url", p => p.SourceUrl),
        ("access", p => Code.Of(p.Access)),
        ("release_after", p => p.ReleaseAfter),
        ("updated_at", p => p.UpdatedAt)
    );

    private static readonly IReadOnlyList<RegisterColumn> Funding = For<Funding>(
        ("project_id", f => f.ProjectId),
        ("finance_type", f => f.FinanceType),
        ("finance_category", f => f.FinanceCategory),
        ("party", f => f.Party),
        ("amount", f => f.Amount),
        ("currency", f => f.Currency),
        ("state", f => Code.Of(f.State)),
        ("date", f => f.Date),
        ("source_url", f => f.SourceUrl)
    );

    private static string? CodeOf<T>(T? value)
        where T : struct, Enum => value is { } known ? Code.Of(known) : null;

    private static IReadOnlyList<RegisterColumn> For<T>(params (string Name, Func<T, object?> Value)[] columns)
        where T : IEntry => [.. columns.Select(c => new RegisterColumn(c.Name, e => c.Value((T)e)))];
}
