using AngleSharp.Html.Parser;

namespace MeetingHub.Web.Decks.Out;

/// <summary>What clean HTML says, without its markup.</summary>
internal static class SlideWords
{
    public static string TextOf(string html) => new HtmlParser().ParseDocument(html).Body?.TextContent ?? "";

    public static int In(string html) =>
        TextOf(html).Split((char[]?)null).Count(word => word.Any(char.IsLetterOrDigit));
}
