using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>What kind of place a person's busy times are read from.</summary>
public enum BusySourceKind
{
    /// <summary>An ICS address to which anybody who knows it may subscribe.</summary>
    Subscription,
    CalDav,
    Microsoft365,
}

/// <summary>Reads one kind of source. Whatever goes wrong is an answer, "unknown", and never an exception or "free".</summary>
public interface IBusySource
{
    BusySourceKind Kind { get; }

    Task<BusyAnswer> Read(BusySourceRow source, Interval window, CancellationToken stop);
}

/// <summary>What a source says of a person in a window: when they are busy, or that it cannot be known.</summary>
public abstract record BusyAnswer
{
    /// <summary>Busy in these stretches (clipped to the window, merged, in order) as of a moment, and free besides.</summary>
    public sealed record Known(IReadOnlyList<Interval> Times, Instant AsOf) : BusyAnswer;

    /// <summary>Busy at <see cref="Times"/> at least, known from elsewhere; free nowhere for certain.</summary>
    public sealed record Unknown(BusyFault Why) : BusyAnswer
    {
        public IReadOnlyList<Interval> Times { get; init; } = [];
    }
}

/// <summary>Why a person's busy times are unknown.</summary>
public enum BusyFault
{
    NotConfigured,
    AddressNotAllowed,
    NotReachable,
    TooSlow,
    TooLarge,
    NotACalendar,
    Refused,

    /// <summary>Asked a moment ago, for other days: the server is left in peace for a minute.</summary>
    AskedTooOften,

    /// <summary>The keys that sealed the address are gone, as after a restore without them. It must be entered anew.</summary>
    KeysLost,
}
