using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MeetingHub.Web.Shared;

/// <summary>The addresses that stand in letters and QR codes.</summary>
public sealed class Addresses(HubSettings settings, IServer server)
{
    public string Root =>
        settings.PublicAddress.Length > 0
            ? settings.PublicAddress.TrimEnd('/')
            : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";

    /// <summary>For a page: where the reader's browser came to, unless the settings say otherwise.</summary>
    public string RootOf(HttpRequest request) =>
        settings.PublicAddress.Length > 0 ? Root : $"{request.Scheme}://{request.Host}";

    public Uri Invitation(string secret) => new($"{Root}/i/{secret}");
}
