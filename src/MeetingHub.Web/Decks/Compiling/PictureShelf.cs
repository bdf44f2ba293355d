namespace MeetingHub.Web.Decks.Compiling;

/// <summary>The pictures that came with a deck: a slide can show these and no others, so that opening a deck tells no
/// stranger who reads it.</summary>
internal sealed class PictureShelf(IReadOnlyDictionary<string, string> addresses)
{
    private readonly HashSet<string> served = [.. addresses.Values];

    public string? AddressOf(string? fileName)
    {
        if (fileName is null)
            return null;
        return addresses.TryGetValue(fileName, out var address) ? address
            : addresses.TryGetValue(Uri.UnescapeDataString(fileName), out address) ? address
            : null;
    }

    /// <summary>The same for shelves with the same pictures.</summary>
    public string Stamp { get; } =
        string.Join('|', addresses.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"));

    public bool Serves(string address) => served.Contains(address);
}
