using MeetingHub.Web.People;

namespace MeetingHub.Web.Evidence.Pictures;

/// <summary>A guarded picture for the community's own people, in the least form that is wide enough. No cache keeps it.</summary>
internal static class PictureEndpoint
{
    public static void MapEvidencePictures(this WebApplication app) =>
        app.MapGet("/evidence/pictures/{id:guid}", Get).RequireAuthorization();

    private static async Task<IResult> Get(
        Guid id,
        int? width,
        HttpContext http,
        EvidencePictures pictures,
        RegisterBook book,
        GuardedFiles files,
        CurrentPerson current
    )
    {
        var me = await current.Get();
        if (
            me.CommunityId is not { } community
            || await pictures.Find(community, id) is not { } found
            || await book.FindFor(me, found.Register, found.Key) is null
            || files.Find((found.Forms().FirstOrDefault(f => f.Width >= width) ?? found.Forms()[^1]).File)
                is not { } path
        )
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(path, "image/webp");
    }
}
