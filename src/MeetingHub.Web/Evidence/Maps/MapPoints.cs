using System.Globalization;
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

    /// <summary>The spots for this person, or null when they belong to no community.</summary>
    public static async Task<IReadOnlyList<MapSpot>?> For(Person person, RegisterBook book, bool everything)
    {
        if (person.CommunityId is not { } community)
            return null;
        if (everything && ReleaseDesk.MayRelease(person, community))
        {
            var all = await book.All(community);
            return MapSpot.Of(all.Damages, all.Projects);
        }

        var shown = await book.Public(community);
        return MapSpot.Of(shown.Damages, shown.Projects);
    }

    /// <param name="box">West, south, east, north of what is looked at; asked for of a map that is drawn by cells.</param>
    private static async Task<IResult> Points(
        CurrentPerson current,
        RegisterBook book,
        Texts texts,
        HttpContext http,
        bool everything = false,
        string? box = null,
        double? zoom = null
    )
    {
        if (await For(await current.Get(), book, everything) is not { } spots)
            return Results.NotFound();
        // Restricted places lie in no browser's or proxy's store.
        http.Response.Headers.CacheControl = "no-store";
        var whole = MapBox.Around(spots);
        var isWhole = spots.Count <= MapCell.MostSpots;
        var asked = zoom is { } at && double.IsFinite(at) ? at : MapCell.ZoomOf(whole);
        var cells = MapCell.Of(spots, BoxOf(box) ?? whole, Math.Clamp(asked, 0, 20));
        var precisions = spots.Select(s => s.Precision).DefaultIfEmpty();
        return Results.Json(
            new
            {
                Type = "FeatureCollection",
                IsWhole = isWhole,
                Bbox = Corners(whole),
                // How near one may come: of all that lies at once on the map the coarsest counts; of cells the finest, or they would never open.
                Nearest = Code.Of(isWhole ? precisions.Min() : precisions.Max()),
                Features = cells.Select(c =>
                    c.Spots.Count == 1 ? Single(MapPlace.Of(c.Spots[0], texts)) : Several(c, texts)
                ),
            },
            EventJson.Options,
            "application/geo+json"
        );
    }

    private static object Single(MapPlace place) =>
        new
        {
            Type = "Feature",
            Geometry = new { Type = "Point", Coordinates = new[] { place.Point.Longitude, place.Point.Latitude } },
            Properties = new
            {
                Precision = Code.Of(place.Precision),
                place.Title,
                place.Worst,
                Here = place.Count,
                place.Things,
            },
        };

    private static object Several(MapCell cell, Texts texts) =>
        new
        {
            Type = "Feature",
            Bbox = Corners(cell.Box),
            Geometry = new
            {
                Type = "Point",
                Coordinates = new[]
                {
                    cell.Spots.Average(s => s.Point.Longitude),
                    cell.Spots.Average(s => s.Point.Latitude),
                },
            },
            Properties = new
            {
                Title = texts["figure.objects", cell.Count],
                cell.Count,
                Worst = MapPlace.WorstOf(cell.Spots.Max(s => s.Rank)),
            },
        };

    private static double[] Corners(MapBox box) => [box.West, box.South, box.East, box.North];

    // A box that is none is a map that has just been opened.
    private static MapBox? BoxOf(string? text)
    {
        var corners = (text ?? "")
            .Split(',')
            .Select(c =>
                double.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out var corner)
                    ? corner
                    : double.NaN
            )
            .ToArray();
        return corners.Length == 4 && corners.All(double.IsFinite)
            ? new(corners[0], corners[1], corners[2], corners[3])
            : null;
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
