using MeetingHub.Web.Shared.Fetching;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>Where projects of the state system DREAM are asked for: the section "Dream" of the configuration.</summary>
public sealed class DreamSettings
{
    public const string Section = "Dream";

    /// <summary>The public API that people are offered. Nothing is asked unless somebody presses the button.</summary>
    public string Address { get; set; } = "https://public-api.dream.gov.ua";

    /// <summary>Hosts that may be asked although their address is private, as for calendars. None by default.</summary>
    public string TrustedHosts { get; set; } = "";

    /// <summary>Longest wait for one answer, 1 to 60.</summary>
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>The first wrong setting of the section, as a line that names it; null when all is well.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        var dream = new DreamSettings();
        configuration.GetSection(Section).Bind(dream, o => o.ErrorOnUnknownConfiguration = true);
        return dream.TimeoutSeconds is < 1 or > 60 ? "Dream:TimeoutSeconds: must be 1 to 60."
            : !Uri.TryCreate(dream.Address, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
                ? "Dream:Address: must be an address that begins with https://."
            : Shared.Fetching.TrustedHosts.Parse(dream.TrustedHosts) is null
                ? "Dream:TrustedHosts: must be hosts such as dream.example:8443, separated by commas."
            : null;
    }
}
