namespace MeetingHub.Domain.Evidence;

/// <summary>
/// Sectors of OC4IDS 0.9 (code list <c>projectSector</c>) as those of the damage assessment. Needed before a row is written: energy
/// and water are guarded by their sector (<see cref="Exposure.Default"/>), whatever the file calls them.
/// </summary>
public static class Oc4idsSector
{
    /// <summary>The first that is known; one that is guarded comes before others. Null when none is known.</summary>
    public static Sector? Of(IEnumerable<string> codes)
    {
        var known = codes.Select(Of).OfType<Sector>().ToList();
        var guarded = known.Where(s => s is Sector.Energy or Sector.WaterSanitation or Sector.IrrigationWater).ToList();
        return guarded.Count > 0 ? guarded[0]
            : known.Count > 0 ? known[0]
            : null;
    }

    private static Sector? Of(string code) =>
        code.Split('.')[0] switch
        {
            "education" => Sector.EducationScience,
            "health" => Sector.Health,
            "energy" => Sector.Energy,
            "communications" => Sector.TelecomDigitalMedia,
            "waterAndWaste" => Sector.WaterSanitation,
            "governance" => Sector.JusticeAdmin,
            "economy" => Sector.CommerceIndustry,
            "cultureSportsAndRecreation" => Sector.CultureTourism,
            "transport" => Sector.Transport,
            "socialHousing" => Sector.Housing,
            "naturalResources" => Sector.EnvironmentForestry,
            _ => null,
        };
}
