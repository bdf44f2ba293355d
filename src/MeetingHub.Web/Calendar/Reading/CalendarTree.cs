namespace MeetingHub.Web.Calendar.Reading;

/// <summary>
/// Builds components out of lines, in one pass and without recursion: a thousand nested BEGINs must cost no stack. What
/// is cut off before its END is refused whole, because half a calendar would show a busy afternoon as free.
/// </summary>
internal static class CalendarTree
{
    private const string Root = "VCALENDAR";

    public static CalendarSource Grow(string text)
    {
        var calendars = new List<CalendarPart>();
        var open = new Stack<CalendarPart>();
        var events = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (ContentLine.Parse(text.AsSpan(range)) is not { } line)
                continue;

            if (line.Name == "BEGIN")
            {
                var part = new CalendarPart(line.Value.Trim().ToUpperInvariant());
                if (open.Count == 0 && part.Name != Root)
                    continue;
                if (open.Count == CalendarSource.Deepest)
                    return new CalendarSource([], CalendarFault.NotACalendar);
                if (open.Count == 1 && ++events > CalendarSource.MostEvents)
                    return new CalendarSource([], CalendarFault.TooManyEvents);

                Begin(part, open, calendars);
            }
            else if (line.Name == "END")
            {
                End(line.Value.Trim().ToUpperInvariant(), open);
            }
            else if (open.TryPeek(out var part))
            {
                part.Add(line);
            }
        }

        return calendars.Count == 0 || open.Count > 0
            ? new CalendarSource([], CalendarFault.NotACalendar)
            : new CalendarSource(calendars, null);
    }

    private static void Begin(CalendarPart part, Stack<CalendarPart> open, List<CalendarPart> calendars)
    {
        if (open.TryPeek(out var outer))
            outer.Add(part);
        else
            calendars.Add(part);

        open.Push(part);
    }

    // An END that closes an outer component closes what was forgotten inside it; one that closes nothing is passed over.
    private static void End(string name, Stack<CalendarPart> open)
    {
        if (open.All(part => part.Name != name))
            return;

        while (open.Pop().Name != name) { }
    }
}
