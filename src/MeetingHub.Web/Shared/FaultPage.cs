using MeetingHub.Domain;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;

namespace MeetingHub.Web.Shared;

/// <summary>
/// The last net: nobody sees a stack trace. A full disk or a locked database is told as such, with what to do; anything else is
/// a bug, logged with its id and told with that id alone.
/// </summary>
public sealed class FaultPage(RequestDelegate next, Texts texts, ILogger<FaultPage> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested) { }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await Tell(http, bad.StatusCode, "bad_request", texts["fault.bad_request"]);
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var storage = StorageFaults.IsFullOrLocked(fault);
            logger.LogError(fault, "Fault {TraceId}", http.TraceIdentifier);
            if (storage)
                await Tell(http, 503, Code.Of(Refusal.StorageFailed), texts.Text(Refusal.StorageFailed));
            else
                await Tell(http, 500, "fault", texts["fault.unexpected", http.TraceIdentifier]);
        }
    }

    private async Task Tell(HttpContext http, int status, string code, string text)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            var problem = new ProblemDetails { Status = status, Title = text };
            problem.Extensions["code"] = code;
            await http.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json");
            return;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(
            $"""
            <!doctype html><html lang="{texts.Language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>MeetingHub</title><link rel="stylesheet" href="/css/hub.css"><body><main class="narrow">
            <h1>{texts["fault.title"]}</h1><p>{System.Net.WebUtility.HtmlEncode(text)}</p>
            <p><a class="button" href="/">{texts["nav.home"]}</a></p></main></body></html>
            """
        );
    }
}
