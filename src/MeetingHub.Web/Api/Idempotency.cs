using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Api;

/// <summary>
/// A write that carries an <c>Idempotency-Key</c> happens once: the same request again gets the same answer, another one under the
/// same key is refused. Only what succeeded is remembered: a refusal may be tried again. Kept for seven days.
/// </summary>
public sealed class Idempotency(RequestDelegate next, IDbContextFactory<HubDb> databases, Texts texts, IClock clock)
{
    private const int LongestKey = 200;
    private static readonly Duration Life = Duration.FromDays(7);
    private readonly ConcurrentDictionary<(Guid, string), SemaphoreSlim> underWay = new();

    public async Task InvokeAsync(HttpContext http)
    {
        string? key = http.Request.Headers[Operations.Header];
        if (string.IsNullOrEmpty(key) || HttpMethods.IsGet(http.Request.Method) || http.User.Person() is not { } person)
        {
            await next(http);
            return;
        }

        if (key.Length > LongestKey)
        {
            await Problems.Problem(texts["fault.bad_request"], 400, "bad_request").ExecuteAsync(http);
            return;
        }

        var gate = underWay.GetOrAdd((person, key), static _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(http.RequestAborted);
        try
        {
            await Once(http, person, key);
        }
        finally
        {
            gate.Release();
            underWay.TryRemove((person, key), out _);
        }
    }

    private async Task Once(HttpContext http, Guid person, string key)
    {
        var hash = await HashOf(http.Request);
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Idempotency.FindAsync(person, key) is { } known)
        {
            await (known.RequestHash == hash ? Again(http, known) : Reused(http));
            return;
        }

        var answer = http.Response.Body;
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = answer;
        }

        if (http.Response.StatusCode < 300)
            await Remember(db, http, person, key, hash, kept);
        kept.Position = 0;
        await kept.CopyToAsync(answer);
    }

    private async Task Remember(HubDb db, HttpContext http, Guid person, string key, string hash, MemoryStream body)
    {
        var now = clock.GetCurrentInstant();
        var tooOld = now - Life;
        await db.Idempotency.Where(r => r.At < tooOld).ExecuteDeleteAsync();
        db.Idempotency.Add(
            new IdempotencyRecord
            {
                PersonId = person,
                Key = key,
                RequestHash = hash,
                Status = http.Response.StatusCode,
                Body = Encoding.UTF8.GetString(body.ToArray()),
                Location = http.Response.Headers.Location,
                At = now,
            }
        );
        await db.SaveChangesAsync();
    }

    private static async Task Again(HttpContext http, IdempotencyRecord known)
    {
        http.Response.StatusCode = known.Status;
        if (known.Location is not null)
            http.Response.Headers.Location = known.Location;
        if (string.IsNullOrEmpty(known.Body))
            return;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(known.Body);
    }

    private Task Reused(HttpContext http) =>
        Problems.Problem(texts["api.key_reused"], 422, Problems.KeyReused).ExecuteAsync(http);

    private static async Task<string> HashOf(HttpRequest request)
    {
        request.EnableBuffering();
        using var all = new MemoryStream();
        all.Write(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n"));
        await request.Body.CopyToAsync(all);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(all.ToArray()));
    }
}
