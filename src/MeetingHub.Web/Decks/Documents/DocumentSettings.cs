using MeetingHub.Web.Shared.Running;

namespace MeetingHub.Web.Decks.Documents;

/// <summary>Which office turns presentations into pages: the section "Documents" of the configuration.</summary>
public sealed class DocumentSettings
{
    public const string Section = "Documents";

    /// <summary><c>auto</c>: LibreOffice on the path, if there is one; <c>off</c>: none; else the program's path.</summary>
    public string Office { get; set; } = OutsideProgram.Auto;

    /// <summary>How long the office may take for one file; after that it is ended.</summary>
    public int TimeoutSeconds { get; set; } = 120;

    /// <summary>The first wrong setting of the section, as a line that names it; null when all is well.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        var settings = Of(configuration);
        return settings.TimeoutSeconds is < 1 or > 600 ? "Documents:TimeoutSeconds: must be 1 to 600."
            : !OutsideProgram.IsThere(settings.Office)
                ? "Documents:Office: is neither auto, off nor a program that is there."
            : null;
    }

    public static DocumentSettings Of(IConfiguration configuration)
    {
        var settings = new DocumentSettings();
        configuration.GetSection(Section).Bind(settings, o => o.ErrorOnUnknownConfiguration = true);
        return settings;
    }

    /// <summary>The office's program, or null where there is none.</summary>
    public string? Program() => OutsideProgram.Of(Office, "soffice");
}
