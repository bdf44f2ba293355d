namespace MeetingHub.Domain.Evidence.Reading;

internal static class DamageReader
{
    public static Damage Read(RowCells row)
    {
        var damage = new Damage
        {
            Id = row.Text("damage_id") ?? "",
            Katotth = row.Text("katotth"),
            Name = row.Local("name"),
            ObjectType = row.Text("object_type"),
            Sector = row.Word<Sector>("rdna_sector") ?? default,
            PublicPlace = row.Text("public_place_uk"),
            Point = PlaceReading.Of(row),
            Precision = row.Word<GeoPrecision>("geo_precision") ?? GeoPrecision.Settlement,
            DamagedFrom = row.Date("damaged_from"),
            DamagedTo = row.Date("damaged_to"),
            Grade = row.Word<DamageGrade>("grade") ?? DamageGrade.Unknown,
            GradeScheme = row.Text("grade_scheme"),
            GradeOriginal = row.Text("grade_original"),
            DamagePercent = row.Number("damage_percent"),
            Method = row.Word<AssessmentMethod>("assessment_method"),
            Source = SourceOf(row),
            FloorAreaM2 = row.Number("floor_area_m2"),
            ServedBefore = row.Count("people_served_before"),
            ServedNow = row.Count("people_served_now"),
            DamageAmount = row.Number("damage_amount"),
            LossAmount = row.Number("loss_amount"),
            NeedAmount = row.Number("need_amount"),
            Currency = row.Currency("currency"),
            PriceDate = row.Date("price_date"),
            Recovery = row.Word<RecoveryState>("recovery_state") ?? RecoveryState.None,
            DreamObjectId = row.Text("dream_object_id"),
            ReleaseAfter = row.Date("release_after"),
            UpdatedAt = row.Date("updated_at"),
        };
        if (damage.DamagedFrom > damage.DamagedTo)
            row.Fault("damaged_to", CellFaultKind.DatesReversed, row.Raw("damaged_from"));
        if (
            damage is { Currency: null } and not { DamageAmount: null, LossAmount: null, NeedAmount: null }
            && row.IsEmpty("currency")
        )
            row.Fault("currency", CellFaultKind.CurrencyMissing);
        return damage with { Access = row.Word<Access>("access") ?? Exposure.Default(damage) };
    }

    private static Source SourceOf(RowCells row)
    {
        var source = new Source(row.Text("source_title"), row.Text("source_url"), row.Date("source_date"));
        return source == Source.Unknown ? Source.Unknown : source;
    }
}
