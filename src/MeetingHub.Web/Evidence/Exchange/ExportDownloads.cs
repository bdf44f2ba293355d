using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>
/// Files of a community's registers. All but one are made from what may be shown; the one that holds everything is for those
/// who answer for it, says so in its name, and leaves a trace.
/// </summary>
internal static class ExportDownloads
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Csv = "text/csv; charset=utf-8";

    // It may hold what is restricted, in a folder that everybody on the machine can read.
    private static FileStreamOptions Aside()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 64 * 1024,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    public static void Map(WebApplication app)
    {
        var files = app.MapGroup("/evidence/export").RequireAuthorization();
        files.MapGet("registers.xlsx", (Context at) => Public(at, "registers.xlsx", Xlsx, AsXlsx));
        files.MapGet("places.geojson", (Context at) => Public(at, "places.geojson", "application/geo+json", AsGeoJson));
        files.MapGet("projects.oc4ids.json", Oc4ids);
        foreach (var register in Enum.GetValues<Register>())
        {
            files.MapGet(
                $"{Code.Of(register)}.csv",
                (Context at) => Public(at, $"{Code.Of(register)}.csv", Csv, (file, r) => AsCsv(file, register, r))
            );
        }

        files.MapPost("everything", Everything);
    }

    private static async Task<IResult> Public(
        Context at,
        string name,
        string type,
        Action<Stream, PublicRegisters> write
    ) =>
        (await at.Current.Get()).CommunityId is { } community
            ? await File(name, type, at, await at.Book.Public(community, at.Stop), write)
            : Results.NotFound();

    private static async Task<IResult> Oc4ids(
        Context at,
        HubDb db,
        Addresses addresses,
        Texts texts,
        HttpRequest request
    )
    {
        if ((await at.Current.Get()).CommunityId is not { } community)
            return Results.NotFound();
        var registers = await at.Book.Public(community, at.Stop);
        // A package without a project is not valid.
        if (registers.Projects.Count == 0)
            return Results.NotFound();
        var publisher = await db.Communities.AsNoTracking().FirstAsync(c => c.Id == community, at.Stop);
        const string name = "projects.oc4ids.json";
        var package = new Oc4idsPackage(
            new($"{addresses.RootOf(request)}/evidence/export/{name}"),
            publisher.Name.In(texts.Language),
            at.Clock.GetCurrentInstant(),
            texts.Language
        );
        return await File(name, "application/json", at, registers, (f, r) => Oc4idsWriting.Write(f, r, package));
    }

    private static async Task<IResult> Everything(
        Context at,
        HubDb db,
        AuditTrail audit,
        [FromForm(Name = "Format")] string format,
        [FromForm(Name = "Confirmed")] bool confirmed = false
    )
    {
        var me = await at.Current.Get();
        if (me.CommunityId is not { } community || !ReleaseDesk.MayRelease(me, community))
            return Results.NotFound();
        if (!confirmed)
            return Results.Redirect("/evidence/export");
        Register? one = Enum.GetValues<Register>().Cast<Register?>().FirstOrDefault(r => Code.Of(r!.Value) == format);
        audit.Note(db, me.Id, "registers_taken_out_whole", $"{community} {(one is null ? "xlsx" : format)}");
        await db.SaveChangesAsync(at.Stop);

        var all = await at.Book.All(community, at.Stop);
        return one is { } register
            ? await File(
                $"RESTRICTED-everything-{format}.csv",
                Csv,
                at,
                all,
                (file, r) => CsvExport.Write(file, register, Rows(register, r))
            )
            : await File(
                "RESTRICTED-everything.xlsx",
                Xlsx,
                at,
                all,
                (file, r) => XlsxExport.Write(file, [.. Enum.GetValues<Register>().Select(s => (s, Rows(s, r)))])
            );
    }

    private static void AsXlsx(Stream file, PublicRegisters registers) =>
        XlsxExport.Write(file, [.. Enum.GetValues<Register>().Select(r => (r, Rows(r, registers)))]);

    private static void AsCsv(Stream file, Register register, PublicRegisters registers) =>
        CsvExport.Write(file, register, Rows(register, registers));

    private static void AsGeoJson(Stream file, PublicRegisters registers) =>
        GeoJsonExport.Write(file, registers.Damages, registers.Projects);

    private static IEnumerable<IEntry> Rows(Register register, PublicRegisters of) =>
        register switch
        {
            Register.Damages => of.Damages,
            Register.Projects => of.Projects,
            _ => of.Funding,
        };

    private static IEnumerable<IEntry> Rows(Register register, Registers of) =>
        register switch
        {
            Register.Damages => of.Damages,
            Register.Projects => of.Projects,
            _ => of.Funding,
        };

    /// <summary>Written aside first: what fails half-way is an error and no half file that looks whole.</summary>
    private static async Task<IResult> File<T>(string name, string type, Context at, T from, Action<Stream, T> write)
    {
        var aside = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), Aside());
        try
        {
            await Task.Run(() => write(aside, from), at.Stop);
        }
        catch
        {
            await aside.DisposeAsync();
            throw;
        }

        aside.Position = 0;
        at.Http.Response.Headers.CacheControl = "no-store";
        var day = LocalDatePattern.Iso.Format(at.Clock.GetCurrentInstant().InUtc().Date);
        return Results.Stream(aside, type, $"{day}-{name}");
    }

    /// <summary>Who asks, and where the registers are.</summary>
    internal sealed record Context(CurrentPerson Current, RegisterBook Book, IClock Clock, HttpContext Http)
    {
        public CancellationToken Stop => Http.RequestAborted;

        public static ValueTask<Context?> BindAsync(HttpContext http) =>
            ValueTask.FromResult<Context?>(
                new(
                    http.RequestServices.GetRequiredService<CurrentPerson>(),
                    http.RequestServices.GetRequiredService<RegisterBook>(),
                    http.RequestServices.GetRequiredService<IClock>(),
                    http
                )
            );
    }
}
