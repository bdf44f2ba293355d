using MeetingHub.Domain.Languages;

namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>
/// What a file does not speak of stays as it is: a table of names and sectors must not wipe out the amounts that are already
/// in the register, nor a project's place, for which no table has a column.
/// </summary>
public static class KeptColumns
{
    /// <param name="columns">The columns that the file has, by the schema's names.</param>
    /// <returns>
    /// Null where the file names another currency than that of an amount which it does not have: nothing may be written then, for the
    /// amount that is kept would stand in a currency that it was never in.
    /// </returns>
    public static IEntry? Of(IEntry read, IEntry before, IReadOnlySet<string> columns) =>
        (read, before) switch
        {
            (Damage r, Damage b) => IsRelabelled(r.Currency, b.Currency, Kept(b, columns), columns)
                ? null
                : Of(r, b, columns),
            (RecoveryProject r, RecoveryProject b) => IsRelabelled(
                r.Currency,
                b.Currency,
                columns.Contains("cost_total") ? null : b.CostTotal,
                columns
            )
                ? null
                : Of(r, b, columns),
            (Funding r, Funding b) => Of(r, b, columns),
            _ => read,
        };

    private static Damage Of(Damage r, Damage b, IReadOnlySet<string> has) =>
        r with
        {
            Katotth = has.Contains("katotth") ? r.Katotth : b.Katotth,
            Name = Texts("name", r.Name, b.Name, has),
            ObjectType = has.Contains("object_type") ? r.ObjectType : b.ObjectType,
            PublicPlace = has.Contains("public_place_uk") ? r.PublicPlace : b.PublicPlace,
            Point = has.Contains("lat") ? r.Point : b.Point,
            Precision = has.Contains("geo_precision") ? r.Precision : b.Precision,
            DamagedFrom = has.Contains("damaged_from") ? r.DamagedFrom : b.DamagedFrom,
            DamagedTo = has.Contains("damaged_to") ? r.DamagedTo : b.DamagedTo,
            Grade = has.Contains("grade") ? r.Grade : b.Grade,
            GradeScheme = has.Contains("grade_scheme") ? r.GradeScheme : b.GradeScheme,
            GradeOriginal = has.Contains("grade_original") ? r.GradeOriginal : b.GradeOriginal,
            DamagePercent = has.Contains("damage_percent") ? r.DamagePercent : b.DamagePercent,
            Method = has.Contains("assessment_method") ? r.Method : b.Method,
            Source = new Source(
                has.Contains("source_title") ? r.Source.Title : b.Source.Title,
                has.Contains("source_url") ? r.Source.Url : b.Source.Url,
                has.Contains("source_date") ? r.Source.Date : b.Source.Date
            ),
            FloorAreaM2 = has.Contains("floor_area_m2") ? r.FloorAreaM2 : b.FloorAreaM2,
            ServedBefore = has.Contains("people_served_before") ? r.ServedBefore : b.ServedBefore,
            ServedNow = has.Contains("people_served_now") ? r.ServedNow : b.ServedNow,
            DamageAmount = has.Contains("damage_amount") ? r.DamageAmount : b.DamageAmount,
            LossAmount = has.Contains("loss_amount") ? r.LossAmount : b.LossAmount,
            NeedAmount = has.Contains("need_amount") ? r.NeedAmount : b.NeedAmount,
            Currency = has.Contains("currency") ? r.Currency ?? (Kept(b, has) is null ? null : b.Currency) : b.Currency,
            PriceDate = has.Contains("price_date") ? r.PriceDate : b.PriceDate,
            Recovery = has.Contains("recovery_state") ? r.Recovery : b.Recovery,
            DreamObjectId = has.Contains("dream_object_id") ? r.DreamObjectId : b.DreamObjectId,
            Access = has.Contains("access") ? r.Access : b.Access,
            ReleaseAfter = has.Contains("release_after") ? r.ReleaseAfter : b.ReleaseAfter,
            UpdatedAt = has.Contains("updated_at") ? r.UpdatedAt : b.UpdatedAt,
        };

    private static RecoveryProject Of(RecoveryProject r, RecoveryProject b, IReadOnlySet<string> has) =>
        r with
        {
            DreamId = has.Contains("dream_id") ? r.DreamId : b.DreamId,
            Katotth = has.Contains("katotth") ? r.Katotth : b.Katotth,
            Title = Texts("title", r.Title, b.Title, has),
            Summary = Texts("summary", r.Summary, b.Summary, has),
            Status = has.Contains("status_oc4ids") ? r.Status : b.Status,
            DreamStatus = has.Contains("dream_status") ? r.DreamStatus : b.DreamStatus,
            DreamStatusDetails = has.Contains("dream_status_details") ? r.DreamStatusDetails : b.DreamStatusDetails,
            Type = has.Contains("project_type") ? r.Type : b.Type,
            Purpose = has.Contains("purpose") ? r.Purpose : b.Purpose,
            SectorOc4ids = has.Contains("sector_oc4ids") ? r.SectorOc4ids : b.SectorOc4ids,
            Sector = has.Contains("rdna_sector") ? r.Sector : b.Sector,
            DamageIds = has.Contains("damage_ids") ? r.DamageIds : b.DamageIds,
            Implementer = has.Contains("implementer") ? r.Implementer : b.Implementer,
            Start = has.Contains("start_date") ? r.Start : b.Start,
            End = has.Contains("end_date") ? r.End : b.End,
            CostTotal = has.Contains("cost_total") ? r.CostTotal : b.CostTotal,
            Currency = has.Contains("currency")
                ? r.Currency ?? (has.Contains("cost_total") ? null : b.Currency)
                : b.Currency,
            PriceDate = has.Contains("price_date") ? r.PriceDate : b.PriceDate,
            ProgressPercent = has.Contains("progress_percent") ? r.ProgressPercent : b.ProgressPercent,
            Priority = has.Contains("priority") ? r.Priority : b.Priority,
            Ask = has.Contains("ask_type") ? r.Ask : b.Ask,
            AskText = Texts("ask", r.AskText, b.AskText, has),
            Point = b.Point,
            PublicUrl = has.Contains("public_url") ? r.PublicUrl : b.PublicUrl,
            SourceUrl = has.Contains("source_url") ? r.SourceUrl : b.SourceUrl,
            Access = has.Contains("access") ? r.Access : b.Access,
            ReleaseAfter = has.Contains("release_after") ? r.ReleaseAfter : b.ReleaseAfter,
            UpdatedAt = has.Contains("updated_at") ? r.UpdatedAt : b.UpdatedAt,
        };

    private static Funding Of(Funding r, Funding b, IReadOnlySet<string> has) =>
        r with
        {
            FinanceType = has.Contains("finance_type") ? r.FinanceType : b.FinanceType,
            FinanceCategory = has.Contains("finance_category") ? r.FinanceCategory : b.FinanceCategory,
            Party = has.Contains("party") ? r.Party : b.Party,
            Date = has.Contains("date") ? r.Date : b.Date,
            SourceUrl = has.Contains("source_url") ? r.SourceUrl : b.SourceUrl,
            Access = b.Access,
            ReleaseAfter = b.ReleaseAfter,
        };

    /// <summary>An amount that is in the register and in no column of the file.</summary>
    private static decimal? Kept(Damage b, IReadOnlySet<string> has) =>
        (has.Contains("damage_amount") ? null : b.DamageAmount)
        ?? (has.Contains("loss_amount") ? null : b.LossAmount)
        ?? (has.Contains("need_amount") ? null : b.NeedAmount);

    private static bool IsRelabelled(string? read, string? before, decimal? kept, IReadOnlySet<string> has) =>
        has.Contains("currency") && kept is not null && read is not null && before is not null && read != before;

    private static LocalText Texts(string name, LocalText read, LocalText before, IReadOnlySet<string> has) =>
        LocalText.Of(
            Language.All.Select(language =>
                KeyValuePair.Create(
                    language,
                    (has.Contains($"{name}_{language}") ? read : before).Exactly(language) ?? ""
                )
            )
        );
}
