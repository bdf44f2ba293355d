using NodaTime;

namespace MeetingHub.Web.Graph;

/// <summary>What came of a call. <see cref="Wait"/> is how long Microsoft 365 asks to be left alone.</summary>
public sealed record GraphAnswer<T>(T? Value, Setback? Setback)
{
    public GraphFault? Fault => Setback?.Fault;
}

public sealed record Setback(GraphFault Fault, Duration? Wait = null);
