using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Translating;

namespace MeetingHub.Web.Decks.Suggesting;

/// <summary>A slide's text in another language, or why not. Without fault and text: there is nothing in it to translate.</summary>
internal sealed record Suggested(string? Markdown, TranslatingFault? Fault);

/// <summary>
/// Has Markdown translated without losing its structure. The result is read again and compared with the source, block by block and
/// mark by mark: one that lost a bullet or moved an address is not taken.
/// </summary>
internal sealed class MarkdownTranslation(ITranslator translator)
{
    public async Task<Suggested> Translate(string markdown, string from, string to, CancellationToken stop)
    {
        if (MarkdownPhrases.Of(markdown) is not { } phrases)
            return new(null, TranslatingFault.NotUnderstood);
        if (phrases.Count == 0)
            return new(markdown, null);

        var marked = phrases.Select(p => p.ToHtml()).ToList();
        var answer = await translator.Translate(marked, isHtml: true, from, to, stop);
        if (answer.Fault is { } fault)
            return new(null, fault);
        var read = phrases.Zip(answer.Texts, PhraseReading.FromHtml).ToList();
        if (await Mend(phrases, read, from, to, stop) is { } why)
            return new(null, why);

        var translated = MarkdownPhrases.Put(markdown, phrases, read!);
        return Skeleton(markdown).SequenceEqual(Skeleton(translated))
            ? new(translated, null)
            : new(null, TranslatingFault.NotUnderstood);
    }

    /// <summary>Lines whose marks were lost are asked for once more, run by run: clumsier words, but every mark in its place.</summary>
    private async Task<TranslatingFault?> Mend(
        IReadOnlyList<Phrase> phrases,
        List<string?> read,
        string from,
        string to,
        CancellationToken stop
    )
    {
        var lost = read.Index().Where(r => r.Item is null).Select(r => r.Index).ToList();
        if (lost.Count == 0)
            return null;
        var runs = lost.SelectMany(at => phrases[at].Runs()).Select(r => r.Trim()).ToList();
        var answer = await translator.Translate(runs, isHtml: false, from, to, stop);
        if (answer.Fault is { } fault)
            return fault;
        var queue = new Queue<string>(answer.Texts);
        foreach (var at in lost)
            read[at] = PhraseReading.FromRuns(phrases[at], queue);
        return null;
    }

    /// <summary>What a text is made of, without its words. Marks within a line are sorted: languages order them differently.</summary>
    private static List<string> Skeleton(string markdown)
    {
        List<string> bones = [];
        foreach (var block in SlideMarkdown.Parse(markdown)?.Descendants<Block>() ?? [])
        {
            bones.Add(
                block switch
                {
                    HeadingBlock heading => $"h{heading.Level}",
                    ListBlock list => $"list{list.BulletType}{list.IsOrdered}",
                    CodeBlock code => "code" + code.Lines,
                    _ => block.GetType().Name,
                }
            );
            if (block is LeafBlock { Inline: { } inline })
                bones.AddRange(
                    inline.Descendants<Inline>().Select(i => Bone(i)).OfType<string>().Order(StringComparer.Ordinal)
                );
        }

        return bones;
    }

    private static string? Bone(Inline inline) =>
        inline switch
        {
            EmphasisInline emphasis => $"em{emphasis.DelimiterCount}",
            LinkInline link => $"link{link.IsImage}{link.Url}",
            CodeInline code => "code" + code.Content,
            AutolinkInline auto => "auto" + auto.Url,
            LineBreakInline { IsHard: true } => "break",
            _ => null,
        };
}
