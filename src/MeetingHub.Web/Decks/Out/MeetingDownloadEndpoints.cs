using MeetingHub.Web.Decks.Out.Pack;
using MeetingHub.Web.People;
using Microsoft.AspNetCore.Antiforgery;

namespace MeetingHub.Web.Decks.Out;

/// <summary>Downloads of the deck on a meeting's table, for those who sit there: guests too, in the room and after it.</summary>
internal static class MeetingDownloadEndpoints
{
    public static void Map(WebApplication app)
    {
        var meeting = app.MapGroup("/m/{id:guid}");
        meeting.MapGet("/deck/handout.pdf", HandOut);
        meeting.MapGet("/deck/offline.html", Offline);
        meeting.MapPost("/packs", MakePack).WithMetadata(new RequireAntiforgeryTokenAttribute());
        meeting.MapGet("/packs/{pack:guid}/pack.zip", GetPack);
    }

    private static async Task<IResult> HandOut(
        Guid id,
        string? language,
        string? with,
        OutDoor door,
        DeckOutputs outputs,
        HttpContext http
    ) =>
        await door.At(http, id) is { } at
            ? await Downloads.HandOut(at.Deck, language, with, hasNotes: false, outputs, http)
            : Results.NotFound();

    private static async Task<IResult> Offline(
        Guid id,
        string? language,
        OutDoor door,
        DeckOutputs outputs,
        HttpContext http
    ) =>
        await door.At(http, id) is { } at
            ? await Downloads.Offline(at.Deck, language, hasNotes: false, outputs, http)
            : Results.NotFound();

    private static async Task<IResult> MakePack(
        Guid id,
        OutDoor door,
        InterpreterPacks packs,
        CurrentPerson current,
        HttpContext http
    )
    {
        if (await door.At(http, id) is not { MayMakePacks: true } at || await current.Find() is not { } me)
            return Results.NotFound();
        await packs.Make(at.Deck, at.Meeting, me.Id);
        return Results.LocalRedirect($"/meetings/{id}#deck-files");
    }

    private static async Task<IResult> GetPack(
        Guid id,
        Guid pack,
        OutDoor door,
        InterpreterPacks packs,
        HttpContext http
    ) =>
        // Of the deck that lies there now: another community's notes are not its secretary's to read.
        await door.At(http, id) is { MayHavePacks: true } at
        && await packs.Find(pack) is { } row
        && row.MeetingId == id
        && row.DeckId == at.Deck.DeckId
            ? DeckDownloadEndpoints.PackFile(row, packs, http)
            : Results.NotFound();
}
