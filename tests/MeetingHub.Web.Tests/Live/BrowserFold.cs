using Jint;
using Jint.Native;
using Jint.Native.Json;
using MeetingHub.Web.Live;
using MeetingHub.Web.Log;

namespace MeetingHub.Web.Tests.Live;

/// <summary>
/// The browser's own code, <c>wwwroot/js/live/state.js</c>, folding what a client is told by line.js's rules: apply the next, ignore
/// the old, and ask again on a gap.
/// </summary>
public sealed class BrowserFold
{
    private readonly Engine engine;
    private readonly JsValue apply;
    private readonly JsValue fingerprint;
    private JsValue state = JsValue.Null;

    public BrowserFold()
    {
        engine = new Engine(o => o.EnableModules(Path.Combine(TopLevel(), "wwwroot", "js", "live")));
        var module = engine.Modules.Import("./state.js");
        apply = module.Get("apply");
        fingerprint = module.Get("fingerprint");
    }

    public string? Epoch { get; private set; }
    public long Seq { get; private set; }
    public bool HasGap { get; private set; }

    public string Fingerprint => engine.Invoke(fingerprint, state).AsString();

    public string? Text(params string[] path) =>
        path.Aggregate(state, (value, name) => value.Get(name)) is { } found && found.IsString()
            ? found.AsString()
            : null;

    /// <summary>The whole state as JSON, its members in the order of the one that it is compared with.</summary>
    public string Whole(string like)
    {
        var mine = Values(new JsonSerializer(engine).Serialize(state).AsString());
        var theirs = Values(like);
        return mine.Count == theirs.Count && theirs.All(t => mine.TryGetValue(t.Key, out var m) && m == t.Value)
            ? like
            : string.Join(", ", mine);
    }

    private static Dictionary<string, string> Values(string json) =>
        System
            .Text.Json.JsonDocument.Parse(json)
            .RootElement.EnumerateObject()
            .ToDictionary(p => p.Name, p => p.Value.GetRawText());

    public void Enter(Joined joined)
    {
        if (joined.State is { } snapshot)
            (state, Seq) = (Parse(snapshot.Text), joined.Seq);
        Epoch = joined.Epoch;
        HasGap = false;
        foreach (var told in joined.Missed ?? [])
            Hear(told);
    }

    public void Hear(Told told)
    {
        if (told.Epoch != Epoch || told.Seq > Seq + 1)
            HasGap = true;
        if (HasGap || told.Seq <= Seq)
            return;
        state = engine.Invoke(apply, state, Parse(EventJson.Write(told)));
        Seq = told.Seq;
    }

    private JsValue Parse(string json) => new JsonParser(engine).Parse(json);

    private static string TopLevel()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MeetingHub.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
