using System.Globalization;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MeetingHub.Web.Shared.Uploads;

/// <summary>
/// Files in pieces, after the pattern of tus 1.0 (tus.io): announce, ask how much has come, send the next piece from there. The
/// form that wants the file names the finished upload instead of holding it.
/// </summary>
public static class UploadsFeature
{
    private const string Offset = "Upload-Offset";

    public static IServiceCollection AddUploads(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = UploadSettings.Of(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<UploadStore>();
        return services.AddHostedService<UploadBroom>();
    }

    public static void MapUploads(this WebApplication app)
    {
        // The page for people that stands for an error answers no PATCH: a program reads the number alone.
        var uploads = app.MapGroup("/uploads").RequireAuthorization().WithMetadata(new SkipStatusCodePagesAttribute());
        uploads.MapPost("", Begin);
        uploads.MapMethods("/{id:guid}", [HttpMethods.Head], Ask);
        uploads.MapMethods("/{id:guid}", [HttpMethods.Patch], Append);
        uploads.MapDelete("/{id:guid}", Cancel);
    }

    private static async Task<IResult> Begin(
        [FromForm] string kind,
        [FromForm] string fileName,
        [FromForm] long length,
        UploadStore store,
        IEnumerable<UploadKind> kinds,
        CurrentPerson current,
        Texts texts
    )
    {
        var me = await current.Get();
        var id = Guid.Empty;
        var mayNot = kinds.FirstOrDefault(k => k.Name == kind)?.May(me) == false;
        var fault = mayNot ? UploadFault.UnknownKind : store.Begin(me.Id, kind, fileName, length, out id);
        return fault is { } refused
            ? Results.Json(new { Problem = texts.Of(refused) }, statusCode: StatusCodes.Status422UnprocessableEntity)
            : Results.Created($"/uploads/{id}", new { Id = id });
    }

    private static async Task<IResult> Ask(Guid id, HttpContext http, UploadStore store, CurrentPerson current)
    {
        if (store.Find(id, (await current.Get()).Id) is not { } upload)
            return Results.NotFound();
        Tell(http, store.OffsetOf(upload));
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok();
    }

    private static async Task<IResult> Append(
        Guid id,
        HttpContext http,
        UploadStore store,
        CurrentPerson current,
        IAntiforgery antiforgery
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.BadRequest();
        if (store.Find(id, (await current.Get()).Id) is not { } upload)
            return Results.NotFound();
        var isNumber = long.TryParse(
            http.Request.Headers[Offset],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var offset
        );
        var isTaken = isNumber && await store.Append(upload, offset, http.Request.Body, http.RequestAborted);
        Tell(http, store.OffsetOf(upload));
        return isTaken ? Results.NoContent() : Results.Conflict();
    }

    private static async Task<IResult> Cancel(
        Guid id,
        HttpContext http,
        UploadStore store,
        CurrentPerson current,
        IAntiforgery antiforgery
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.BadRequest();
        if (store.Find(id, (await current.Get()).Id) is { } upload)
            store.Delete(upload);
        return Results.NoContent();
    }

    private static void Tell(HttpContext http, long offset) =>
        http.Response.Headers[Offset] = offset.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Deletes what nobody came back for.</summary>
internal sealed class UploadBroom(UploadStore store, ILogger<UploadBroom> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(30));
        do
        {
            try
            {
                store.Sweep();
            }
            catch (IOException fault)
            {
                logger.LogWarning(fault, "Old uploads could not be deleted");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
