using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MeetingHub.Web.Tests.Graph;

/// <summary>What Graph's reference says of the requests that we make: anything else is a complaint.</summary>
internal static partial class GraphRules
{
    private static readonly string[] OfPost =
    [
        "subject",
        "body",
        "start",
        "end",
        "originalStartTimeZone",
        "originalEndTimeZone",
        "isOnlineMeeting",
        "onlineMeetingProvider",
        "transactionId",
    ];

    private static readonly string[] OfPatch = ["subject", "start", "end"];
    private static readonly string[] Zones =
    [
        "UTC",
        "FLE Standard Time",
        "Romance Standard Time",
        "Tokyo Standard Time",
        "Pacific Standard Time",
    ];

    public static object Error(string code) => new { error = new { code, message = "as asked by the test" } };

    public static IEnumerable<string> Check(Asked request) =>
        (request.Method, Event().Match(request.Path)) switch
        {
            ("POST", { Success: true } m) when m.Groups["rest"].Value.Length == 0 => Posted(request.Body),
            ("PATCH", { Success: true } m) when IsOne(m) => Timed(request.Body, OfPatch),
            ("DELETE", { Success: true } m) when IsOne(m) => request.Body is null ? [] : ["a body where none belongs"],
            ("POST", { Success: true } m) when m.Groups["rest"].Value.EndsWith("/cancel", StringComparison.Ordinal) =>
                Named(request.Body, ["Comment"], []),
            ("POST", _) when Schedule().IsMatch(request.Path) => Scheduled(request),
            _ => ["no such method or path"],
        };

    private static bool IsOne(Match m) => m.Groups["rest"].Value.Count(c => c == '/') == 1;

    private static IEnumerable<string> Posted(JsonElement? body)
    {
        foreach (var wrong in Timed(body, OfPost))
            yield return wrong;
        if (body is not { } b)
            yield break;
        if (!Guid.TryParse(b.GetProperty("transactionId").GetString(), out _))
            yield return "transactionId is no GUID";
        if (b.GetProperty("isOnlineMeeting").ValueKind != JsonValueKind.True)
            yield return "isOnlineMeeting is not true";
        if (b.GetProperty("onlineMeetingProvider").GetString() != "teamsForBusiness")
            yield return "onlineMeetingProvider is not teamsForBusiness";
        if (b.GetProperty("body").GetProperty("contentType").GetString() is not ("text" or "html"))
            yield return "body.contentType";
        if (!Zones.Contains(b.GetProperty("originalStartTimeZone").GetString()))
            yield return "originalStartTimeZone is no zone of Windows";
    }

    private static IEnumerable<string> Timed(JsonElement? body, string[] names)
    {
        foreach (var wrong in Named(body, names, names))
            yield return wrong;
        if (body is not { } b)
            yield break;
        if (b.GetProperty("subject").ValueKind != JsonValueKind.String)
            yield return "subject is no text";
        if (Moment(b.GetProperty("start")) is not { } start || Moment(b.GetProperty("end")) is not { } end)
            yield return "start or end is no dateTimeTimeZone";
        else if (end <= start)
            yield return "ends before it starts";
    }

    private static IEnumerable<string> Scheduled(Asked request)
    {
        // Parameters of actions are written large in Graph's metadata, unlike properties.
        string[] names = ["Schedules", "StartTime", "EndTime", "AvailabilityViewInterval"];
        foreach (var wrong in Named(request.Body, names, names))
            yield return wrong;
        var b = request.Body!.Value;
        if (b.GetProperty("Schedules").GetArrayLength() is < 1 or > 20)
            yield return "1 to 20 schedules";
        if (b.GetProperty("AvailabilityViewInterval").GetInt32() is < 5 or > 1440)
            yield return "availabilityViewInterval";
        if (Moment(b.GetProperty("StartTime")) is not { } start || Moment(b.GetProperty("EndTime")) is not { } end)
            yield return "startTime or endTime is no dateTimeTimeZone";
        else if (end - start >= TimeSpan.FromDays(62) || end <= start)
            yield return "the window must be under 62 days";
        if (request.Prefer != "outlook.timezone=\"UTC\"")
            yield return $"Prefer: {request.Prefer}";
    }

    private static IEnumerable<string> Named(JsonElement? body, string[] allowed, string[] needed)
    {
        if (body is not { ValueKind: JsonValueKind.Object } b)
            return ["no JSON object"];
        var names = b.EnumerateObject().Select(p => p.Name).Where(n => n != "@odata.type").ToList();
        return names
            .Except(allowed)
            .Select(n => $"unknown property {n}")
            .Concat(needed.Except(names).Select(n => $"missing property {n}"));
    }

    public static DateTime? Moment(JsonElement time) =>
        time.GetProperty("timeZone").GetString() == "UTC"
        && DateTime.TryParseExact(
            time.GetProperty("dateTime").GetString(),
            ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.fffffff"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
            ? moment
            : null;

    [GeneratedRegex("^/v1.0/users/(?<mailbox>[^/]+@[^/]+)/events(?<rest>(/[^/]+){0,2})$")]
    public static partial Regex Event();

    [GeneratedRegex("^/v1.0/users/[^/]+@[^/]+/calendar/(microsoft.graph.)?getSchedule$")]
    public static partial Regex Schedule();
}
