using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;

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
            await Tell(http, texts.Problem(bad));
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var storage = StorageFaults.IsFullOrLocked(fault);
            logger.LogError(fault, "Fault {TraceId}", http.TraceIdentifier);
            if (storage)
                await Tell(http, texts.Problem(Refusal.StorageFailed));
            else
                await Tell(http, Problems.Problem(texts["fault.unexpected", http.TraceIdentifier], 500, "fault"));
        }
    }

    private async Task Tell(HttpContext http, ProblemHttpResult problem)
    {
        http.Response.Clear();
        if (Problems.IsProgram(http))
        {
            await problem.ExecuteAsync(http);
            return;
        }

        http.Response.StatusCode = problem.StatusCode;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(
            $"""
            <!doctype html><html lang="{texts.Language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>MeetingHub</title><link rel="stylesheet" href="/css/hub.css"><body><main class="narrow">
            <h1>{texts["fault.title"]}</h1><p>{System.Net.WebUtility.HtmlEncode(problem.ProblemDetails.Title)}</p>
            <p><a class="button" href="/">{texts["nav.home"]}</a></p></main></body></html>
            """
        );
    }
}
