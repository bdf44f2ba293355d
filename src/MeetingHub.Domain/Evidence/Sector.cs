namespace MeetingHub.Domain.Evidence;

/// <summary>
/// The sectors of the Rapid Damage and Needs Assessment (World Bank, Government of Ukraine, EC, UN), by which damage, losses
/// and needs are counted.
/// </summary>
public enum Sector
{
    Housing,
    Transport,
    Energy,
    CommerceIndustry,
    EducationScience,
    Agriculture,
    WaterSanitation,
    CultureTourism,
    MunicipalServices,
    TelecomDigitalMedia,
    EnvironmentForestry,
    Health,
    IrrigationWater,
    SocialProtection,
    JusticeAdmin,
    EmergencyCivilProtection,
    FinanceBanking,
    ExplosiveHazard,
}
