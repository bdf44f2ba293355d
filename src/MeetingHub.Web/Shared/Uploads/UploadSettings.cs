namespace MeetingHub.Web.Shared.Uploads;

/// <summary>How much may be sent in pieces, and how long it waits for the rest: the section "Uploads" of the configuration.</summary>
public sealed class UploadSettings
{
    public const string Section = "Uploads";

    /// <summary>Files that one person may be sending at the same time.</summary>
    public int OpenPerPerson { get; set; } = 4;

    /// <summary>After so many hours what was sent is deleted, finished or not.</summary>
    public int KeepHours { get; set; } = 24;

    /// <summary>The first wrong setting of the section, as a line that names it; null when all is well.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        var settings = Of(configuration);
        return settings.OpenPerPerson is < 1 or > 100 ? "Uploads:OpenPerPerson: must be 1 to 100."
            : settings.KeepHours is < 1 or > 168 ? "Uploads:KeepHours: must be 1 to 168."
            : null;
    }

    public static UploadSettings Of(IConfiguration configuration)
    {
        var settings = new UploadSettings();
        configuration.GetSection(Section).Bind(settings, o => o.ErrorOnUnknownConfiguration = true);
        return settings;
    }
}
