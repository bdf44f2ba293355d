using NodaTime;

namespace MeetingHub.Domain.Time.Search;

/// <summary>
/// The fairest times at which people can meet. No time is given in anyone's curfew, nor while somebody required is busy. Of the
/// rest the one comes first whose worst burden is least (<see cref="Burden"/>), then whose sum is least, then the earliest.
/// It gives what a look at every minute would give, and does not depend on the order of people.
/// </summary>
/// <remarks>
/// Calendars are bits of five minutes laid over each other; starts are quarters of an hour. The burden of a start depends on
/// the local quarter of the day and on what kind of day it and the next are, so each distinct custom is tabled once: 50 people
/// over 90 days are a few additions for each start.
/// </remarks>
public static class SlotSearch
{
    internal const int CellMinutes = 5;
    internal const int StepMinutes = 15;
    internal const int StepsADay = 24 * 60 / StepMinutes;
    private const int CellsInStep = StepMinutes / CellMinutes;
    private static readonly long TicksInStep = StepMinutes * NodaConstants.TicksPerMinute;

    public static IReadOnlyList<Slot> Find(SlotRequest request)
    {
        if (request.Fault() is { } fault)
            throw new ArgumentException($"Faulty requests are refused before: {fault}.", nameof(request));

        var first = -FloorDiv(-request.Range.Start.ToUnixTimeTicks(), TicksInStep);
        var last = FloorDiv((request.Range.End - request.Length).ToUnixTimeTicks(), TicksInStep);
        if (last < first)
            return [];

        var field = new Field(first, (int)(last - first + 1), request.Length);
        foreach (var group in request.People.GroupBy(p => p.Customs))
            Burdens.Add(field, group.Key, group.Count());
        foreach (var person in request.People)
            AddBusy(field, person);
        field.Blocked.LeaveStartsOf(field.CellsInLength);
        return Choose(field, request);
    }

    private static void AddBusy(Field field, Attendee person)
    {
        var absences = person.Customs.Absences(field.Whole);
        if (person.IsRequired)
        {
            foreach (var when in absences)
                field.Block(when);
            foreach (var when in person.Busy)
                field.Block(when);
            return;
        }

        // Each start is counted once, however many of the person's appointments it meets.
        var counted = 0;
        foreach (var when in InOrder([.. absences], person.Busy))
        {
            var (from, to) = field.StartsThatMeet(when);
            for (var i = Math.Max(from, counted); i < to; i++)
                field.Sum[i] += Burden.MissedByOptional;
            counted = Math.Max(counted, to);
        }
    }

    private static IReadOnlyList<Interval> InOrder(Interval[] absences, IReadOnlyList<Interval> busy)
    {
        if (absences.Length == 0 && IsInOrder(busy))
            return busy;
        Interval[] all = [.. absences, .. busy];
        Array.Sort(all, (a, b) => Begin(a).CompareTo(Begin(b)));
        return all;
    }

    private static bool IsInOrder(IReadOnlyList<Interval> busy)
    {
        for (var i = 1; i < busy.Count; i++)
        {
            if (Begin(busy[i]) < Begin(busy[i - 1]))
                return false;
        }

        return true;
    }

    private static Instant Begin(Interval when) => when.HasStart ? when.Start : Instant.MinValue;

    private static List<Slot> Choose(Field field, SlotRequest request)
    {
        var zone = DateTimeZoneProviders.Tzdb[LocalSlot.Canonical(request.DayZone)];
        var chosen = new List<Slot>();
        for (var i = 0; i < field.Count; )
        {
            var end = FirstOfNextDay(field, i, zone);
            ChooseOfDay(field, i, end, request.PerDay, chosen);
            i = end;
        }

        chosen.Sort();
        return chosen.Count > request.Count ? chosen[..request.Count] : chosen;
    }

    private static void ChooseOfDay(Field field, int from, int to, int most, List<Slot> chosen)
    {
        var before = chosen.Count;
        while (chosen.Count - before < most)
        {
            Slot? best = null;
            for (var i = from; i < to; i++)
            {
                if (field.Blocked.IsBlocked(i * CellsInStep) || (best is { } b && field.Worst[i] > b.Worst))
                    continue;
                var slot = new Slot(field.StartOf(i), field.Worst[i], field.Sum[i]);
                if ((best is null || slot < best) && IsApart(slot.Start, chosen, before))
                    best = slot;
            }

            if (best is not { } found)
                return;
            chosen.Add(found);
        }
    }

    private static bool IsApart(Instant start, List<Slot> chosen, int from)
    {
        for (var i = from; i < chosen.Count; i++)
        {
            if (start - chosen[i].Start < SlotRequest.Apart && chosen[i].Start - start < SlotRequest.Apart)
                return false;
        }

        return true;
    }

    private static int FirstOfNextDay(Field field, int i, DateTimeZone zone)
    {
        var tomorrow = zone.AtStartOfDay(field.StartOf(i).InZone(zone).Date.PlusDays(1)).ToInstant();
        return (int)Math.Min(field.Count, -FloorDiv(-tomorrow.ToUnixTimeTicks(), TicksInStep) - field.First);
    }

    private static long FloorDiv(long value, long by)
    {
        var (quotient, rest) = Math.DivRem(value, by);
        return rest < 0 ? quotient - 1 : quotient;
    }

    /// <summary>All starts of a search, with what weighs on each and what stands in the way.</summary>
    internal sealed class Field(long first, int count, Duration length)
    {
        private static readonly long TicksInCell = CellMinutes * NodaConstants.TicksPerMinute;

        public long First => first;
        public int Count => count;
        public Duration Length => length;
        public int CellsInLength { get; } = (int)(length.BclCompatibleTicks / TicksInCell);
        public int[] Worst { get; } = new int[count];
        public int[] Sum { get; } = new int[count];
        public Cells Blocked { get; } = new(count * CellsInStep + (int)(length.BclCompatibleTicks / TicksInCell));

        public Interval Whole => new(StartOf(0), StartOf(count - 1) + length);

        public Instant StartOf(int i) => Instant.FromUnixTimeTicks((first + i) * TicksInStep);

        /// <summary>How many starts lie before the instant.</summary>
        public int StartsFrom(Instant instant) =>
            (int)Math.Clamp(-FloorDiv(-instant.ToUnixTimeTicks(), TicksInStep) - first, 0, count);

        public void Block(Interval when)
        {
            if (when.HasStart && when.HasEnd && when.Start >= when.End)
                return;
            var origin = first * TicksInStep;
            var from = when.HasStart ? FloorDiv(when.Start.ToUnixTimeTicks() - origin, TicksInCell) : 0;
            var to = when.HasEnd ? -FloorDiv(origin - when.End.ToUnixTimeTicks(), TicksInCell) : long.MaxValue;
            Blocked.Block(from, to);
        }

        /// <summary>The starts, from and up to, whose meetings the interval touches.</summary>
        public (int From, int To) StartsThatMeet(Interval when)
        {
            var origin = first * TicksInStep;
            // A start s meets it when s < end and start < s + length.
            var from = when.HasStart
                ? FloorDiv(when.Start.ToUnixTimeTicks() - length.BclCompatibleTicks - origin, TicksInStep) + 1
                : 0;
            var to = when.HasEnd ? -FloorDiv(origin - when.End.ToUnixTimeTicks(), TicksInStep) : count;
            var isEmpty = when.HasStart && when.HasEnd && when.Start >= when.End;
            return isEmpty ? (0, 0) : ((int)Math.Clamp(from, 0, count), (int)Math.Clamp(to, 0, count));
        }
    }
}
