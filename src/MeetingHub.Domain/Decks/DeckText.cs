using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace MeetingHub.Domain.Decks;

/// <summary>
/// Reads the structure of a deck's file: front matter, slides, and which words are for whom. What the Markdown inside
/// means is not decided here. Bad input gives problems, never an exception.
/// </summary>
public static class DeckText
{
    private const int MaxProblems = 50;

    public static DeckReading Read(string text)
    {
        List<DeckProblem> problems = [];
        if (text.Length > Deck.MaxBytes || Encoding.UTF8.GetByteCount(text) > Deck.MaxBytes)
            return new(null, [new(DeckProblem.TooLong, 0)]);

        var lines = LinesOf(text);
        if (FrontMatter.Read(lines, problems) is not { } front)
            return new(null, problems);

        var slides = new SlideScanner(front.Languages, problems).Read(lines, front.Lines);
        Check(slides, front, problems);
        return problems.Count > 0
            ? new(null, [.. problems.OrderBy(p => p.Line).Take(MaxProblems)])
            : new(new Deck(front.Title, front.Languages, slides) { TargetMinutes = front.Minutes }, []);
    }

    internal static string[] LinesOf(string text) => PlainCharacters.Of(text).Split('\n');

    private static void Check(IReadOnlyList<Slide> slides, FrontMatter front, List<DeckProblem> problems)
    {
        if (slides.Count == 0)
            problems.Add(new(DeckProblem.NoSlides, 0));
        if (slides.Count > Deck.MaxSlides)
            problems.Add(new(DeckProblem.TooManySlides, slides[Deck.MaxSlides].Line, $"{Deck.MaxSlides}"));

        HashSet<string> ids = [];
        foreach (var slide in slides)
        {
            if (!ids.Add(slide.Id))
                problems.Add(new(DeckProblem.DuplicateId, slide.Line, slide.Id));
            if (slide.Parts.Sum(part => part.Markdown.Length) > Slide.MaxLength)
                problems.Add(new(DeckProblem.SlideTooLong, slide.Line, slide.Id));
            if (slide.BodyIn(front.Languages[0]) is null && front.Languages.Any(l => slide.BodyIn(l) is not null))
                problems.Add(new(DeckProblem.SourceMissing, slide.Line, slide.Id, front.Languages[0]));
        }
    }
}

/// <summary>A deck, or what keeps it from being one.</summary>
public sealed record DeckReading(Deck? Deck, IReadOnlyList<DeckProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(Deck))]
    public bool Succeeded => Deck is not null;
}
