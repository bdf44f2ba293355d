namespace MeetingHub.Web.Evidence.Import;

/// <summary>How large a file of a register may be, and how long it may lie here.</summary>
public sealed class ImportSettings
{
    public const string Section = "Import";

    /// <summary>In megabytes. A file is read in a stream: this bounds the disk, not the memory.</summary>
    public int LargestFile { get; set; } = 1100;

    /// <summary>After so many hours an uploaded file and all that was made of it are deleted.</summary>
    public int KeepHours { get; set; } = 24;

    internal long LargestBytes => LargestFile * 1024L * 1024L;

    /// <summary>What is wrong with the settings, or null.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        var settings = new ImportSettings();
        configuration.GetSection(Section).Bind(settings, o => o.ErrorOnUnknownConfiguration = true);
        return settings.LargestFile is < 1 or > 10_000 ? "Import:LargestFile is not from 1 to 10000."
            : settings.KeepHours is < 1 or > 24 ? "Import:KeepHours is not from 1 to 24."
            : null;
    }
}
