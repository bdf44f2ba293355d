using System.Globalization;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Decks.Editing;

/// <summary>One slide open in one language beside another; in a deck of one language there is no other.</summary>
public sealed record SlideSheet(DeckRow Row, Deck Deck, Slide Slide, string From, string? To)
{
    /// <summary>Null when the deck's text has faults, or when it has no such slide.</summary>
    public static SlideSheet? Of(DeckRow row, string slideId, string? from, string? to, string reader)
    {
        if (
            DeckText.Read(row.Draft).Deck is not { } deck
            || deck.Slides.FirstOrDefault(s => s.Id == slideId) is not { } slide
        )
            return null;
        from = from is not null && deck.Languages.Contains(from) ? from : deck.SourceLanguage;
        string[] others = [.. deck.Languages.Where(l => l != from)];
        to =
            to is not null && others.Contains(to) ? to
            : others.Contains(reader) ? reader
            : others.FirstOrDefault();
        return new(row, deck, slide, from, to);
    }

    /// <summary>From 1.</summary>
    public int Number => Index + 1;

    public Slide? Previous => Index > 0 ? Deck.Slides[Index - 1] : null;

    public Slide? Next => Number < Deck.Slides.Count ? Deck.Slides[Number] : null;

    /// <summary>The language that is worked on.</summary>
    public string Own => To ?? From;

    public Slide? NextUnfinished =>
        Deck.Slides.Skip(Number).Concat(Deck.Slides.Take(Index)).FirstOrDefault(s => IsLeft(Deck, s, Own));

    public static bool IsLeft(Deck deck, Slide slide, string language) =>
        deck.StandingOf(slide, language) is { } standing and not Standing.Reviewed;

    public static int Left(Deck deck, string language) => deck.Slides.Count(s => IsLeft(deck, s, language));

    public static int Worked(Deck deck, string language) =>
        deck.Slides.Count(s => deck.StandingOf(s, language) is not null);

    /// <summary>How many texts of a kind stand side by side; one is offered where there is none.</summary>
    public int Pairs(PartKind kind)
    {
        IEnumerable<string?> languages = kind == PartKind.Shared ? [null] : [From, To, Deck.SourceLanguage];
        return Math.Max(1, languages.Distinct().Max(l => new PartPlace(kind, l, 0).AllIn(Slide).Count()));
    }

    public IEnumerable<PartPlace> AllPlaces()
    {
        foreach (var kind in new[] { PartKind.Body, PartKind.Notes })
        {
            for (var at = 0; at < Pairs(kind); at++)
            {
                yield return new(kind, From, at);
                if (To is not null)
                    yield return new(kind, To, at);
            }
        }

        for (var at = 0; at < Pairs(PartKind.Shared); at++)
            yield return new(PartKind.Shared, null, at);
    }

    public string AddressOf(string slideId) =>
        string.Create(CultureInfo.InvariantCulture, $"/decks/{Row.Id}/slides/{slideId}?from={From}&to={To}");

    public static string NameOf(string language) => Language.NameOf(language);

    private int Index => Deck.Slides.Index().First(s => ReferenceEquals(s.Item, Slide)).Index;
}
