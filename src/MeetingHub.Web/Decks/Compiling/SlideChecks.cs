using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MeetingHub.Domain.Decks;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>
/// Tells the author what a slide may not hold: containers in unexpected places (which might be notes), pictures that were
/// not uploaded, links that lead anywhere but to the web or a mailbox.
/// </summary>
internal sealed class SlideChecks(SlidePart part, PictureShelf pictures, List<DeckProblem> problems)
{
    public void Check(MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            if (node is CustomContainer container)
                CheckContainer(container);
            else if (node is LinkInline { IsImage: true } image)
                CheckPicture(image);
            else if (node is LinkInline link && !IsAllowed(link.Url))
                Add(DeckProblem.Link, link, link.Url);
            else if (node is AutolinkInline auto && !auto.IsEmail && !IsAllowed(auto.Url))
                Add(DeckProblem.Link, auto, auto.Url);
        }
    }

    private void CheckContainer(CustomContainer container)
    {
        var isOurs = container is { Info: "bars" } or { Info: "source", Arguments: null or "" };
        if (!isOurs || container.Parent is not MarkdownDocument)
            Add(DeckProblem.UnknownContainer, container, $"::: {container.Info} {container.Arguments}".Trim());
    }

    private void CheckPicture(LinkInline image)
    {
        if (pictures.Named(image.Url) is { } picture)
            image.Url = picture.Address;
        else
            Add(DeckProblem.PictureMissing, image, image.Url);
    }

    private static bool IsAllowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);

    private void Add(string code, MarkdownObject node, string? what) =>
        problems.Add(new(code, part.Line + node.Line, Shortened(what ?? "")));

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
