namespace MeetingHub.Browser.Tests.Stage;

public static class Repository
{
    /// <summary>The folder of the solution, above wherever the tests were built to.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(here.FullName, "MeetingHub.sln")))
            here = here.Parent ?? throw new DirectoryNotFoundException("No MeetingHub.sln above the tests.");
        return here.FullName;
    }
}
