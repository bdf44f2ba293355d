using System.Globalization;
using System.Text.RegularExpressions;

namespace MeetingHub.Domain.Decks.Editing;

/// <summary>Adds, duplicates, moves and takes out whole slides; what is inside them stays as it is, byte for byte.</summary>
public static partial class SlideOrder
{
    /// <summary>A new slide after another one, with an empty text in the source language.</summary>
    public static DeckEdit Add(string text, string? afterId, string id) =>
        Edit(
            text,
            (deck, blocks) =>
            {
                if (!Name().IsMatch(id))
                    return EditRefusal.NameWrong;
                var at = afterId is null ? blocks.Count - 1 : blocks.FindIndex(b => b.Id == afterId);
                var slide = $"# {id}\n\n::: {deck.SourceLanguage}\n## …\n:::\n";
                return Insert(blocks, at + 1, new(id, slide));
            }
        );

    /// <summary>The same slide once more, right behind it, under a free name.</summary>
    public static DeckEdit Duplicate(string text, string id, out string copy)
    {
        var name = FreeName(text, id);
        copy = name;
        return Edit(
            text,
            (_, blocks) =>
            {
                var at = blocks.FindIndex(b => b.Id == id);
                return at < 0
                    ? EditRefusal.SlideGone
                    : Insert(blocks, at + 1, new(name, Renamed(blocks[at].Text, id, name)));
            }
        );
    }

    /// <summary>To a place counted from 0; one beyond the ends is the end.</summary>
    public static DeckEdit Move(string text, string id, int to) =>
        Edit(
            text,
            (_, blocks) =>
            {
                var at = blocks.FindIndex(b => b.Id == id);
                if (at < 0)
                    return EditRefusal.SlideGone;
                var block = blocks[at];
                blocks.RemoveAt(at);
                blocks.Insert(Math.Clamp(to, 0, blocks.Count), block);
                return null;
            }
        );

    /// <summary>Takes a slide out. <see cref="TextOf"/> is what can be put back.</summary>
    public static DeckEdit Remove(string text, string id) =>
        Edit(
            text,
            (_, blocks) =>
                blocks.Count == 1 ? EditRefusal.LastSlide
                : blocks.RemoveAll(b => b.Id == id) == 0 ? EditRefusal.SlideGone
                : null
        );

    /// <summary>Puts a slide that was taken out back to its place, counted from 0.</summary>
    public static DeckEdit PutBack(string text, string slide, int at) =>
        Edit(
            text,
            (_, blocks) =>
                Heading().Match(slide) is { Success: true } heading
                    ? Insert(blocks, Math.Clamp(at, 0, blocks.Count), new(heading.Groups["id"].Value, slide))
                    : EditRefusal.BreaksStructure
        );

    /// <summary>One slide as it stands in the file, from its heading on; null when it is not there.</summary>
    public static string? TextOf(string text, string id) =>
        DeckText.Read(text).Deck?.Slides.FirstOrDefault(s => s.Id == id) is { } slide
            ? new DeckLines(text).Slice(slide.Line - 1, slide.Lines)
            : null;

    /// <summary>A deck of this slide alone, for a look at it.</summary>
    public static string? Alone(string text, string id) =>
        DeckText.Read(text).Deck is { } deck && TextOf(text, id) is { } slide
            ? new DeckLines(text).Slice(0, deck.Slides[0].Line - 1) + slide
            : null;

    private static DeckEdit Edit(string text, Func<Deck, List<Block>, EditRefusal?> edit)
    {
        if (DeckText.Read(text).Deck is not { } deck)
            return DeckEdit.Refused(EditRefusal.DeckBroken);
        var lines = new DeckLines(text);
        List<Block> blocks = [.. deck.Slides.Select(s => new Block(s.Id, lines.Slice(s.Line - 1, s.Lines)))];
        var settled = blocks.SkipLast(1).ToHashSet();
        if (edit(deck, blocks) is { } refusal)
            return DeckEdit.Refused(refusal);

        var expected = blocks.Select(b => b.Id).ToList();
        var written =
            lines.Slice(0, deck.Slides[0].Line - 1)
            + string.Concat(
                blocks.Select(
                    (b, at) => at == blocks.Count - 1 || settled.Contains(b) ? b.Text : Ended(b.Text, lines.NewLine)
                )
            );
        // The file ends as it did: who moves a slide there and back finds the same bytes.
        written = written.TrimEnd('\r', '\n') + text[text.TrimEnd('\r', '\n').Length..];
        var after = DeckText.Read(written);
        return after.Deck is not null && after.Deck.Slides.Select(s => s.Id).SequenceEqual(expected)
            ? DeckEdit.Done(written)
            : DeckEdit.Refused(EditRefusal.BreaksStructure);
    }

    private static EditRefusal? Insert(List<Block> blocks, int at, Block block)
    {
        if (blocks.Count >= Deck.MaxSlides)
            return EditRefusal.TooManySlides;
        if (blocks.Exists(b => b.Id == block.Id))
            return EditRefusal.NameTaken;
        blocks.Insert(at, block);
        return null;
    }

    /// <summary>With a blank line behind it, as slides are written.</summary>
    private static string Ended(string slide, string newLine) =>
        slide.EndsWith("\n\n", StringComparison.Ordinal) || slide.EndsWith("\r\n\r\n", StringComparison.Ordinal) ? slide
        : slide.EndsWith('\n') ? slide + newLine
        : slide + newLine + newLine;

    private static string Renamed(string slide, string id, string name) => $"# {name}" + slide[(2 + id.Length)..];

    private static string FreeName(string text, string id)
    {
        var taken = DeckText.Read(text).Deck?.Slides.Select(s => s.Id).ToHashSet() ?? [];
        var stem = id.Length > 55 ? id[..55] : id;
        var number = 2;
        while (taken.Contains(string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}")))
            number++;
        return string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\A# (?<id>[a-z0-9][a-z0-9-]{0,59})\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Heading();

    private sealed record Block(string Id, string Text);
}
