using System.Text;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Api;

/// <summary>
/// A write that carries an <c>Idempotency-Key</c> happens once: the same request again gets the same answer, another one under
/// the same key is refused. The key is taken before the deed and answered after it; when the server dies between, the
/// repetition goes through again under the same operation id, and the log makes nothing of it. Only what succeeded
/// is remembered: a refused request changed nothing, and may be mended and tried again.
/// </summary>
public sealed class Idempotency(
    RequestDelegate next,
    IDbContextFactory<HubDb> databases,
    IDataProtectionProvider protection,
    Texts texts,
    IClock clock
)
{
    private const int NotAnsweredYet = 0;
    private static readonly Duration Life = Duration.FromDays(7);
    private static readonly Duration SweepsApart = Duration.FromHours(1);

    // An answer may hold a personal link: a copy of the database alone must open no meeting.
    private readonly IDataProtector seal = protection.CreateProtector("idempotency");

    // Repetitions at the same moment wait for one another. Strangers share a gate now and then, which costs them a moment.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];
    private Instant nextSweep;

    public async Task InvokeAsync(HttpContext http)
    {
        string? key = http.Request.Headers[Operations.Header];
        if (string.IsNullOrEmpty(key) || HttpMethods.IsGet(http.Request.Method) || http.User.Person() is not { } person)
        {
            await next(http);
            return;
        }

        if (key.Length > Operations.LongestKey)
        {
            await Problems.Problem(texts["api.key_invalid"], 400, Problems.KeyInvalid).ExecuteAsync(http);
            return;
        }

        // Read before the gate: whoever sends slowly keeps nobody else waiting.
        var hash = await RequestHash.Of(http.Request);
        var gate = gates[(uint)HashCode.Combine(person, key) % gates.Length];
        await gate.WaitAsync(http.RequestAborted);
        try
        {
            await Once(http, person, key, hash);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task Once(HttpContext http, Guid person, string key, string hash)
    {
        var record = await Take(person, key, hash);
        if (record.RequestHash != hash)
            await Problems.Problem(texts["api.key_reused"], 422, Problems.KeyReused).ExecuteAsync(http);
        else if (record.Status != NotAnsweredYet)
            await Again(http, record);
        else
            await Answer(http, record);
    }

    private async Task<IdempotencyRecord> Take(Guid person, string key, string hash)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (
            await db.Idempotency.AsNoTracking().FirstOrDefaultAsync(r => r.PersonId == person && r.Key == key) is
            { } known
        )
            return known;

        var taken = new IdempotencyRecord
        {
            PersonId = person,
            Key = key,
            RequestHash = hash,
            Status = NotAnsweredYet,
            At = clock.GetCurrentInstant(),
        };
        db.Idempotency.Add(taken);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException clash) when (StorageFaults.IsClash(clash))
        {
            // Another node was first.
            return await db.Idempotency.AsNoTracking().FirstAsync(r => r.PersonId == person && r.Key == key);
        }

        await Sweep(db);
        return taken;
    }

    private async Task Answer(HttpContext http, IdempotencyRecord record)
    {
        var wire = http.Response.Body;
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException)
        {
            await Forget(record);
            throw;
        }
        finally
        {
            http.Response.Body = wire;
        }

        if (http.Response.StatusCode < 300)
            await Remember(http, record, Encoding.UTF8.GetString(kept.ToArray()));
        else if (http.Response.StatusCode < 500)
            await Forget(record);
        kept.Position = 0;
        await kept.CopyToAsync(wire);
    }

    private async Task Remember(HttpContext http, IdempotencyRecord record, string body)
    {
        string? location = http.Response.Headers.Location;
        var closed = body.Length > 0 ? seal.Protect(body) : null;
        await using var db = await databases.CreateDbContextAsync();
        await db
            .Idempotency.Where(r => r.PersonId == record.PersonId && r.Key == record.Key)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(r => r.Status, http.Response.StatusCode)
                    .SetProperty(r => r.Body, closed)
                    .SetProperty(r => r.Location, location)
            );
    }

    private async Task Forget(IdempotencyRecord record)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db
            .Idempotency.Where(r => r.PersonId == record.PersonId && r.Key == record.Key && r.Status == NotAnsweredYet)
            .ExecuteDeleteAsync();
    }

    private async Task Again(HttpContext http, IdempotencyRecord record)
    {
        http.Response.StatusCode = record.Status;
        if (record.Location is not null)
            http.Response.Headers.Location = record.Location;
        if (record.Body is null)
            return;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(seal.Unprotect(record.Body));
    }

    private async Task Sweep(HubDb db)
    {
        var now = clock.GetCurrentInstant();
        if (now < nextSweep)
            return;
        nextSweep = now + SweepsApart;
        var tooOld = now - Life;
        await db.Idempotency.Where(r => r.At < tooOld).ExecuteDeleteAsync();
    }
}
