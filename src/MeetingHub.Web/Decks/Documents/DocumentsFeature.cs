using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks.Import;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace MeetingHub.Web.Decks.Documents;

/// <summary>Presentations that were made elsewhere: a PDF page by page, a PPTX through an office where there is one.</summary>
internal static class DocumentsFeature
{
    public const string Kind = "document";

    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(DocumentSettings.Of(configuration));
        services.AddSingleton(new UploadKind(Kind, DocumentReader.MaxBytes));
        services.AddSingleton<Cell>();
        services.AddSingleton<DocumentReader>();
        services.AddSingleton<DocumentDeck>();
        return services.AddSingleton<DocumentJobs>();
    }

    public static void MapDocuments(this WebApplication app) =>
        app.MapPost("/decks/documents", Take).RequireAuthorization();

    private static async Task<IResult> Take(
        IFormFile? document,
        [FromForm(Name = "UploadId")] Guid? upload,
        [FromForm] string source,
        HttpContext http,
        CurrentPerson current,
        UploadStore uploads,
        DocumentJobs jobs
    )
    {
        var me = await current.Get();
        if (me.CommunityId is not { } community || !Language.IsKnown(source))
            return Results.NotFound();
        await using var file =
            uploads.Take(upload, me.Id, Kind)
            ?? (document is null ? null : new ReceivedFile(document.FileName, document.OpenReadStream()));
        if (file is null)
            return Results.LocalRedirect("/decks");
        if (BoundedBytes.Read(file.Content, DocumentReader.MaxBytes) is not { } bytes)
            return Refused(DeckProblem.FileTooLarge);
        // What is not even a document is said at once.
        if (FileKinds.Of(bytes) == FileKind.Markup)
            return Refused(DeckProblem.FileMarkup);
        if (DocumentReader.KindOf(file.FileName, bytes) is null)
            return Refused("document_type");
        var languages = DocumentDeck.LanguagesOf(source, http.Request.Form["Others"].OfType<string>());
        return jobs.Start(me.Id, community, file.FileName, bytes, languages) is { } job
            ? Results.LocalRedirect($"/decks/documents/{job.Id}")
            : Refused("document_busy");
    }

    private static IResult Refused(string code) =>
        Results.LocalRedirect($"/decks?fault={code[(code.LastIndexOf('.') + 1)..]}#bring");
}
