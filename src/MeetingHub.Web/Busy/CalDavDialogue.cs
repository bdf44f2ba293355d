using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MeetingHub.Web.Shared.Fetching;
using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>
/// What is said to a CalDAV server. Whether it knows the free-busy query shows only in its answer: some refuse with 400, 403,
/// 404 or 501, and Radicale 3.1 answers 207 with the names of all events. Only a calendar in answer counts.
/// </summary>
public sealed class CalDavDialogue(GuardedClient client, IClock clock)
{
    private const string CalendarType = "text/calendar";

    public async Task<(BusyAnswer Answer, Duration? RetryAfter)> Read(
        OpenSource place,
        Interval window,
        string zone,
        CancellationToken stop
    )
    {
        var fetched = await Send(place, "REPORT", "1", CalDavXml.FreeBusyQuery(window), stop);
        if (fetched is Fetched.Reply { Status: HttpStatusCode.OK, MediaType: CalendarType } busy)
            return (CalendarReading.Of(busy.Body, window, zone, clock.GetCurrentInstant()), null);
        return MayKnowEvents(fetched) ? await ReadEvents(place, window, zone, stop) : Unknown(fetched);
    }

    private async Task<(BusyAnswer Answer, Duration? RetryAfter)> ReadEvents(
        OpenSource place,
        Interval window,
        string zone,
        CancellationToken stop
    )
    {
        var about = await Send(place, "PROPFIND", "0", null, stop);
        if (about is not Fetched.Reply { Status: HttpStatusCode.MultiStatus } said)
            return Unknown(about);
        if (!CalDavXml.SaysCalendar(said.Body))
            return (new BusyAnswer.Unknown(BusyFault.NotACalendar), null);

        var events = await Send(place, "REPORT", "1", CalDavXml.CalendarQuery(window), stop);
        if (events is not Fetched.Reply { Status: HttpStatusCode.MultiStatus } found)
            return Unknown(events);
        return CalDavXml.Calendars(found.Body) is { } calendars
            ? (Together(calendars, window, zone, stop), null)
            : (new BusyAnswer.Unknown(BusyFault.NotACalendar), null);
    }

    // One calendar that cannot be read makes the whole unknown: what it holds might be the one appointment that matters.
    private BusyAnswer Together(IReadOnlyList<byte[]> calendars, Interval window, string zone, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var times = new List<Interval>();
        foreach (var calendar in calendars)
        {
            stop.ThrowIfCancellationRequested();
            var answer = CalendarReading.Of(calendar, window, zone, now);
            if (answer is not BusyAnswer.Known known)
                return answer;
            times.AddRange(known.Times);
        }

        return new BusyAnswer.Known(Stretches.Merge(times, window), now);
    }

    // A server that refuses without having read the question cuts the line, and its refusal may be lost with it: the next
    // question has no body and hears it.
    private static bool MayKnowEvents(Fetched fetched) =>
        fetched
            is Fetched.Failed { Why: FetchFault.NotReachable }
                or Fetched.Reply
                {
                    Status: HttpStatusCode.OK
                        or HttpStatusCode.MultiStatus
                        or HttpStatusCode.BadRequest
                        or HttpStatusCode.Forbidden
                        or HttpStatusCode.NotFound
                        or HttpStatusCode.MethodNotAllowed
                        or HttpStatusCode.UnsupportedMediaType
                        or HttpStatusCode.UnprocessableEntity
                        or HttpStatusCode.InternalServerError
                        or HttpStatusCode.NotImplemented
                };

    private static (BusyAnswer Answer, Duration? RetryAfter) Unknown(Fetched fetched) =>
        fetched switch
        {
            // A success that is none of CalDAV's: a web page, a file store, a sign-in form.
            Fetched.Reply { Status: HttpStatusCode.OK or HttpStatusCode.MultiStatus } => (
                new BusyAnswer.Unknown(BusyFault.NotACalendar),
                null
            ),
            Fetched.Reply no => (new BusyAnswer.Unknown(BusyFaults.Of(no.Fault)), no.RetryAfter),
            Fetched.Failed failed => (new BusyAnswer.Unknown(BusyFaults.Of(failed.Why)), null),
            _ => throw new InvalidOperationException("Neither a reply nor a failure."),
        };

    private Task<Fetched> Send(OpenSource place, string method, string depth, string? body, CancellationToken stop) =>
        client.Send(
            place.Uri,
            address => new HttpRequestMessage(new HttpMethod(method), address)
            {
                Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/xml"),
                Headers = { { "Depth", depth }, { "Authorization", Basic(place).ToString() } },
            },
            stop
        );

    private static AuthenticationHeaderValue Basic(OpenSource place) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{place.User}:{place.Password}")));
}
