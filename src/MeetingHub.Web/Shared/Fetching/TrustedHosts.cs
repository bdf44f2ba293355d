namespace MeetingHub.Web.Shared.Fetching;

/// <summary>The hosts that an installation vouches for, each with the ports at which it may be asked.</summary>
public sealed class TrustedHosts
{
    private readonly HashSet<(string Host, int Port)> places;

    private TrustedHosts(HashSet<(string Host, int Port)> places) => this.places = places;

    /// <summary>Null when the text is not a list of hosts.</summary>
    public static TrustedHosts? Parse(string list)
    {
        var named = new HashSet<(string, int)>();
        foreach (var entry in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                !Uri.TryCreate($"https://{entry}", UriKind.Absolute, out var place)
                || place.PathAndQuery != "/"
                || place.UserInfo.Length > 0
            )
                return null;
            named.Add((place.IdnHost, place.Port));
            if (place.IsDefaultPort)
                named.Add((place.IdnHost, 80));
        }

        return new TrustedHosts(named);
    }

    public bool Has(string host, int port) => places.Contains((host.ToLowerInvariant(), port));

    public bool Has(Uri address) => Has(address.IdnHost, address.Port);
}
