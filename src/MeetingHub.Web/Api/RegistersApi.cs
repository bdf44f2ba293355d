using System.Globalization;
using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Evidence.Pages;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MeetingHub.Web.Api;

/// <summary>Rows of registers: the same door and the same checks as the pages.</summary>
public static class RegistersApi
{
    public const int MostRows = 5000;
    private static readonly string[] Guards = ["access", "release_after"];

    public static void MapRegistersApi(this RouteGroupBuilder api)
    {
        var rows = api.MapGroup("/registers/{register}").WithTags("Registers");
        rows.MapGet("", List).WithSummary("Rows of a register of your community: words, sector, access, page of 50");
        rows.MapPost("", Bulk)
            .WithSummary(
                "Write up to 5,000 rows by their ids, all or nothing or only the good ones (?only_good=true); columns that a row does not name stay as they are"
            );
        rows.MapGet("{id}", Show).WithSummary("One row; ETag is its revision");
        rows.MapPut("{id}", Save)
            .WithSummary(
                "Write a whole row over the revision in If-Match, or a new one with If-None-Match: *; of columns that are not named only access and release_after stay"
            )
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        rows.MapDelete("{id}", Remove).WithSummary("Take a row out, at the revision in If-Match; its history stays");
        rows.MapGet("{id}/history", History)
            .WithSummary("What the row was after each of its changes, the latest first");
        rows.MapPost("{id}/releases", Ask).WithSummary("Ask that a row be shown, or be shown sooner");
    }

    private static async Task<Results<Ok<RowsOut>, ProblemHttpResult>> List(
        string register,
        string? words,
        Sector? sector,
        Access? access,
        int? page,
        RegisterBook book,
        CurrentPerson current,
        Texts texts
    )
    {
        var me = await current.Get();
        if (me.CommunityId is null || !Known(register, out var which))
            return texts.Problem(Refusal.NotFound);
        var found = new RegisterQuery(which, words, sector, access, null, null).In(await book.SeenBy(me));
        return TypedResults.Ok(
            new RowsOut(
                found.Count,
                [
                    .. found
                        .Skip((Math.Max(1, page ?? 1) - 1) * RegisterQuery.PageSize)
                        .Take(RegisterQuery.PageSize)
                        .Select(RowOut.CellsOf),
                ]
            )
        );
    }

    private static async Task<Results<Ok<RowsWrittenOut>, ProblemHttpResult>> Bulk(
        string register,
        IReadOnlyList<Dictionary<string, string?>?> rows,
        bool? only_good,
        RegisterBook book,
        CurrentPerson current,
        Texts texts
    )
    {
        var me = await current.Get();
        if (!Known(register, out var which) || Keeps(me) is not { } community)
            return texts.Problem(me.CommunityId is null ? Refusal.NotFound : Refusal.NotAllowed);
        if (rows.Count > MostRows)
            return Problems.Problem(texts["api.too_many_rows", MostRows], 413, Problems.TooLarge);
        var box = await book.BoxOf(community);
        List<IEntry> entries = [];
        List<CellFaultOut> faults = [];
        Dictionary<string, IReadOnlySet<string>> named = [];
        HashSet<string> silent = [];
        foreach (var (index, cells) in rows.Index())
        {
            var form = RowForm.Of(which, cells ?? []);
            var entry = form.Read(null, box);
            faults.AddRange(form.Faults.Select(f => new CellFaultOut(index + 1, f.Column, f.Kind, f.Hint)));
            if (entry is not null && !named.TryAdd(entry.Id, cells!.Keys.ToHashSet()))
                faults.Add(
                    new(index + 1, RegisterSchema.Of(which).Columns[0].Name, CellFaultKind.DuplicateId, entry.Id)
                );
            else if (entry is not null)
                entries.Add(entry);
            if (entry is not null && !form.SaysAccess)
                silent.Add(entry.Id);
        }

        if (faults.Count > 0 && only_good != true)
            return Problems.Problem(
                texts["api.rows_invalid"],
                422,
                "rows_invalid",
                more: ("faults", faults.Take(500).ToList())
            );
        var written = await book.Write(
            community,
            me.Id,
            "api",
            entries,
            (asked, before) =>
            {
                var kept = KeptColumns.Of(asked, before, named[asked.Id]);
                return kept is not null && silent.Contains(asked.Id) ? Unsaid.AccessKept(kept, before) : kept;
            },
            null,
            CancellationToken.None
        );
        return TypedResults.Ok(
            new RowsWrittenOut(
                written.Added,
                written.Changed,
                written.Same,
                written.AwaitRelease,
                written.OtherCurrency,
                faults
            )
        );
    }

    private static async Task<Results<Ok<RowOut>, ProblemHttpResult>> Show(
        string register,
        string id,
        HttpContext http,
        RegisterBook book,
        CurrentPerson current,
        Texts texts
    )
    {
        if (await Mine(register, id, book, current) is not { IsRemoved: false } row)
            return texts.Problem(Refusal.NotFound);
        http.Response.Headers.ETag = $"\"{row.Revision}\"";
        return TypedResults.Ok(RowOut.Of(row));
    }

    private static async Task<Results<Ok<RowOut>, ProblemHttpResult>> Save(
        string register,
        string id,
        Dictionary<string, string?> cells,
        HttpContext http,
        RegisterBook book,
        CurrentPerson current,
        Texts texts
    )
    {
        var me = await current.Get();
        if (!Known(register, out var which) || Keeps(me) is not { } community)
            return texts.Problem(me.CommunityId is null ? Refusal.NotFound : Refusal.NotAllowed);
        if (BasedOn(http) is not { } basedOn)
            return Problems.Problem(texts["api.if_match_missing"], 428, "if_match_missing");
        var key = Uri.UnescapeDataString(id);
        var before = await book.Find(community, which, key);
        cells[RegisterSchema.Of(which).Columns[0].Name] = key;
        // What a program does not name of these it does not ask for: left empty they would mean open, and at once.
        foreach (var guard in Guards.Where(g => before is not null && !cells.ContainsKey(g)))
            cells[guard] = RowOut.CellsOf(RegisterBook.Entry(before!)).GetValueOrDefault(guard);
        var form = RowForm.Of(which, cells);
        if (form.Read(before is null ? null : RegisterBook.Entry(before), await book.BoxOf(community)) is not { } entry)
            return Problems.Problem(
                texts["api.rows_invalid"],
                422,
                "rows_invalid",
                more: ("faults", form.Faults.Select(f => new CellFaultOut(1, f.Column, f.Kind, f.Hint)).ToList())
            );
        var saved = await book.Save(community, me.Id, "api", entry, basedOn);
        if (saved.Refusal is { } refusal)
            return texts.Problem(refusal, saved.Row is { } now ? RowOut.Of(now) : null);
        http.Response.Headers.ETag = $"\"{saved.Row!.Revision}\"";
        return TypedResults.Ok(RowOut.Of(saved.Row));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        string register,
        string id,
        HttpContext http,
        RegisterBook book,
        CurrentPerson current,
        Texts texts
    )
    {
        var me = await current.Get();
        if (!Known(register, out var which) || Keeps(me) is not { } community)
            return texts.Problem(me.CommunityId is null ? Refusal.NotFound : Refusal.NotAllowed);
        if (BasedOn(http) is not { } basedOn || basedOn == 0)
            return Problems.Problem(texts["api.if_match_missing"], 428, "if_match_missing");
        return await book.Remove(community, me.Id, which, Uri.UnescapeDataString(id), basedOn) is { } refusal
            ? texts.Problem(refusal)
            : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<List<RowChangeOut>>, ProblemHttpResult>> History(
        string register,
        string id,
        RegisterBook book,
        CurrentPerson current,
        Texts texts
    ) =>
        await Mine(register, id, book, current) is not { } row
            ? texts.Problem(Refusal.NotFound)
            : TypedResults.Ok(
                (await book.HistoryFor(await current.Get(), row))
                    .Select(c => new RowChangeOut(
                        c.Revision,
                        c.At,
                        c.By,
                        c.Way,
                        c.Body is null ? null : RowOut.CellsOf(RegisterBook.Entry(c.Register, c.Body))
                    ))
                    .ToList()
            );

    private static async Task<Results<NoContent, ProblemHttpResult>> Ask(
        string register,
        string id,
        ReleaseIn asked,
        RegisterBook book,
        ReleaseDesk desk,
        CurrentPerson current,
        Texts texts
    )
    {
        var me = await current.Get();
        if (await Mine(register, id, book, current) is not { } row)
            return texts.Problem(Refusal.NotFound);
        if (Keeps(me) is not { } community)
            return texts.Problem(Refusal.NotAllowed);
        var refusal = await desk.Ask(
            community,
            me.Id,
            row.Register,
            row.Key,
            asked.Access,
            asked.ReleaseAfter,
            Typed.Note(asked.Reason)
        );
        return refusal is { } no ? texts.Problem(no) : TypedResults.NoContent();
    }

    /// <summary>0 for a row that must not be there yet; null when the caller says neither.</summary>
    private static int? BasedOn(HttpContext http)
    {
        if (http.Request.Headers.IfNoneMatch == "*")
            return 0;
        string? match = http.Request.Headers.IfMatch;
        return int.TryParse(match?.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : null;
    }

    private static Guid? Keeps(Person me) =>
        me.CommunityId is { } community && ReleaseDesk.MayRelease(me, community) ? community : null;

    private static bool Known(string code, out Register register) =>
        Enum.TryParse(code, ignoreCase: true, out register) && Code.Of(register) == code;

    private static async Task<RegisterRow?> Mine(
        string register,
        string id,
        RegisterBook book,
        CurrentPerson current
    ) =>
        Known(register, out var which)
            ? await book.FindFor(await current.Get(), which, Uri.UnescapeDataString(id))
            : null;
}
