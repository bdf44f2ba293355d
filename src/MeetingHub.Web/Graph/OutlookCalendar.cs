using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Events.Item.Cancel;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Graph;

/// <summary>
/// Events in people's mailboxes. They carry no attendees: our own letters invite everyone, and two invitations to one meeting,
/// each with buttons of its own, would leave nobody sure which answer counts.
/// </summary>
internal sealed class OutlookCalendar(GraphConnection connection)
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    public async Task<GraphAnswer<StandingEvent>> Make(
        string mailbox,
        OutlookEvent wanted,
        string transactionId,
        CancellationToken stop
    ) =>
        await connection.Ask(
            async (graph, limit) =>
            {
                var made = Moved(wanted);
                made.Body = new ItemBody { ContentType = BodyType.Text, Content = wanted.Body };
                made.OriginalStartTimeZone = WindowsZones.Of(wanted.Zone);
                made.OriginalEndTimeZone = WindowsZones.Of(wanted.Zone);
                made.IsOnlineMeeting = true;
                made.OnlineMeetingProvider = OnlineMeetingProviderType.TeamsForBusiness;
                made.TransactionId = transactionId;
                return Standing(await graph.Users[mailbox].Events.PostAsync(made, cancellationToken: limit));
            },
            stop
        );

    /// <summary>
    /// Brings subject and time up to date. The body stays out of it: Teams keeps its link in there, and an event whose body is
    /// replaced is no online meeting any more (Graph, "Update event").
    /// </summary>
    public async Task<GraphAnswer<StandingEvent>> Move(
        string mailbox,
        string eventId,
        OutlookEvent wanted,
        CancellationToken stop
    ) =>
        await connection.Ask(
            async (graph, limit) =>
                Standing(
                    await graph.Users[mailbox].Events[eventId].PatchAsync(Moved(wanted), cancellationToken: limit)
                ),
            stop
        );

    public async Task<GraphAnswer<string>> Cancel(string mailbox, string eventId, CancellationToken stop) =>
        await connection.Ask(
            async (graph, limit) =>
            {
                // No comment: it would go to attendees, and there are none.
                await graph
                    .Users[mailbox]
                    .Events[eventId]
                    .Cancel.PostAsync(new CancelPostRequestBody(), cancellationToken: limit);
                return eventId;
            },
            stop
        );

    public async Task<GraphAnswer<string>> Remove(string mailbox, string eventId, CancellationToken stop) =>
        await connection.Ask(
            async (graph, limit) =>
            {
                await graph.Users[mailbox].Events[eventId].DeleteAsync(cancellationToken: limit);
                return eventId;
            },
            stop
        );

    private static Event Moved(OutlookEvent wanted) =>
        new()
        {
            Subject = wanted.Subject,
            Start = At(wanted.Start),
            End = At(wanted.End),
        };

    // UTC, so that the mailbox's zone data, which may be older than a law, moves no meeting.
    private static DateTimeTimeZone At(Instant instant) => new() { DateTime = Utc.Format(instant), TimeZone = "UTC" };

    private static StandingEvent? Standing(Event? answer) =>
        answer?.Id is { Length: > 0 } id ? new StandingEvent(id, LinkOf(answer.OnlineMeeting?.JoinUrl)) : null;

    // It becomes a link in everyone's letter and room.
    private static string? LinkOf(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && link.Length <= 2000
            ? link
            : null;
}
