using System.Text;
using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Data;
using MeetingHub.Web.Evidence.Import.Files;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using MeetingHub.Web.Shared.Uploads;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>
/// Streams the form's file to the disk: bound to a form, a gigabyte would be copied twice before anybody asked who sends it. So
/// the antiforgery token is checked here, from the form's first part, before the file begins. A large file has come in pieces
/// before (<see cref="UploadStore"/>), and the form names it.
/// </summary>
internal static class Upload
{
    public const string Kind = "table";

    private const int LongestField = 8 * 1024;
    private const long FreeToLeave = 512L * 1024 * 1024;

    public static async Task<IResult> Take(
        HttpContext http,
        CurrentPerson current,
        IAntiforgery antiforgery,
        ImportDesk desk,
        ImportFolder folder,
        UploadStore uploads,
        ImportSettings settings,
        DataFolder data,
        Texts texts,
        CancellationToken stop
    )
    {
        var me = await current.Get();
        // Reading a register is every member's; changing it is for those who answer for it, by whatever way.
        if (me.CommunityId is not { } community || !ReleaseDesk.MayRelease(me, community))
            return Results.NotFound();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = settings.LargestBytes + (1024 * 1024);
        if (http.Request.ContentLength > settings.LargestBytes)
            return Refused(FileFault.TooLarge);
        if (new DriveInfo(data.Root).AvailableFreeSpace - (http.Request.ContentLength ?? 0) < FreeToLeave)
            return Refused(FileFault.NoSpace);

        var id = Guid.CreateVersion7();
        try
        {
            var path = Path.Combine(folder.Make(id), "file");
            var fields = await Fields(
                http,
                antiforgery,
                path,
                upload => uploads.Move(upload, me.Id, Kind, path),
                settings.LargestBytes,
                stop
            );
            if (fields is not { } sent)
                return End(Results.BadRequest());
            var (import, fault) = await desk.Take(id, me, sent.Register, sent.FileName, texts.Language);
            return import is null ? Refused(fault!.Value) : Results.LocalRedirect($"/evidence/import/{id}");
        }
        catch (InvalidDataException)
        {
            return End(Refused(FileFault.TooLarge));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return End(Refused(FileFault.TooLarge));
        }
        // The line broke, or somebody went away: nothing half-sent stays.
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return End(Results.StatusCode(StatusCodes.Status400BadRequest));
        }

        IResult End(IResult answer)
        {
            folder.Delete(id);
            return answer;
        }
    }

    private static IResult Refused(FileFault fault) =>
        Results.LocalRedirect($"/evidence/import?fault={Domain.Code.Of(fault)}");

    private static async Task<(Register Register, string FileName)?> Fields(
        HttpContext http,
        IAntiforgery antiforgery,
        string path,
        Func<Guid, string?> sentBefore,
        long largest,
        CancellationToken stop
    )
    {
        if (
            !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary
        )
            return null;
        var reader = new MultipartReader(boundary, http.Request.Body) { BodyLengthLimit = largest };
        var isOurs = false;
        Register? register = null;
        while (await reader.ReadNextSectionAsync(stop) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                return null;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value;
            if (disposition.IsFileDisposition())
            {
                if (!isOurs || register is not { } chosen)
                    return null;
                await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                await section.Body.CopyToAsync(file, stop);
                var called = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
                return (chosen, HeaderUtilities.RemoveQuotes(called).Value ?? "");
            }

            var value = await Field(section, stop);
            if (name == "__RequestVerificationToken")
            {
                http.Request.Headers["RequestVerificationToken"] = value;
                isOurs = await antiforgery.IsRequestValidAsync(http);
            }
            else if (name == "Register" && Enum.TryParse<Register>(value, out var parsed) && Enum.IsDefined(parsed))
            {
                register = parsed;
            }
            else if (name == "UploadId" && isOurs && register is { } into && Guid.TryParse(value, out var upload))
            {
                return sentBefore(upload) is { } fileName ? (into, fileName) : null;
            }
        }

        return null;
    }

    private static async Task<string> Field(MultipartSection section, CancellationToken stop)
    {
        var bytes = new byte[LongestField];
        var count = await section.Body.ReadAtLeastAsync(bytes, LongestField, throwOnEndOfStream: false, stop);
        return Encoding.UTF8.GetString(bytes, 0, count);
    }
}
