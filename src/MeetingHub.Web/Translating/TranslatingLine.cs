using System.Net;
using System.Text.Json;

namespace MeetingHub.Web.Translating;

/// <summary>
/// One question to the service, bounded in time and size. The address is the operator's, from the settings; it is followed
/// nowhere else, because the key would travel along.
/// </summary>
internal sealed class TranslatingLine(IHttpClientFactory clients, TranslatingSettings settings)
{
    public const string HttpName = "translating";
    private const int LargestAnswer = 2 * 1024 * 1024;

    public async Task<(JsonDocument? Answer, TranslatingFault? Fault)> Ask(
        string path,
        object question,
        string? authorization,
        CancellationToken stop
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Base(), path))
            {
                Content = JsonContent.Create(question),
            };
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var client = clients.CreateClient(HttpName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (FaultOf(response.StatusCode) is { } fault)
                return (null, fault);
            return await Read(response.Content, limit.Token) is { } bytes
                ? (JsonDocument.Parse(bytes), null)
                : (null, TranslatingFault.NotUnderstood);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (null, TranslatingFault.TimedOut);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (null, TranslatingFault.NotReachable);
        }
        catch (JsonException)
        {
            return (null, TranslatingFault.NotUnderstood);
        }
    }

    private static TranslatingFault? FaultOf(HttpStatusCode status) =>
        (int)status switch
        {
            200 => null,
            401 or 403 => TranslatingFault.KeyRefused,
            413 or 414 => TranslatingFault.TooLong,
            429 or 529 => TranslatingFault.TooMany,
            456 => TranslatingFault.QuotaUsed,
            >= 400 and < 500 => TranslatingFault.NotAccepted,
            >= 500 => TranslatingFault.NotReachable,
            _ => TranslatingFault.NotUnderstood,
        };

    // Counted while reading: a length in a header is a promise.
    private static async Task<byte[]?> Read(HttpContent content, CancellationToken stop)
    {
        using var kept = new MemoryStream();
        await using var body = await content.ReadAsStreamAsync(stop);
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, stop)) > 0)
        {
            if (kept.Length + count > LargestAnswer)
                return null;
            kept.Write(buffer, 0, count);
        }

        return kept.ToArray();
    }
}
