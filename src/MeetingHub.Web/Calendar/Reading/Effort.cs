using System.Diagnostics;

namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// What one calendar may cost. The threat is a file of a few lines that keeps a core busy for minutes: a rule for every
/// second since 1990 took Ical.Net 63 s here. Steps are counted, so that the answer is the same on every machine;
/// the clock is the wall behind that.
/// </summary>
internal sealed class Effort
{
    public const int MostSteps = 200_000;
    public const int MostOccurrences = 50_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(700);

    private readonly long began = Stopwatch.GetTimestamp();
    private int steps;
    private int occurrences;

    /// <summary>The first bound that was passed; nothing more is expanded after that.</summary>
    public CalendarFault? Fault { get; private set; }

    public bool CanStep()
    {
        if (++steps > MostSteps || ((steps & 0xF) == 0 && IsLate))
            GiveUp(CalendarFault.TooSlow);

        return Fault is null;
    }

    public bool CanOccur()
    {
        if (++occurrences > MostOccurrences)
            GiveUp(CalendarFault.TooManyOccurrences);

        return Fault is null;
    }

    /// <summary>Asked before every event: one step of an evaluator cannot be broken off.</summary>
    public bool CanBegin()
    {
        if (IsLate)
            GiveUp(CalendarFault.TooSlow);

        return Fault is null;
    }

    public void GiveUp(CalendarFault fault) => Fault ??= fault;

    private bool IsLate => Stopwatch.GetElapsedTime(began) > Longest;
}
