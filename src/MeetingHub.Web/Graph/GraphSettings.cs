namespace MeetingHub.Web.Graph;

/// <summary>The way to Microsoft 365: the section "Graph" of the configuration. Off while the three names are empty.</summary>
public sealed class GraphSettings
{
    public const string Section = "Graph";

    /// <summary>The tenant's id or one of its domains.</summary>
    public string TenantId { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>Where tokens are asked for; national clouds have addresses of their own.</summary>
    public string AuthorityUrl { get; set; } = "https://login.microsoftonline.com";

    public string BaseUrl { get; set; } = "https://graph.microsoft.com/v1.0";

    /// <summary>Longest wait for one answer, in seconds, 1 to 100.</summary>
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>
    /// Ids of the communities to which the tenant belongs, separated by commas. Empty: all. The application may write into
    /// every mailbox of the tenant, so the secretary of another community could name a mayor of this one as their own.
    /// </summary>
    public string Communities { get; set; } = "";

    public bool IsOn() => TenantId.Length > 0;

    public bool Serves(Guid communityId) => IsOn() && (Communities.Length == 0 || Named().Contains(communityId));

    /// <summary>The first wrong setting of the section, as a line that names it; null when all is well.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        var graph = new GraphSettings();
        configuration.GetSection(Section).Bind(graph, o => o.ErrorOnUnknownConfiguration = true);
        string[] names = [graph.TenantId, graph.ClientId, graph.ClientSecret];
        var isBegun = names.Any(n => n.Length > 0);
        return isBegun && graph.TenantId.Length == 0 ? "Graph:TenantId: is missing."
            : isBegun && graph.ClientId.Length == 0 ? "Graph:ClientId: is missing."
            : isBegun && graph.ClientSecret.Length == 0 ? "Graph:ClientSecret: is missing."
            : !graph.TenantId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
                ? "Graph:TenantId: is neither an id nor a domain."
            : !IsSafe(graph.AuthorityUrl) ? "Graph:AuthorityUrl: must be an https address."
            : !IsSafe(graph.BaseUrl) ? "Graph:BaseUrl: must be an https address."
            : graph.TimeoutSeconds is < 1 or > 100 ? "Graph:TimeoutSeconds: must be 1 to 100."
            : graph.Named().Contains(Guid.Empty) ? "Graph:Communities: must be ids, separated by commas."
            : null;
    }

    private Guid[] Named() =>
        [
            .. Communities
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty),
        ];

    // The secret and the tokens travel there.
    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}
