using System.Text.RegularExpressions;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Domain.Decks;

/// <summary>
/// Splits a deck into slides and their parts, line by line. Structure stands in column 0 alone, outside fenced code, and
/// the scanner alone says what a note is: a note that it does not recognise reaches the compiler as an unknown
/// container and is refused there, so that nothing said in confidence can slip onto a screen.
/// </summary>
internal sealed partial class SlideScanner(IReadOnlyList<string> languages, List<DeckProblem> problems)
{
    private readonly List<Slide> slides = [];
    private readonly List<SlidePart> parts = [];
    private readonly List<string> text = [];
    private Slide? slide;
    private int textLine;
    private Opening? container;
    private Opening? inner;
    private CodeFence? fence;

    public IReadOnlyList<Slide> Read(string[] lines, int from)
    {
        textLine = from + 1;
        for (var i = from; i < lines.Length; i++)
            Take(lines[i], i + 1);
        EndSlide(lines.Length + 1);
        return slides;
    }

    private void Take(string line, int number)
    {
        if (fence is { } open)
        {
            fence = open.IsClosedBy(line) ? null : open;
            text.Add(line);
        }
        else if (line.StartsWith("# ", StringComparison.Ordinal))
            BeginSlide(line, number);
        else if (line.StartsWith(":::", StringComparison.Ordinal))
            TakeContainerLine(line, number);
        else
        {
            fence = CodeFence.OpenedBy(line, number);
            text.Add(line);
        }
    }

    private void BeginSlide(string line, int number)
    {
        EndSlide(number);
        var heading = Heading().Match(line);
        var layout = heading.Groups["class"].Value;
        if (!heading.Success)
            problems.Add(new(DeckProblem.SlideId, number, line[2..].Trim()));
        else if (layout is not ("" or "title" or "section"))
            problems.Add(new(DeckProblem.Layout, number, layout));

        var kind = layout switch
        {
            "title" => SlideLayout.Title,
            "section" => SlideLayout.Section,
            _ => SlideLayout.Plain,
        };
        slide = new Slide(heading.Success ? heading.Groups["id"].Value : $"line-{number}", kind, number, []);
        textLine = number + 1;
    }

    private void EndSlide(int nextLine)
    {
        if (fence is { } code)
            problems.Add(new(DeckProblem.CodeNotClosed, code.Line));
        else if ((inner ?? container) is { } open)
            problems.Add(new(DeckProblem.ContainerNotClosed, open.Line, open.Name));
        EndPart(textLine);
        if (slide is not null)
            slides.Add(slide with { Parts = [.. parts], Lines = nextLine - slide.Line });
        parts.Clear();
        (container, inner, fence) = (null, null, null);
    }

    private void TakeContainerLine(string line, int number)
    {
        var words = line[3..].Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            CloseContainer(line, number);
        else if (words[0] is "bars" or "source")
            OpenInner(line, new(words[0], number, null));
        else if (OpeningOf(words, number) is not { } opening)
            problems.Add(new(DeckProblem.UnknownContainer, number, line.Trim()));
        else if (container is not null || inner is not null)
            problems.Add(new(DeckProblem.NestedContainer, number, line.Trim()));
        else
            OpenOuter(opening);
    }

    private void OpenInner(string line, Opening opening)
    {
        if (inner is not null)
            problems.Add(new(DeckProblem.NestedContainer, opening.Line, line.Trim()));
        inner = opening;
        text.Add(line);
    }

    private void OpenOuter(Opening opening)
    {
        if (!languages.Contains(opening.Language))
            problems.Add(new(DeckProblem.LanguageNotListed, opening.Line, opening.Language!));
        EndPart(opening.Line + 1);
        container = opening;
    }

    private void CloseContainer(string line, int number)
    {
        if (inner is not null)
        {
            text.Add(line);
            inner = null;
        }
        else if (container is not null)
        {
            EndPart(number + 1);
            container = null;
        }
        else
            problems.Add(new(DeckProblem.NothingToClose, number));
    }

    private void EndPart(int nextLine)
    {
        if (container is not null || text.Exists(line => !string.IsNullOrWhiteSpace(line)))
        {
            if (slide is null)
                problems.Add(new(DeckProblem.TextBeforeSlide, textLine));
            parts.Add(PartOf(container, string.Join('\n', text)));
        }

        text.Clear();
        textLine = nextLine;
    }

    private SlidePart PartOf(Opening? from, string markdown) =>
        new(KindOf(from), from?.Language, from?.State.Of, markdown, textLine)
        {
            Ok = from?.State.Ok,
            IsMachine = from is { State.IsMachine: true },
            Lines = text.Count,
        };

    private static PartKind KindOf(Opening? from) =>
        from is null ? PartKind.Shared
        : from.Name == "notes" ? PartKind.Notes
        : PartKind.Body;

    private static Opening? OpeningOf(string[] words, int line) =>
        words switch
        {
            ["notes", var language] when Language.IsKnown(language) => new("notes", line, language),
            [var language, .. var state] when Language.IsKnown(language) && PartState.Read(state) is { } read => new(
                language,
                line,
                language
            )
            {
                State = read,
            },
            _ => null,
        };

    [GeneratedRegex(
        @"^# (?<id>[a-z0-9][a-z0-9-]{0,59})(\s+\{\.(?<class>[a-z]+)\})?\s*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Heading();

    private sealed record Opening(string Name, int Line, string? Language)
    {
        public PartState State { get; init; } = PartState.None;
    }
}
