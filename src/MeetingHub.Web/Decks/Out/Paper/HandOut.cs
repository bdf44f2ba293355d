using MeetingHub.Domain;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <param name="Language">The hand-out's language.</param>
/// <param name="With">A second language beside it, or null.</param>
/// <param name="HasNotes">With what the speaker says: never for the room.</param>
internal sealed record HandOutOrder(string Language, string? With, bool HasNotes)
{
    public IReadOnlyList<string> Languages => With is null ? [Language] : [Language, With];
}

/// <summary>What follows the slides: names, terms.</summary>
internal sealed record Appendix(string Title, IReadOnlyList<Block> Blocks);

/// <summary>A hand-out ready to be drawn; the outline names each slide's place.</summary>
internal sealed record PaperDocument(
    string Title,
    string Language,
    IReadOnlyList<PaperPage> Pages,
    IReadOnlyList<OutlineEntry> Outline
);

internal sealed record OutlineEntry(string Name, string Title);

/// <summary>Sets a frozen deck on A4 pages: cover, contents, slides in one or two languages side by side, then appendices.</summary>
internal sealed class HandOut
{
    private const float Gutter = 20;
    private const float LeastForSlide = 120;

    private readonly FrozenDeck frozen;
    private readonly HandOutOrder order;
    private readonly IReadOnlyList<Appendix> appendices;
    private readonly Ruler ruler;
    private readonly PictureSizes pictures;
    private readonly Letters letters;
    private readonly Texts texts;
    private readonly List<(OutlineEntry Entry, int Page)> entries = [];
    private readonly Pages body = new();

    private HandOut(
        FrozenDeck frozen,
        HandOutOrder order,
        IReadOnlyList<Appendix> appendices,
        Ruler ruler,
        PictureSizes pictures,
        Letters letters
    )
    {
        (this.frozen, this.order, this.appendices) = (frozen, order, appendices);
        (this.ruler, this.pictures, this.letters) = (ruler, pictures, letters);
        texts = Texts.In(order.Language);
    }

    private CompiledDeck Deck => frozen.Deck;

    public static PaperDocument Set(
        FrozenDeck frozen,
        HandOutOrder order,
        IReadOnlyList<Appendix> appendices,
        Ruler ruler,
        PictureSizes pictures,
        Letters letters
    ) => new HandOut(frozen, order, appendices, ruler, pictures, letters).Set();

    private PaperDocument Set()
    {
        body.NewPage();
        foreach (var (at, slide) in Deck.Slides.Index())
            SetSlide(slide, at + 1);
        foreach (var (at, appendix) in appendices.Index())
            SetAppendix(appendix, at + 1);

        // How many pages the contents take is known only when they are set; their numbers do not change their height.
        var front = new HandOutFront(frozen, order, ruler, letters, texts);
        var before = front.Set(entries, 0).Count;
        List<PaperPage> pages = [.. front.Set(entries, before), .. body.All];
        new PageFrame(frozen, order, ruler, letters, texts).Around(pages, before);
        var title = letters.Printable(Deck.Title.In(order.Language));
        return new(title, order.Language, pages, [.. entries.Select(e => e.Entry)]);
    }

    private void SetSlide(CompiledSlide slide, int number)
    {
        var columns = ColumnsOf(slide);
        var band = BandOf(slide, number);
        var height = band.Height + columns.Max(c => c.Strips.Sum(s => s.Height));
        if (number > 1)
            body.Add([Strip.Gap(14)]);
        if (height > body.Left && (height <= Sheet.Depth * 0.55f || body.Left < LeastForSlide))
            body.NewPage();

        var page = body.Current;
        body.Add([band]);
        body.Add(columns);
        var title = slide.In[InDeck(order.Language)].Title;
        entries.Add((new($"s{number}", letters.Printable(title)), page));
    }

    private List<(float X, IReadOnlyList<Strip> Strips)> ColumnsOf(CompiledSlide slide)
    {
        var width = order.With is null ? Sheet.Inner : (Sheet.Inner - Gutter) / 2;
        var column = new Column(width, order.With is null ? 1 : 0.86f, ruler, pictures);
        return
        [
            .. order.Languages.Select(
                (l, at) => (at * (width + Gutter), (IReadOnlyList<Strip>)column.Set(BlocksOf(slide, l)))
            ),
        ];
    }

    private List<Block> BlocksOf(CompiledSlide slide, string language)
    {
        List<Block> blocks = [.. SlideReading.Of(slide.In[InDeck(language)].Html, Style.Body, letters.Printable)];
        if (order.HasNotes && slide.Notes.TryGetValue(language, out var notes))
        {
            blocks.Add(new TextBlock(Style.Label, [new(Texts.In(language)["live.notes"])]));
            blocks.AddRange(SlideReading.Of(notes.Html, Style.Note, letters.Printable));
        }

        return blocks;
    }

    private Strip BandOf(CompiledSlide slide, int number)
    {
        var type = Type.Of(Style.Label, 1);
        var place = $"{number} / {Deck.Slides.Count}";
        List<Mark> marks =
        [
            new PlaceMark(0, 0, $"s{number}"),
            new BoxMark(0, 0, Sheet.Inner, 0.8f, Tone.Line),
            new WordsMark(0, 15, place, Face.Bold, type.Size, Tone.Accent, ruler(place, Face.Bold, type.Size), null),
        ];
        var said = string.Join(" · ", order.Languages.Select(l => MarkOf(slide, l)).OfType<string>());
        if (said.Length > 0)
        {
            var wide = ruler(said, Face.Regular, type.Size);
            marks.Add(new WordsMark(Sheet.Inner - wide, 15, said, Face.Regular, type.Size, Tone.Warn, wide, null));
        }

        return new(23, marks, KeepsWithNext: true);
    }

    private string? MarkOf(CompiledSlide slide, string language)
    {
        var state = slide.In.TryGetValue(language, out var text) ? text.State : TextState.Missing;
        if (state == TextState.Present)
            return null;
        var said = texts[$"live.mark.{Code.Of(state)}"];
        return order.With is null ? said : $"{language.ToUpperInvariant()}: {said}";
    }

    private void SetAppendix(Appendix appendix, int number)
    {
        body.NewPage();
        var name = $"a{number}";
        var title = letters.Printable(appendix.Title);
        var column = new Column(Sheet.Inner, 1, ruler, pictures);
        body.Add([new Strip(0, [new PlaceMark(0, 0, name)], KeepsWithNext: true)]);
        body.Add(column.Set([new TextBlock(Style.Title, [new(title)]), .. appendix.Blocks.Select(Printable)]));
        entries.Add((new(name, title), body.Current));
    }

    private Block Printable(Block block)
    {
        TableLine Line(TableLine line) =>
            new([
                .. line.Fields.Select(f =>
                    f with
                    {
                        Text = [.. f.Text.Select(r => r with { Text = letters.Printable(r.Text) })],
                    }
                ),
            ]);
        return block is TableBlock table
            ? new TableBlock([.. table.Head.Select(Line)], [.. table.Rows.Select(Line)])
            : block;
    }

    /// <summary>A deck is handed out in its source language to whom it has no other for.</summary>
    private string InDeck(string language) => Deck.Languages.Contains(language) ? language : Deck.Languages[0];
}
