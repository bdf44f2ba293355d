namespace MeetingHub.Web.Calendar;

/// <summary>
/// How a zone is spelt in what we send. Only the three old Ukrainian names change: replacing every alias by its
/// canonical name would send a council in Oslo a meeting in "Europe/Berlin".
/// </summary>
public static class ZoneSpelling
{
    public const string Kyiv = "Europe/Kyiv";

    public static string Of(string zoneId) =>
        zoneId switch
        {
            "Europe/Kiev" or "Europe/Uzhgorod" or "Europe/Zaporozhye" => Kyiv,
            _ => zoneId,
        };

    /// <summary>Whether the zone is UTC itself, which calendars write with a Z and without a definition.</summary>
    public static bool IsUtc(string zoneId) => zoneId is "UTC" or "Etc/UTC";
}
