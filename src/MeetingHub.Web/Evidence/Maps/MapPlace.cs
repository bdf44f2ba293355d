using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>One thing at a place, in the reader's words.</summary>
public sealed record MapThing(string Id, string Name, string About, string Address);

/// <summary>A spot of the map that can be zoomed, in the reader's words.</summary>
/// <param name="Worst">The worst grade among them, by its code; <c>project</c> where there is none.</param>
/// <param name="Things">The first of them.</param>
public sealed record MapPlace(
    GeoPoint Point,
    GeoPrecision Precision,
    string Title,
    string Worst,
    int Count,
    IReadOnlyList<MapThing> Things
)
{
    /// <summary>A settlement's middle can hold a whole register; nobody reads more of it there than this.</summary>
    private const int MostThings = 100;

    internal static MapPlace Of(MapSpot spot, Texts texts)
    {
        List<MapThing> things = [.. spot.Entries.Take(MostThings).Select(e => Thing(e, texts))];
        return new(
            spot.Point,
            spot.Precision,
            TitleOf(spot.Entries, things, texts),
            WorstOf(spot.Rank),
            spot.Entries.Count,
            things
        );
    }

    internal static string WorstOf(int rank) => MapSpot.GradeOf(rank) is { } grade ? Code.Of(grade) : "project";

    /// <summary>Several things are called by the place that they share; where they share none, by how many they are.</summary>
    private static string TitleOf(IReadOnlyList<IEntry> entries, List<MapThing> things, Texts texts) =>
        things.Count == 1 ? things[0].Name
        : entries.Select(e => (e as Damage)?.PublicPlace).Distinct().ToList() is [{ Length: > 0 } place] ? place
        : texts["figure.objects", entries.Count];

    private static MapThing Thing(IEntry entry, Texts texts)
    {
        var (name, words) = entry switch
        {
            Damage d => (d.Name.In(texts.Language), (string?[])[texts.Of(d.Sector), texts.Of(d.Grade), d.PublicPlace]),
            RecoveryProject p => (
                p.Title.In(texts.Language),
                [
                    texts.Of(Register.Projects),
                    p.Sector is { } sector ? texts.Of(sector) : null,
                    p.Status is { } status ? texts.Of(status) : null,
                ]
            ),
            _ => (entry.Id, []),
        };
        return new(
            entry.Id,
            name.Length > 0 ? name : entry.Id,
            string.Join(" · ", words.OfType<string>()),
            $"/evidence/{Code.Of(entry.Register)}/row?id={Uri.EscapeDataString(entry.Id)}"
        );
    }
}
