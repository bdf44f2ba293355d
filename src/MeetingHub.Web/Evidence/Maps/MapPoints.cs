using System.Text.Json;
using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>
/// What the map page's script draws. Made from what may be shown; everything is for those who answer for the registers, who
/// ask for it each time.
/// </summary>
internal static class MapPoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/evidence/map/points", Points).RequireAuthorization();
        app.MapGet("/evidence/map/boundaries", Boundaries).RequireAuthorization();
    }

    /// <summary>The places for this person, or null when they belong to no community.</summary>
    public static async Task<IReadOnlyList<MapPlace>?> For(
        Person person,
        RegisterBook book,
        bool everything,
        Texts texts
    )
    {
        if (person.CommunityId is not { } community)
            return null;
        if (everything && ReleaseDesk.MayRelease(person, community))
        {
            var all = await book.All(community);
            return MapPlace.Of(all.Damages, all.Projects, texts);
        }

        var shown = await book.Public(community);
        return MapPlace.Of(shown.Damages, shown.Projects, texts);
    }

    private static async Task<IResult> Points(
        CurrentPerson current,
        RegisterBook book,
        Texts texts,
        HttpContext http,
        bool everything = false
    )
    {
        if (await For(await current.Get(), book, everything, texts) is not { } places)
            return Results.NotFound();
        // Restricted places lie in no browser's or proxy's store.
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new
            {
                Type = "FeatureCollection",
                Features = places.Select(p => new
                {
                    Type = "Feature",
                    Geometry = new { Type = "Point", Coordinates = new[] { p.Point.Longitude, p.Point.Latitude } },
                    Properties = new
                    {
                        Precision = Code.Of(p.Precision),
                        p.Title,
                        p.Worst,
                        p.Things,
                    },
                }),
            },
            EventJson.Options,
            "application/geo+json"
        );
    }

    private static async Task<IResult> Boundaries(CurrentPerson current, BoundaryShelf shelf, Texts texts)
    {
        if ((await current.Get()).CommunityId is not { } community)
            return Results.NotFound();
        var features = (await shelf.Of(community))
            .Concat(PackagedBoundaries.All)
            .Select(b =>
                $$"""{"type":"Feature","properties":{"name":{{JsonSerializer.Serialize(
                    b.Name.In(texts.Language)
                )}},"level":"{{Code.Of(b.Level)}}"},"geometry":{{BoundaryWriting.GeoJson(b.Shape)}}}"""
            );
        return Results.Text(
            $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""",
            "application/geo+json"
        );
    }
}
