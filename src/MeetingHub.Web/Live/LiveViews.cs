using System.Runtime.CompilerServices;
using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;

namespace MeetingHub.Web.Live;

/// <summary>
/// A meeting's public state as it is sent, written once for each state of the meeting however many phones ask: a thousand that
/// come back after a cut get the same bytes.
/// </summary>
public sealed class LiveViews
{
    private readonly ConditionalWeakTable<Meeting, LiveView> views = [];

    public LiveView Of(Meeting meeting) => views.GetValue(meeting, static m => new LiveView(m));
}

public sealed class LiveView(Meeting meeting)
{
    private readonly Lazy<LiveState> state = new(() => LiveState.Of(meeting));
    private RawJson? json;
    private string? fingerprint;

    public LiveState State => state.Value;

    public RawJson Json => json ??= new RawJson(EventJson.Write(State));

    public string Fingerprint => fingerprint ??= Domain.Folds.Fingerprint.Of(State);
}
