using MeetingHub.Domain.Languages;
using NodaTime;

namespace MeetingHub.Web.Figures;

/// <summary>A published version of a deck, with rows that can be told one by one from its figures (<see cref="Figure.Rows"/>).</summary>
public sealed record PublishedRows(
    Guid DeckId,
    LocalText Title,
    string Version,
    Instant PublishedAt,
    IReadOnlyList<string> Rows
);

/// <summary>What a community has published.</summary>
public interface IPublishedRows
{
    Task<IReadOnlyList<PublishedRows>> Of(Guid communityId, CancellationToken stop = default);
}

/// <summary>
/// Published versions that show what may not be shown any more. A version never changes: a row that is guarded after it was
/// published stays in it until somebody withdraws it, and they must be told wherever they guard, place or show.
/// </summary>
public sealed class StillShown(IPublishedRows published, IDataBlockSource source)
{
    /// <summary>Each such version with the rows that it should not show.</summary>
    public async Task<IReadOnlyList<PublishedRows>> Of(Guid communityId, CancellationToken stop = default)
    {
        var versions = await published.Of(communityId, stop);
        if (versions.Count == 0)
            return [];
        var data = await source.Of(communityId, stop);
        return
        [
            .. versions
                .Select(v => v with { Rows = [.. v.Rows.Where(r => !data.IsShown(r))] })
                .Where(v => v.Rows.Count > 0),
        ];
    }

    public async Task<bool> Has(Guid communityId, Guid deckId, string version, CancellationToken stop = default) =>
        (await Of(communityId, stop)).Any(v => v.DeckId == deckId && v.Version == version);
}
