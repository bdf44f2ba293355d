using System.ComponentModel.DataAnnotations;

namespace MeetingHub.Web;

/// <summary>
/// Every setting of the installation itself, under <c>MeetingHub</c> in appsettings or as <c>MeetingHub__Name</c> in the
/// environment. Mail has its own section. <c>appsettings.example.json</c> says what each is for.
/// </summary>
public sealed class HubSettings
{
    public const string Section = "MeetingHub";

    /// <summary>The folder of everything that must survive. Relative to the content root's folder where the server was started.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>The address that links in mail and QR codes begin with. Empty: the address that the request came to.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>Fill an empty database with the demo. Null: in Development only.</summary>
    public bool? SeedDemo { get; set; }

    [Range(1, 365)]
    public int JoinLinkDays { get; set; } = 60;

    [Range(1, 1000)]
    public int SignInsAMinute { get; set; } = 10;

    [Range(1, 100_000)]
    public int JoinsAMinute { get; set; } = 120;

    /// <summary>Requests to the API of one person.</summary>
    [Range(1, 1_000_000)]
    public int ApiRequestsAMinute { get; set; } = 600;

    [Range(1, 1000)]
    public int QuestionsAMinute { get; set; } = 6;

    [Range(1, 3600)]
    public int LetterRetrySeconds { get; set; } = 30;

    [Range(1, 30)]
    public int LetterTries { get; set; } = 8;

    /// <summary>The first thing that is wrong, as one line that names the setting; null when all is well.</summary>
    public string? Fault()
    {
        var found = new List<ValidationResult>();
        if (!Validator.TryValidateObject(this, new ValidationContext(this), found, validateAllProperties: true))
            return $"{Section}:{found[0].MemberNames.First()}: {found[0].ErrorMessage}";
        return PublicAddress.Length > 0 && !IsOrigin(PublicAddress)
            ? $"{Section}:{nameof(PublicAddress)}: must be an http or https address without a path, not '{PublicAddress}'."
            : null;
    }

    private static bool IsOrigin(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is ("http" or "https")
        && uri.AbsolutePath == "/";
}
