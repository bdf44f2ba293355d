namespace MeetingHub.Web.Shared.Running;

/// <summary>
/// A program beside ours that a setting names: <c>auto</c> is what the path has, <c>off</c> is none, anything else is the
/// program's own path.
/// </summary>
public static class OutsideProgram
{
    public const string Auto = "auto";
    public const string Off = "off";

    public static bool IsThere(string setting) => setting is Auto or Off || File.Exists(setting);

    /// <param name="setting">As above.</param>
    /// <param name="names">What it may be called, the best first, without the ending that Windows wants.</param>
    public static string? Of(string setting, params string[] names) =>
        setting switch
        {
            Off => null,
            Auto => OnPath(names),
            var path => path,
        };

    public static string? OnPath(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        return names
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
    }
}
