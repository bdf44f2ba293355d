using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>A deck ready to be shown; its HTML is clean. Notes stand beside the slides and never go into the public file.</summary>
public sealed record CompiledDeck(LocalText Title, IReadOnlyList<string> Languages, IReadOnlyList<CompiledSlide> Slides)
{
    /// <summary>The canonical text that browsers work with: the same deck gives the same bytes, so that it can be
    /// addressed by its content.</summary>
    public string PublicJson() => CompiledDeckJson.Of(this);
}

/// <summary>
/// One slide in every language of its deck. <paramref name="Steps"/> is how many fragments it reveals one by one, 0 when it
/// stands at once.
/// </summary>
public sealed record CompiledSlide(
    string Id,
    SlideLayout Layout,
    int Steps,
    IReadOnlyDictionary<string, SlideInLanguage> In,
    IReadOnlyDictionary<string, SlideNotes> Notes
)
{
    /// <summary>What it shows of the registers, in the order of the file.</summary>
    public IReadOnlyList<DrawnFigure> Figures { get; init; } = [];

    /// <summary>Its pictures that say nothing to those who do not see them, by language.</summary>
    public IReadOnlyList<UnspokenPicture> Unspoken { get; init; } = [];
}

/// <summary>A data block and what was drawn from it, in each language in which it stands; one at least.</summary>
public sealed record DrawnFigure(DataBlock Block, IReadOnlyDictionary<string, Figure> In)
{
    /// <summary>For what no language changes.</summary>
    public Figure Figure => In.Values.First();
}

/// <summary>
/// A slide as one reader sees it. Where a translation is missing the source language's text stands in for it, and the state
/// says so. The title is plain text, for lists.
/// </summary>
public sealed record SlideInLanguage(string Html, string Title, TextState State);

/// <summary>What the speaker says. About 100 words a minute leave an interpreter time to follow.</summary>
public sealed record SlideNotes(string Html, int Words);

public sealed record DeckCompilation(CompiledDeck? Deck, IReadOnlyList<DeckProblem> Problems)
{
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Deck))]
    public bool Succeeded => Deck is not null;
}
