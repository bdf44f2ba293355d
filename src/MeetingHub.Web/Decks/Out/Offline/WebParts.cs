using System.Text.RegularExpressions;

namespace MeetingHub.Web.Decks.Out.Offline;

/// <summary>Our own style sheets and scripts as text, to be put inside a page that travels: the very ones that the room uses.</summary>
internal sealed partial class WebParts(IWebHostEnvironment environment)
{
    /// <summary>One after the other, without comments and the spaces of their layout.</summary>
    public string Styles(params string[] paths) =>
        Spaces().Replace(Comments().Replace(string.Concat(paths.Select(Read)), ""), " ").Trim();

    public string Script(string path) => Comments().Replace(Read(path), "").Trim();

    private string Read(string path)
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo(path).CreateReadStream();
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"/\*.*?\*/|^\s*//[^\n]*$", RegexOptions.Singleline | RegexOptions.Multiline, 2000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s+", RegexOptions.None, 2000)]
    private static partial Regex Spaces();
}
