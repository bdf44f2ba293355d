using System.Globalization;

namespace MeetingHub.Benchmarks;

/// <summary><c>--name number</c> pairs, and for <c>--memory</c> two numbers with a comma; <c>--server</c> names the assembly to measure.</summary>
public sealed class Options
{
    private readonly Dictionary<string, string> given = [];

    public static Options Read(string[] args)
    {
        var options = new Options();
        for (var i = 0; i + 1 < args.Length; i += 2)
            options.given[args[i].TrimStart('-')] = args[i + 1];
        if (options.given.TryGetValue("server", out var published))
            ServerProcess.Product = Path.GetFullPath(published);
        return options;
    }

    public int Number(string name, int otherwise) =>
        given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public int[] Numbers(string name) =>
        given.TryGetValue(name, out var text)
            ? [.. text.Split(',').Select(t => int.Parse(t, CultureInfo.InvariantCulture))]
            : [];
}
