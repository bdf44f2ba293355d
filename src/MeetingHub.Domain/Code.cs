using System.Collections.Concurrent;
using System.Text.Json;

namespace MeetingHub.Domain;

/// <summary>The stable name of an enum's value outside the program: <c>not_presenting</c>, <c>working_meeting</c>.</summary>
public static class Code
{
    private static readonly ConcurrentDictionary<Enum, string> Codes = new();

    public static string Of(Enum value) =>
        Codes.GetOrAdd(value, static v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));
}
