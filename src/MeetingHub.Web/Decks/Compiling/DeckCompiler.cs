using System.Text;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>
/// Turns a deck's text into clean HTML per language, or into a list of problems for its author. The text is hostile until
/// proven otherwise: raw HTML is text, attributes cannot be written, every fragment passes an allow-list, and size, nesting
/// and time are bounded.
/// </summary>
public static class DeckCompiler
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    /// <param name="markdown">The deck's file.</param>
    /// <param name="pictures">The file names that were uploaded with it, and the addresses they are served from.</param>
    /// <param name="data">The registers that its data blocks show; without, each of them is a problem.</param>
    public static DeckCompilation Compile(
        string markdown,
        IReadOnlyDictionary<string, string> pictures,
        IDataBlocks? data = null
    ) => Compile(markdown, DeckShelf.Of(pictures), data);

    public static DeckCompilation Compile(string markdown, DeckShelf pictures, IDataBlocks? data = null)
    {
        var reading = DeckText.Read(markdown);
        if (!reading.Succeeded)
            return new(null, reading.Problems);

        var deck = reading.Deck;
        var started = TimeProvider.System.GetTimestamp();
        var (blocks, shelf) = (data ?? NoDataBlocks.Instance, new PictureShelf(pictures));
        bool IsLate() => TimeProvider.System.GetElapsedTime(started) > Budget;
        var writer = new SlideWriter(deck.Languages, shelf, blocks, IsLate);
        var memory = SlideMemory.Of(blocks);
        List<CompiledSlide> slides = [];
        foreach (var slide in deck.Slides)
        {
            slides.Add(Remembered(deck, slide, writer, memory, SlideMemory.KeyOf(deck, slide, shelf)));
            if (IsLate())
                return new(null, [new(DeckProblem.TooSlow, slide.Line, slide.Id)]);
        }

        return writer.Problems.Count > 0
            ? new(null, [.. writer.Problems.DistinctBy(p => (p.Code, p.Line)).OrderBy(p => p.Line).Take(50)])
            : new(new CompiledDeck(deck.Title, deck.Languages, slides), []);
    }

    private static CompiledSlide Remembered(Deck deck, Slide slide, SlideWriter writer, SlideMemory memory, string key)
    {
        if (memory.Find(key) is { } known)
            return known;
        var problems = writer.Problems.Count;
        var compiled = CompileSlide(deck, slide, writer);
        if (writer.Problems.Count == problems)
            memory.Keep(key, compiled);
        return compiled;
    }

    private static CompiledSlide CompileSlide(Deck deck, Slide slide, SlideWriter writer)
    {
        var steps = 0;
        Dictionary<string, SlideInLanguage> texts = [];
        Dictionary<string, SlideNotes> notes = [];
        foreach (var language in deck.Languages)
        {
            var page = PageIn(deck, slide, language, writer);
            steps = Math.Max(steps, page.Steps);
            texts[language] = new(page.Html, page.Title ?? slide.Id, deck.StateOf(slide, language));
            if (NotesIn(slide, language, writer) is { } said)
                notes[language] = said;
        }

        return new(slide.Id, slide.Layout, steps, texts, notes)
        {
            Figures = writer.TakeFigures(),
            Unspoken = writer.TakeUnspoken(),
        };
    }

    private static SlidePage PageIn(Deck deck, Slide slide, string language, SlideWriter writer)
    {
        var isMissing = deck.StateOf(slide, language) == TextState.Missing;
        var own = isMissing ? deck.SourceLanguage : language;
        var html = new StringBuilder();
        var steps = 0;
        string? title = null;
        var hasPage = slide.Parts.Any(PageBlock.StandsIn);
        foreach (var part in slide.Parts.Where(p => p.Kind == PartKind.Shared || IsBodyIn(p, own)))
        {
            var page = writer.Write(part, language, steps);
            var isForeign = isMissing && part.Kind == PartKind.Body;
            // A screen reader must not read one language with another's voice.
            var text = isForeign ? $"""<div lang="{own}">{page.Html}</div>""" : page.Html;
            html.Append(hasPage && part.Kind == PartKind.Body ? WordsBeside(text, own == deck.SourceLanguage) : text);
            steps = page.Steps;
            title ??= page.Title;
        }

        return new(html.ToString(), title, steps, 0);
    }

    /// <summary>What a page says in its own language is seen on it already: it stands for those who cannot, or do not, see it.</summary>
    private static string WordsBeside(string html, bool isSource) =>
        $"""<div class="page-words{(isSource ? " is-source" : "")}">{html}</div>""";

    private static SlideNotes? NotesIn(Slide slide, string language, SlideWriter writer)
    {
        var pages = slide
            .Parts.Where(p => p.Kind == PartKind.Notes && p.Language == language)
            .Select(p => writer.Write(p, language, 0))
            .ToList();
        return pages.Count == 0 ? null : new(string.Concat(pages.Select(p => p.Html)), pages.Sum(p => p.Words));
    }

    private static bool IsBodyIn(SlidePart part, string language) =>
        part.Kind == PartKind.Body && part.Language == language;
}
