using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MeetingHub.Web.Decks.Out.Paper;
using SkiaSharp;

namespace MeetingHub.Web.Decks.Out.Offline;

/// <summary>
/// Pictures inside the file, each once, however many languages show it: a slide points to a symbol with a data address.
/// Smaller than in the room, because the file travels by messenger.
/// </summary>
internal sealed class OfflinePictures(Func<string, byte[]?> pictures)
{
    private const int Widest = 1280;
    private const int Quality = 72;

    private readonly Dictionary<string, (int Number, string Symbol, int Width, int Height)?> known = [];

    public string Shelved(string html)
    {
        if (!html.Contains("<img", StringComparison.Ordinal))
            return html;
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var image in body.QuerySelectorAll("img"))
        {
            var alt = WebUtility.HtmlEncode(image.GetAttribute("alt") ?? "");
            image.OuterHtml = Shelve(image.GetAttribute("src") ?? "") is { } picture
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"<svg class=\"picture\" role=\"img\" aria-label=\"{alt}\" width=\"{picture.Width}\" height=\"{picture.Height}\" viewBox=\"0 0 {picture.Width} {picture.Height}\"><use href=\"#p{picture.Number}\"/></svg>"
                )
                : $"<em>{alt}</em>";
        }

        return body.InnerHtml;
    }

    public string Symbols()
    {
        var symbols = new StringBuilder("<svg class=\"visually-hidden\" aria-hidden=\"true\">");
        foreach (var picture in known.Values)
            symbols.Append(picture?.Symbol);
        return symbols.Append("</svg>\n").ToString();
    }

    private (int Number, string Symbol, int Width, int Height)? Shelve(string address)
    {
        if (known.TryGetValue(address, out var shelved))
            return shelved;
        if (Smaller(pictures(address)) is not { } small)
            return known[address] = null;
        var number = known.Count + 1;
        var size = string.Create(CultureInfo.InvariantCulture, $"width=\"{small.Width}\" height=\"{small.Height}\"");
        var data = Convert.ToBase64String(small.Bytes);
        var symbol =
            $"<symbol id=\"p{number}\" viewBox=\"0 0 {small.Width} {small.Height}\"><image {size} href=\"data:image/webp;base64,{data}\"/></symbol>";
        return known[address] = (number, symbol, small.Width, small.Height);
    }

    private static (byte[] Bytes, int Width, int Height)? Smaller(byte[]? picture)
    {
        if (HandOutMaking.SizeOf(picture) is not ({ } width, { } height))
            return null;
        if (width <= Widest)
            return (picture!, width, height);
        using var whole = SKBitmap.Decode(picture);
        var size = new SKSizeI(Widest, Math.Max(1, height * Widest / width));
        using var small = whole?.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var encoded = small?.Encode(SKEncodedImageFormat.Webp, Quality);
        return encoded is null ? (picture!, width, height) : (encoded.ToArray(), size.Width, size.Height);
    }
}
