using System.Globalization;
using System.Net;
using System.Text.Json;
using Azure;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions;
using NodaTime;

namespace MeetingHub.Web.Graph;

/// <summary>
/// Reads a failed call. The SDK throws at least eight types for what is one thing to the queue: try again, or tell a person.
/// </summary>
internal static class FaultReading
{
    // Longer than this is no advice but an outage, or a hostile proxy.
    private static readonly Duration LongestWait = Duration.FromHours(24);

    public static Setback Of(Exception fault, Instant now) =>
        fault switch
        {
            ApiException answer => new Setback(Of(answer), WaitOf(answer, now)),
            AuthenticationFailedException { InnerException: { } inner } => OfSignIn(inner),
            AuthenticationFailedException => new Setback(GraphFault.SignInRefused),
            AggregateException { InnerException: { } inner } => Of(inner, now),
            OperationCanceledException => new Setback(GraphFault.TooSlow),
            HttpRequestException or IOException or RequestFailedException => new Setback(GraphFault.NotReachable),
            // Kiota meets a page of HTML with "no factory registered", an InvalidOperationException.
            JsonException or InvalidOperationException or FormatException => new Setback(GraphFault.Garbled),
            _ => new Setback(GraphFault.Unexpected),
        };

    public static GraphFault OfStatus(int status) =>
        status switch
        {
            401 => GraphFault.SignInRefused,
            403 => GraphFault.NotPermitted,
            404 => GraphFault.NotFound,
            // 409 is also two savings of one item at once (ErrorIrresolvableConflict): the next try goes through.
            408 or 409 or 423 or 429 or >= 500 => GraphFault.Overloaded,
            >= 400 => GraphFault.Rejected,
            _ => GraphFault.Garbled,
        };

    private static GraphFault Of(ApiException answer) =>
        answer is ODataError { Error.Code: "ErrorDuplicateTransactionId" }
            ? GraphFault.Rejected
            : OfStatus(answer.ResponseStatusCode);

    private static Setback OfSignIn(Exception inner) =>
        inner switch
        {
            // The token endpoint says invalid_client with 400 as well as with 401.
            MsalServiceException { StatusCode: >= 400 and < 500 and not 408 and not 429 } => new Setback(
                GraphFault.SignInRefused
            ),
            MsalServiceException { StatusCode: 408 or 429 or >= 500 } => new Setback(GraphFault.Overloaded),
            OperationCanceledException => new Setback(GraphFault.TooSlow),
            MsalException => new Setback(GraphFault.Garbled),
            _ => new Setback(GraphFault.NotReachable),
        };

    private static Duration? WaitOf(ApiException answer, Instant now)
    {
        var said = answer
            .ResponseHeaders?.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase))
            .Value?.FirstOrDefault();
        Duration? wait =
            int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? Duration.FromSeconds(seconds)
            : DateTimeOffset.TryParse(
                said,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
                ? Duration.Max(Duration.Zero, Instant.FromDateTimeOffset(moment) - now)
            : null;
        return wait is { } known ? Duration.Min(known, LongestWait) : null;
    }
}
