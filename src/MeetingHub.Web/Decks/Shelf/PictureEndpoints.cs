using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks.Import;
using MeetingHub.Web.Decks.Out;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Imaging;
using MeetingHub.Web.Shared.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace MeetingHub.Web.Decks.Shelf;

/// <summary>The forms of <see cref="DeckPictures"/>. Each leads back to the deck's page.</summary>
internal static class PictureEndpoints
{
    public const string Kind = "picture";

    public static void MapPictures(this WebApplication app)
    {
        app.MapPost("/decks/{id:guid}/pictures", Add).RequireAuthorization();
        app.MapPost("/decks/{id:guid}/pictures/change", Change).RequireAuthorization();
    }

    private static async Task<IResult> Add(
        Guid id,
        IFormFile? picture,
        [FromForm(Name = "UploadId")] Guid? upload,
        HttpContext http,
        OutDoor door,
        CurrentPerson current,
        UploadStore uploads,
        PictureDesk desk
    )
    {
        if (await door.Mine(id) is null)
            return Results.NotFound();
        var me = (await current.Get()).Id;
        await using var file =
            uploads.Take(upload, me, Kind)
            ?? (picture is null ? null : new ReceivedFile(picture.FileName, picture.OpenReadStream()));
        if (file is null)
            return Back(id);
        var problem = BoundedBytes.Read(file.Content, Pictures.MaxBytes) is { } bytes
            ? await desk.Add(id, file.FileName, bytes, AltIn(http), me)
            : new DeckProblem(DeckProblem.FileTooLarge, 0, file.FileName);
        return problem is null
            ? Back(id)
            : Results.LocalRedirect(
                $"/decks/{id}?fault={problem.Code[DeckPictures.Faults.Length..]}&about={Uri.EscapeDataString(string.Concat(problem.Args.Take(1)))}#pictures"
            );
    }

    private static async Task<IResult> Change(
        Guid id,
        [FromForm] string name,
        [FromForm] string act,
        HttpContext http,
        OutDoor door,
        CurrentPerson current,
        PictureDesk desk
    )
    {
        if (await door.Mine(id) is null)
            return Results.NotFound();
        var me = (await current.Get()).Id;
        await (
            act switch
            {
                "describe" => desk.Describe(id, name, AltIn(http), me),
                "remove" => desk.Remove(id, name, me),
                "restore" => desk.Restore(id, name, me),
                _ => Task.CompletedTask,
            }
        );
        return act == "remove"
            ? Results.LocalRedirect($"/decks/{id}?removed={Uri.EscapeDataString(name)}#pictures")
            : Back(id);
    }

    private static LocalText AltIn(HttpContext http) =>
        LocalText.Of(
            Language.All.Select(l =>
                KeyValuePair.Create(
                    l,
                    PlainCharacters.Of(http.Request.Form[$"Alt.{l}"].ToString()).ReplaceLineEndings(" ")
                )
            )
        );

    private static IResult Back(Guid id) => Results.LocalRedirect($"/decks/{id}#pictures");
}
