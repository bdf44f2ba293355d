using MeetingHub.Web.Decks.Out.Bundle;
using MeetingHub.Web.Decks.Out.Pack;
using MeetingHub.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace MeetingHub.Web.Decks.Out;

/// <summary>Downloads for the people of a deck's own community.</summary>
internal static class DeckDownloadEndpoints
{
    public static void Map(WebApplication app)
    {
        var deck = app.MapGroup("/decks/{id:guid}").RequireAuthorization();
        deck.MapGet("/versions/{version}/handout.pdf", HandOut);
        deck.MapGet("/versions/{version}/offline.html", Offline);
        deck.MapGet("/bundle.zip", Bundle);
        deck.MapPost("/packs", MakePack);
        deck.MapGet("/packs/{pack:guid}/pack.zip", GetPack);
    }

    private static async Task<IResult> HandOut(
        Guid id,
        string version,
        string? language,
        string? with,
        bool? notes,
        OutDoor door,
        DeckOutputs outputs,
        HttpContext http
    ) =>
        await door.Mine(id, version) is { } frozen
            ? await Downloads.HandOut(frozen, language, with, notes ?? false, outputs, http)
            : Results.NotFound();

    private static async Task<IResult> Offline(
        Guid id,
        string version,
        string? language,
        bool? notes,
        OutDoor door,
        DeckOutputs outputs,
        HttpContext http
    ) =>
        await door.Mine(id, version) is { } frozen
            ? await Downloads.Offline(frozen, language, notes ?? false, outputs, http)
            : Results.NotFound();

    private static async Task<IResult> Bundle(Guid id, OutDoor door, DeckBundles bundles, HttpContext http)
    {
        if (await door.Mine(id) is not { } deck)
            return Results.NotFound();
        var language = http.RequestServices.GetRequiredService<Shared.Languages.Texts>().Language;
        var name = OutNames.Of(deck.Title.In(language), $"{deck.Revision}", ".zip");
        return Downloads.File(http, await bundles.Of(deck), "application/zip", name);
    }

    private static async Task<IResult> MakePack(
        Guid id,
        [FromForm] string version,
        OutDoor door,
        InterpreterPacks packs,
        CurrentPerson current
    )
    {
        if (await door.Mine(id, version) is not { } frozen)
            return Results.NotFound();
        await packs.Make(frozen, null, (await current.Get()).Id);
        return Results.LocalRedirect($"/decks/{id}#packs");
    }

    private static async Task<IResult> GetPack(
        Guid id,
        Guid pack,
        OutDoor door,
        InterpreterPacks packs,
        HttpContext http
    ) =>
        await door.Mine(id) is { } deck && await packs.Find(pack) is { MeetingId: null } row && row.DeckId == deck.Id
            ? PackFile(row, packs, http)
            : Results.NotFound();

    internal static IResult PackFile(PackRow row, InterpreterPacks packs, HttpContext http)
    {
        var texts = http.RequestServices.GetRequiredService<Shared.Languages.Texts>();
        return packs.Bytes(row) is { } bytes
            ? Downloads.File(
                http,
                bytes,
                "application/zip",
                OutNames.Of(row.Title.In(texts.Language), texts["out.pack_file"], ".zip")
            )
            : Results.NotFound();
    }
}
