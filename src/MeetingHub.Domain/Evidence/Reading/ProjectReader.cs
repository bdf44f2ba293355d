namespace MeetingHub.Domain.Evidence.Reading;

internal static class ProjectReader
{
    // OC4IDS 0.9, code list projectSector: the part before the first point.
    private static readonly HashSet<string> Oc4idsSectors =
    [
        "education",
        "health",
        "energy",
        "communications",
        "waterAndWaste",
        "governance",
        "economy",
        "cultureSportsAndRecreation",
        "transport",
        "socialHousing",
        "naturalResources",
    ];

    public static RecoveryProject Read(RowCells row)
    {
        var project = new RecoveryProject
        {
            Id = row.Text("project_id") ?? "",
            DreamId = row.Text("dream_id"),
            Katotth = row.Text("katotth"),
            Title = row.Local("title"),
            Summary = row.Local("summary"),
            Status = row.Word<ProjectStatus>("status_oc4ids"),
            DreamStatus = row.Text("dream_status"),
            DreamStatusDetails = row.Text("dream_status_details"),
            Type = row.Word<ProjectType>("project_type"),
            Purpose = row.Text("purpose"),
            SectorOc4ids = SectorsOf(row),
            Sector = row.Word<Sector>("rdna_sector"),
            DamageIds = new(IdsIn(row.Text("damage_ids"))),
            Implementer = row.Text("implementer"),
            Start = row.Date("start_date"),
            End = row.Date("end_date"),
            CostTotal = row.Number("cost_total"),
            Currency = row.Currency("currency"),
            PriceDate = row.Date("price_date"),
            ProgressPercent = row.Number("progress_percent"),
            Priority = row.Count("priority"),
            Ask = row.Word<AskType>("ask_type") ?? AskType.None,
            AskText = row.Local("ask"),
            PublicUrl = row.Text("public_url"),
            SourceUrl = row.Text("source_url"),
            ReleaseAfter = row.Date("release_after"),
            UpdatedAt = row.Date("updated_at"),
        };
        if (project.Start > project.End)
            row.Fault("end_date", CellFaultKind.DatesReversed, row.Raw("start_date"));
        if (project is { Currency: null, CostTotal: not null } && row.IsEmpty("currency"))
            row.Fault("currency", CellFaultKind.CurrencyMissing);
        return project with { Access = row.Word<Access>("access") ?? Exposure.Default(project) };
    }

    private static string? SectorsOf(RowCells row)
    {
        if (row.Text("sector_oc4ids") is not { } text)
            return null;
        var sectors = IdsIn(text);
        if (Array.TrueForAll(sectors, s => Oc4idsSectors.Contains(s.Split('.')[0])))
            return string.Join(';', sectors);
        row.Fault("sector_oc4ids", CellFaultKind.UnknownWord, string.Join(", ", Oc4idsSectors));
        return null;
    }

    private static string[] IdsIn(string? text) =>
        (text ?? "").Split(
            [';', ',', '|', '\n'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
}
