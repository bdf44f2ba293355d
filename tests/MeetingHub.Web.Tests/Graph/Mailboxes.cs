using System.Text.Json;

namespace MeetingHub.Web.Tests.Graph;

/// <summary>What stands in the tenant's mailboxes. A known transactionId makes no second event, as in Graph.</summary>
internal sealed class Mailboxes
{
    private readonly Lock gate = new();
    private readonly List<Held> events = [];

    public sealed class Held
    {
        public required string Id { get; init; }
        public required string Mailbox { get; init; }
        public required string TransactionId { get; init; }
        public required string PostedBody { get; init; }
        public required string Zone { get; init; }
        public string Subject { get; set; } = "";
        public JsonElement Start { get; set; }
        public string? JoinUrl { get; init; }
        public bool IsCancelled { get; set; }
        public bool IsDeleted { get; set; }
    }

    public bool GivesTeamsLinks { get; set; } = true;
    public bool RefusesToCancel { get; set; }

    /// <summary>What getSchedule answers for the one mailbox that is asked about.</summary>
    public Func<JsonElement, object>? Schedule { get; set; }

    public IReadOnlyList<Held> Everything
    {
        get
        {
            lock (gate)
                return [.. events];
        }
    }

    public IReadOnlyList<Held> Standing => [.. Everything.Where(e => !e.IsDeleted && !e.IsCancelled)];

    public void DeleteInOutlook()
    {
        lock (gate)
            events.ForEach(e => e.IsDeleted = true);
    }

    public (int Status, object? Body) Do(Asked request)
    {
        lock (gate)
        {
            if (GraphRules.Schedule().IsMatch(request.Path))
                return (200, new { value = new[] { Schedule!(request.Body!.Value) } });
            var rest = GraphRules.Event().Match(request.Path).Groups["rest"].Value.Split('/');
            if (rest.Length == 1)
                return Make(request);
            var id = Uri.UnescapeDataString(rest[1]);
            var found = events.Find(e => e.Id == id && !e.IsDeleted && !e.IsCancelled);
            return found is null ? (404, GraphRules.Error("ErrorItemNotFound")) : Change(request, found, rest.Length);
        }
    }

    private (int, object?) Make(Asked request)
    {
        var transaction = request.Text("transactionId")!;
        var words = request.Body!.Value.GetRawText();
        if (events.Find(e => e.TransactionId == transaction) is { } known)
            return known.PostedBody == words
                ? (201, Shown(known))
                : (409, GraphRules.Error("ErrorDuplicateTransactionId"));
        var made = new Held
        {
            Id = $"AAMkAD{events.Count}==",
            Mailbox = GraphRules.Event().Match(request.Path).Groups["mailbox"].Value,
            TransactionId = transaction,
            PostedBody = words,
            Zone = request.Text("originalStartTimeZone")!,
            Subject = request.Text("subject")!,
            Start = request.Body.Value.GetProperty("start"),
            JoinUrl = GivesTeamsLinks ? $"https://teams.microsoft.com/l/meetup-join/{events.Count}" : null,
        };
        events.Add(made);
        return (201, Shown(made));
    }

    private (int, object?) Change(Asked request, Held found, int depth)
    {
        if (depth == 3 && RefusesToCancel)
            return (400, GraphRules.Error("ErrorInvalidRequest"));
        if (depth == 3)
        {
            found.IsCancelled = true;
            return (202, null);
        }

        if (request.Method == "DELETE")
        {
            found.IsDeleted = true;
            return (204, null);
        }

        found.Subject = request.Text("subject")!;
        found.Start = request.Body!.Value.GetProperty("start");
        return (200, Shown(found));
    }

    private static object Shown(Held e) =>
        new
        {
            id = e.Id,
            subject = e.Subject,
            transactionId = e.TransactionId,
            isOnlineMeeting = true,
            onlineMeeting = e.JoinUrl is null ? null : new { joinUrl = e.JoinUrl },
        };
}
