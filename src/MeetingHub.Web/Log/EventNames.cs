using System.Text.Json;
using MeetingHub.Domain.Meetings.Facts;

namespace MeetingHub.Web.Log;

/// <summary>
/// The name under which each kind of fact is stored and told: the record's own name in snake_case. Renaming a record would
/// orphan stored facts; a test holds the list.
/// </summary>
public static class EventNames
{
    private static readonly Dictionary<Type, string> Names = typeof(MeetingEvent)
        .Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(MeetingEvent)))
        .ToDictionary(t => t, t => JsonNamingPolicy.SnakeCaseLower.ConvertName(t.Name));

    private static readonly Dictionary<string, Type> Types = Names.ToDictionary(n => n.Value, n => n.Key);

    public static IEnumerable<string> All => Types.Keys;

    public static string Of(MeetingEvent fact) => Names[fact.GetType()];

    public static string Of<T>()
        where T : MeetingEvent => Names[typeof(T)];

    public static string Write(MeetingEvent fact) => JsonSerializer.Serialize(fact, fact.GetType(), EventJson.Options);

    public static MeetingEvent Read(string name, string body) =>
        (MeetingEvent)JsonSerializer.Deserialize(body, Types[name], EventJson.Options)!;
}
