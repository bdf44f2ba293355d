using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>What came with a deck, by the names that its text uses: a slide can show these pictures and pages and no others.</summary>
public sealed record DeckShelf(
    IReadOnlyDictionary<string, ShelvedPicture> Pictures,
    IReadOnlyDictionary<string, ShelvedDocument> Documents
)
{
    public static DeckShelf Of(IReadOnlyDictionary<string, string> addresses) =>
        new(
            addresses.ToDictionary(a => a.Key, a => new ShelvedPicture(a.Value, 0, 0, [], LocalText.Empty)),
            new Dictionary<string, ShelvedDocument>()
        );
}

/// <summary>
/// The address of a picture's widest form and that form's size in pixels, 0 for one that was kept before sizes were; the narrower
/// forms; and what it says to those who do not see it, for places where the text says nothing.
/// </summary>
public sealed record ShelvedPicture(
    string Address,
    int Width,
    int Height,
    IReadOnlyList<NarrowerPicture> Narrower,
    LocalText Alt
);

public sealed record NarrowerPicture(int Width, string Address);

/// <summary>A document that is shown page by page.</summary>
public sealed record ShelvedDocument(string Address, IReadOnlyList<PageSize> Pages);

/// <summary>Upright, in points: 72 are an inch.</summary>
public sealed record PageSize(int Width, int Height);
