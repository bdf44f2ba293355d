using MeetingHub.Web.Shared.Running;

namespace MeetingHub.Web.Decks.Fitting;

/// <summary>Which browser measures slides: the section "Fit" of the configuration.</summary>
public sealed class FitSettings
{
    public const string Section = "Fit";

    /// <summary><c>auto</c>: a Chromium on the path, if there is one; <c>off</c>: estimate only; else the program's path.</summary>
    public string Browser { get; set; } = OutsideProgram.Auto;

    /// <summary>How long one check may take; after that the browser is ended.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>The first wrong setting of the section, as a line that names it; null when all is well.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        var settings = Of(configuration);
        return settings.TimeoutSeconds is < 1 or > 120 ? "Fit:TimeoutSeconds: must be 1 to 120."
            : !OutsideProgram.IsThere(settings.Browser)
                ? "Fit:Browser: is neither auto, off nor a program that is there."
            : null;
    }

    public static FitSettings Of(IConfiguration configuration)
    {
        var settings = new FitSettings();
        configuration.GetSection(Section).Bind(settings, o => o.ErrorOnUnknownConfiguration = true);
        return settings;
    }
}
