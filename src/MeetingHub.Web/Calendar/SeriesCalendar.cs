using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Web.Calendar;

/// <summary>
/// Writes meetings that recur (iTIP REQUEST or CANCEL, RFC 5546): as a whole, which is one event with a rule and one more for
/// each meeting that is not as the rule has it; or one such meeting alone. Each meeting is read back and compared with NodaTime
/// before it is given out.
/// </summary>
public static class SeriesCalendar
{
    /// <summary>
    /// The whole series. Its cancellation is the event with the rule alone: it takes the exceptions with it (RFC 5546 section
    /// 3.2.5).
    /// </summary>
    public static string Write(SeriesCard series)
    {
        var times = SeriesTimes.Of(series);
        var own = series.Usual.IsCancelled ? [] : times.OfTheirOwn();
        var ics = new IcsWriter();
        CalendarHead.Begin(ics, series.Usual.Method);
        VTimeZone.WriteFor(ics, [.. times.Whole(), .. own.Select(o => o.Span)]);
        InvitationEvent.Write(ics, series.Usual, () => times.WriteRule(ics));
        foreach (var one in own)
            WriteOne(ics, times, one);

        ics.End("VCALENDAR");
        return CalendarCheck.Sure(ics.ToString(), times.Meant(own));
    }

    /// <summary>One meeting of the series alone: invited to by itself, moved, reworded or cancelled.</summary>
    public static string WriteOne(SeriesCard series, ExceptionalMeeting exception)
    {
        var times = SeriesTimes.Of(series);
        var one = times.Instance(exception);
        var ics = new IcsWriter();
        CalendarHead.Begin(ics, exception.Card.Method);
        VTimeZone.WriteFor(ics, [.. times.Around(exception.Day), one.Span]);
        WriteOne(ics, times, one);
        ics.End("VCALENDAR");
        return CalendarCheck.Sure(ics.ToString(), [one.Meant]);
    }

    private static void WriteOne(IcsWriter ics, SeriesTimes times, SeriesInstance one) =>
        InvitationEvent.Write(
            ics,
            one.Card,
            () =>
            {
                times.WriteOriginal(ics, "RECURRENCE-ID", one.Original);
                one.Span.Write(ics);
            }
        );
}
