using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Shared.Languages;
using NodaTime;

namespace MeetingHub.Web.Evidence.Pages;

/// <summary>One thing that a row says, by its column, in a reader's words.</summary>
public sealed record EntryFact(string Column, string Text);

/// <summary>A row in a reader's words, column by column; what is empty is left out.</summary>
public sealed class EntryFacts(Texts texts)
{
    private readonly Times times = new(texts);

    public IReadOnlyList<EntryFact> Of(IEntry entry) =>
        [
            .. (
                entry switch
                {
                    Damage damage => Of(damage),
                    RecoveryProject project => Of(project),
                    Funding funding => Of(funding),
                    _ => [],
                }
            )
                .Where(f => !string.IsNullOrEmpty(f.Text))
                .Select(f => new EntryFact(f.Column, f.Text!)),
        ];

    /// <summary>What people call it: its name in their language, else its id.</summary>
    public string NameOf(IEntry entry) =>
        entry switch
        {
            Damage { Name.IsEmpty: false } damage => damage.Name.In(texts.Language),
            RecoveryProject { Title.IsEmpty: false } project => project.Title.In(texts.Language),
            Funding funding => texts[
                "text.named",
                funding.Party is { } party ? texts.Said(party) : texts["figure.unknown_party"],
                texts.Money(funding.Amount, funding.Currency)
            ],
            _ => entry.Id,
        };

    private IEnumerable<(string Column, string? Text)> Of(Damage d) =>
        [
            ("damage_id", d.Id),
            .. Each("name", d.Name),
            ("object_type", d.ObjectType),
            ("rdna_sector", texts.Of(d.Sector)),
            ("katotth", d.Katotth),
            ("public_place_uk", d.PublicPlace),
            .. Place(d.Point),
            ("geo_precision", d.Point is null ? null : texts.Of(d.Precision)),
            ("damaged_from", Day(d.DamagedFrom)),
            ("damaged_to", Day(d.DamagedTo)),
            ("grade", texts.Of(d.Grade)),
            ("grade_scheme", d.GradeScheme),
            ("grade_original", d.GradeOriginal),
            ("damage_percent", Amount(d.DamagePercent)),
            ("assessment_method", Word(d.Method)),
            ("source_title", d.Source.Title),
            ("source_url", d.Source.Url),
            ("source_date", Day(d.Source.Date)),
            ("floor_area_m2", Amount(d.FloorAreaM2)),
            ("people_served_before", Amount(d.ServedBefore)),
            ("people_served_now", Amount(d.ServedNow)),
            ("damage_amount", Money(d.DamageAmount, d.Currency)),
            ("loss_amount", Money(d.LossAmount, d.Currency)),
            ("need_amount", Money(d.NeedAmount, d.Currency)),
            ("price_date", Day(d.PriceDate)),
            ("recovery_state", texts.Of(d.Recovery)),
            ("dream_object_id", d.DreamObjectId),
            ("access", texts.Of(d.Access)),
            ("release_after", Day(d.ReleaseAfter)),
            ("updated_at", Day(d.UpdatedAt)),
        ];

    private IEnumerable<(string Column, string? Text)> Of(RecoveryProject p) =>
        [
            ("project_id", p.Id),
            .. Each("title", p.Title),
            .. Each("summary", p.Summary),
            ("rdna_sector", Word(p.Sector)),
            ("sector_oc4ids", p.SectorOc4ids),
            ("katotth", p.Katotth),
            .. Place(p.Point),
            ("status_oc4ids", Word(p.Status)),
            ("dream_id", p.DreamId),
            ("dream_status", p.DreamStatus),
            ("dream_status_details", p.DreamStatusDetails),
            ("project_type", Word(p.Type)),
            ("purpose", p.Purpose),
            ("damage_ids", string.Join("; ", p.DamageIds)),
            ("implementer", p.Implementer),
            ("start_date", Day(p.Start)),
            ("end_date", Day(p.End)),
            ("cost_total", Money(p.CostTotal, p.Currency)),
            ("price_date", Day(p.PriceDate)),
            ("progress_percent", Amount(p.ProgressPercent)),
            ("priority", Amount(p.Priority)),
            ("ask_type", p.Ask == AskType.None ? null : texts.Of(p.Ask)),
            .. Each("ask", p.AskText),
            ("public_url", p.PublicUrl),
            ("source_url", p.SourceUrl),
            ("access", texts.Of(p.Access)),
            ("release_after", Day(p.ReleaseAfter)),
            ("updated_at", Day(p.UpdatedAt)),
        ];

    private IEnumerable<(string Column, string? Text)> Of(Funding f) =>
        [
            ("funding_id", f.Id),
            ("project_id", f.ProjectId),
            ("party", f.Party),
            ("amount", Money(f.Amount, f.Currency)),
            ("state", texts.Of(f.State)),
            ("finance_type", f.FinanceType),
            ("finance_category", f.FinanceCategory),
            ("date", Day(f.Date)),
            ("source_url", f.SourceUrl),
        ];

    private static IEnumerable<(string, string?)> Each(string column, LocalText text) =>
        Language.All.Select(l => ($"{column}_{l}", text.Exactly(l)));

    private IEnumerable<(string, string?)> Place(GeoPoint? point) =>
        point is { } place
            ?
            [
                ("lat", place.Latitude.ToString("0.####", texts.Culture)),
                ("lon", place.Longitude.ToString("0.####", texts.Culture)),
            ]
            : [];

    private string? Day(LocalDate? date) => date is { } day ? times.ShortDay(day) : null;

    private string? Word(Enum? value) => value is null ? null : texts.Of(value);

    private string? Amount(decimal? value) => value?.ToString("#,0.##", texts.Culture);

    private string? Money(decimal? value, string? currency) => value is { } known ? texts.Money(known, currency) : null;
}
