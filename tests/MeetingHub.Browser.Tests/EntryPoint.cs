using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace MeetingHub.Browser.Tests;

/// <summary><c>screenshots FOLDER</c> makes the pictures of the README; anything else is for the test runner.</summary>
public static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["screenshots", var folder])
        {
            await using var pictures = new Screenshots(folder);
            await pictures.Make();
            return 0;
        }

        return args.Any(a => a is "--server" or "--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
