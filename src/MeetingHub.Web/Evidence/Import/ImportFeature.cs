using System.Globalization;
using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Uploads;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MeetingHub.Web.Evidence.Import;

public static class ImportFeature
{
    public static IServiceCollection AddImport(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(ImportSettings.Section).Get<ImportSettings>() ?? new ImportSettings();
        services.AddSingleton(settings);
        services.AddSingleton(
            new UploadKind(Upload.Kind, settings.LargestBytes)
            {
                May = person => person.CommunityId is { } community && ReleaseDesk.MayRelease(person, community),
            }
        );
        services.AddSingleton<ImportFolder>();
        services.AddSingleton<ImportJobs>();
        services.AddSingleton<ColumnHabits>();
        services.AddSingleton<ImportDesk>();
        services.AddHostedService<ImportBroom>();
        return services;
    }

    public static void MapImport(this WebApplication app)
    {
        app.MapPost("/evidence/import/file", Upload.Take).RequireAuthorization();
        app.MapGet("/evidence/import/{id:guid}/progress", Progress).RequireAuthorization();
        app.MapGet("/evidence/import/{id:guid}/rejected.csv", Rejected).RequireAuthorization();
        app.MapGet("/evidence/import/{register}.csv", Template).RequireAuthorization();
    }

    public sealed record ProgressOut(string Stage, int Percent);

    private static async Task<Results<Ok<ProgressOut>, NotFound>> Progress(
        Guid id,
        ImportDesk desk,
        ImportJobs jobs,
        CurrentPerson current
    ) =>
        desk.Find(id, await current.Get()) is { } import
            ? TypedResults.Ok(new ProgressOut(Code.Of(import.Stage), Percent(jobs.ProgressOf(id))))
            : TypedResults.NotFound();

    private static async Task<IResult> Rejected(Guid id, ImportDesk desk, ImportFolder folder, CurrentPerson current) =>
        desk.Find(id, await current.Get()) is { Read.Bad: > 0 } import && File.Exists(folder.RejectedOf(id))
            ? Results.File(
                folder.RejectedOf(id),
                "text/csv; charset=utf-8",
                string.Create(CultureInfo.InvariantCulture, $"{Code.Of(import.Register)}-rejected.csv")
            )
            : Results.NotFound();

    /// <summary>An empty file in the form of the register.</summary>
    private static IResult Template(string register) =>
        Enum.TryParse<Register>(register, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? Results.Text(
                "\uFEFF" + string.Join(',', RegisterSchema.Of(known).Columns.Select(c => c.Name)) + "\r\n",
                "text/csv; charset=utf-8"
            )
            : Results.NotFound();

    internal static int Percent(double? share) => (int)Math.Clamp(100 * (share ?? 0), 0, 100);
}
