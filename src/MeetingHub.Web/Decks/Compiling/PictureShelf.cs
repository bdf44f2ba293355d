namespace MeetingHub.Web.Decks.Compiling;

/// <summary>The pictures and pages that came with a deck: a slide can show these and no others, so that opening a deck tells no
/// stranger who reads it.</summary>
internal sealed class PictureShelf(DeckShelf shelf)
{
    private readonly Dictionary<string, ShelvedPicture> served = shelf
        .Pictures.Values.DistinctBy(p => p.Address)
        .ToDictionary(p => p.Address);

    public PictureShelf(IReadOnlyDictionary<string, string> addresses)
        : this(DeckShelf.Of(addresses)) { }

    public ShelvedPicture? Named(string? fileName)
    {
        if (fileName is null)
            return null;
        return shelf.Pictures.TryGetValue(fileName, out var picture) ? picture
            : shelf.Pictures.TryGetValue(Uri.UnescapeDataString(fileName), out picture) ? picture
            : null;
    }

    public ShelvedDocument? Document(string name) => shelf.Documents.GetValueOrDefault(name);

    /// <summary>The same for shelves with the same pictures and pages.</summary>
    public string Stamp { get; } =
        string.Join('|', shelf.Pictures.OrderBy(p => p.Key, StringComparer.Ordinal).Select(StampOf))
        + string.Join(
            '|',
            shelf
                .Documents.OrderBy(d => d.Key, StringComparer.Ordinal)
                .Select(d => $"{d.Key}={d.Value.Address} {d.Value.Pages.Count}")
        );

    public ShelvedPicture? At(string? address) => address is null ? null : served.GetValueOrDefault(address);

    private static string StampOf(KeyValuePair<string, ShelvedPicture> picture) =>
        $"{picture.Key}={picture.Value.Address} {string.Join('\u001f', picture.Value.Alt.Texts)}";
}
