namespace MeetingHub.Web.Translating;

/// <summary>A service that translates by machine: the section "Translating" of the configuration. Off while no provider is named.</summary>
public sealed class TranslatingSettings
{
    public const string Section = "Translating";
    public const string LibreTranslate = "LibreTranslate";
    public const string DeepL = "DeepL";

    /// <summary><c>LibreTranslate</c>, <c>DeepL</c>, or empty for none.</summary>
    public string Provider { get; set; } = "";

    /// <summary>Where its API begins. Empty for DeepL: its own, free or paid after the key.</summary>
    public string Address { get; set; } = "";

    public string Key { get; set; } = "";

    /// <summary>Longest wait for one answer, in seconds, 1 to 120.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    public bool IsOn() => Provider.Length > 0;

    /// <summary>Keys of DeepL's free plan end in <c>:fx</c> and are known to a server of their own.</summary>
    public Uri Base() =>
        new(
            Address.Length > 0 ? Address.TrimEnd('/') + "/"
            : Key.EndsWith(":fx", StringComparison.Ordinal) ? "https://api-free.deepl.com/"
            : "https://api.deepl.com/"
        );

    /// <summary>The first wrong setting of the section, as a line that names it; null when all is well.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        var settings = Of(configuration);
        return settings.Provider is not ("" or LibreTranslate or DeepL)
                ? "Translating:Provider: must be LibreTranslate, DeepL or empty."
            : settings.Provider == LibreTranslate && settings.Address.Length == 0 ? "Translating:Address: is missing."
            : settings.Address.Length > 0 && !IsAddress(settings.Address)
                ? "Translating:Address: must be an http or https address."
            : settings.Provider == DeepL && settings.Key.Length == 0 ? "Translating:Key: is missing."
            : settings.Provider == DeepL && settings.Address.Length > 0 && !IsSafe(settings.Base())
                ? "Translating:Address: must be an https address: the key travels there."
            : settings.TimeoutSeconds is < 1 or > 120 ? "Translating:TimeoutSeconds: must be 1 to 120."
            : null;
    }

    public static TranslatingSettings Of(IConfiguration configuration)
    {
        var settings = new TranslatingSettings();
        configuration.GetSection(Section).Bind(settings, o => o.ErrorOnUnknownConfiguration = true);
        return settings;
    }

    private static bool IsAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is ("http" or "https")
        && uri is { Query: "", Fragment: "", UserInfo: "" };

    private static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;
}
