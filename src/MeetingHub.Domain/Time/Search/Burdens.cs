using NodaTime;
using NodaTime.TimeZones;

namespace MeetingHub.Domain.Time.Search;

/// <summary>Adds what one custom, shared by some people, weighs on each start of a search, and what it forbids.</summary>
internal static class Burdens
{
    private const int CellsADay = 24 * 60 / SlotSearch.CellMinutes;

    public static void Add(SlotSearch.Field field, Customs customs, int people)
    {
        var whole = field.Whole;
        foreach (var curfew in customs.Curfews(whole))
            field.Block(curfew);
        foreach (var soft in customs.SoftTimes(whole))
        {
            var (from, to) = field.StartsThatMeet(soft.When);
            for (var i = from; i < to; i++)
                field.Sum[i] += soft.Cost * people;
        }

        var tables = new Tables(customs, field.CellsInLength, DayOf(whole.Start), DayOf(whole.End));
        foreach (var zone in customs.TimeZone.GetZoneIntervals(whole))
            AddBetween(field, zone, tables, people);
    }

    // Between two changes of the clock local time is the instant and an offset; a meeting across a change is looked at
    // minute by minute.
    private static void AddBetween(SlotSearch.Field field, ZoneInterval zone, Tables tables, int people)
    {
        var from = zone.HasStart ? field.StartsFrom(zone.Start) : 0;
        var to = zone.HasEnd ? field.StartsFrom(zone.End) : field.Count;
        var whole = zone.HasEnd ? field.StartsFrom(zone.End - field.Length + Duration.Epsilon) : field.Count;
        var offset = zone.WallOffset.Seconds / 60;
        var isEven = zone.WallOffset.Seconds % (SlotSearch.StepMinutes * 60) == 0;
        var i = from;
        while (isEven && i < whole)
        {
            var (day, minute) = Math.DivRem((field.First + i) * SlotSearch.StepMinutes + offset, 24 * 60);
            var burdens = tables.Of((int)day).AsSpan((int)minute / SlotSearch.StepMinutes);
            var starts = Math.Min(burdens.Length, whole - i);
            Add(field.Worst.AsSpan(i, starts), field.Sum.AsSpan(i, starts), burdens, people);
            i += starts;
        }

        for (; i < to; i++)
        {
            int[] burden = [tables.OfEachMinute(field.StartOf(i), field.Length)];
            Add(field.Worst.AsSpan(i, 1), field.Sum.AsSpan(i, 1), burden, people);
        }
    }

    private static void Add(Span<int> worst, Span<int> sum, ReadOnlySpan<int> burdens, int people)
    {
        for (var i = 0; i < worst.Length; i++)
        {
            worst[i] = Math.Max(worst[i], burdens[i]);
            sum[i] += burdens[i] * people;
        }
    }

    private static int DayOf(Instant instant) => (int)Math.Floor((instant - NodaConstants.UnixEpoch).TotalDays);

    /// <summary>The burden of each quarter of a day for a meeting that begins then, by the kinds of this day and the next.</summary>
    private sealed class Tables(Customs customs, int cells, int firstDay, int lastDay)
    {
        private readonly List<DayCustom> kinds = [];
        private readonly short[] kindOfDay = [.. Enumerable.Repeat((short)-1, lastDay - firstDay + 4)];
        private readonly Dictionary<(short Today, short Tomorrow), int[]> tables = [];

        public int[] Of(int day)
        {
            var key = (Kind(day), Kind(day + 1));
            return tables.TryGetValue(key, out var table)
                ? table
                : tables[key] = Table(kinds[key.Item1], kinds[key.Item2]);
        }

        public int OfEachMinute(Instant start, Duration length)
        {
            var worst = 0;
            for (var at = start; at < start + length; at += Duration.FromMinutes(1))
            {
                var local = at.InZone(customs.TimeZone).LocalDateTime;
                worst = Math.Max(worst, Burden.OfMinute(local.Hour * 60 + local.Minute, customs.Day(local.Date)));
            }

            return worst;
        }

        private short Kind(int day)
        {
            ref var kind = ref kindOfDay[day - firstDay + 1];
            if (kind < 0)
            {
                var custom = customs.Day(new LocalDate(1970, 1, 1).PlusDays(day));
                kind = (short)kinds.IndexOf(custom);
                if (kind < 0)
                {
                    kind = (short)kinds.Count;
                    kinds.Add(custom);
                }
            }

            return kind;
        }

        private int[] Table(DayCustom today, DayCustom tomorrow)
        {
            Span<int> worst = stackalloc int[2 * CellsADay];
            for (var cell = 0; cell < CellsADay; cell++)
            {
                worst[cell] = Burden.OfCell(cell * SlotSearch.CellMinutes, today);
                worst[cell + CellsADay] = Burden.OfCell(cell * SlotSearch.CellMinutes, tomorrow);
            }

            // The greatest of the next so many cells, for twice as many each time.
            for (var covered = 1; covered < cells; )
            {
                var step = Math.Min(covered, cells - covered);
                for (var cell = 0; cell + step < worst.Length; cell++)
                    worst[cell] = Math.Max(worst[cell], worst[cell + step]);
                covered += step;
            }

            var table = new int[SlotSearch.StepsADay];
            for (var step = 0; step < table.Length; step++)
                table[step] = worst[step * (SlotSearch.StepMinutes / SlotSearch.CellMinutes)];
            return table;
        }
    }
}
