namespace MeetingHub.Web.Busy;

/// <summary>How other people's calendars are read: the section "Busy" of the configuration.</summary>
public sealed class BusySettings
{
    public const string Section = "Busy";

    /// <summary>
    /// Hosts that may be read although their address is private, such as a calendar server in the town hall: names or
    /// addresses, each with a port when it is not 80 or 443, separated by commas. None by default: whoever may enter an
    /// address could otherwise look into the network behind the server.
    /// </summary>
    public string TrustedHosts { get; set; } = "";

    /// <summary>Longest wait for one person's calendar, 1 to 60.</summary>
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>The first wrong setting of the section, as a line that names it; null when all is well.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        var busy = new BusySettings();
        configuration.GetSection(Section).Bind(busy, o => o.ErrorOnUnknownConfiguration = true);
        return busy.TimeoutSeconds is < 1 or > 60 ? "Busy:TimeoutSeconds: must be 1 to 60."
            : Shared.Fetching.TrustedHosts.Parse(busy.TrustedHosts) is null
                ? "Busy:TrustedHosts: must be hosts such as calendar.example:8443, separated by commas."
            : null;
    }
}
