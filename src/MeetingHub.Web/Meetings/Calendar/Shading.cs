using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Web.Meetings.Calendar;

/// <summary>Hours that are shaded in a day's drawing: from row to row, counted from the first hour drawn.</summary>
public sealed record Shade(int From, int To, bool IsCurfew);

/// <summary>Which hours of a day are bad for a meeting: outside the working hours of either side, or in either side's curfew.</summary>
public static class Shading
{
    private static readonly Duration Row = Duration.FromMinutes(60 / WeekGrid.RowsOfHour);

    public static IReadOnlyList<Shade> Of(LocalDate day, WeekGrid grid, string zone, IReadOnlyList<LocalHours> sides)
    {
        var tz = DateTimeZoneProviders.Tzdb[LocalSlot.Canonical(zone)];
        var midnight = day.AtMidnight();
        var shades = new List<Shade>();
        for (var row = 0; row < (grid.EndHour - grid.FirstHour) * WeekGrid.RowsOfHour; row++)
        {
            var local = midnight.PlusHours(grid.FirstHour).PlusTicks(row * Row.BclCompatibleTicks);
            var at = tz.AtLeniently(local).ToInstant();
            switch (sides.Select(s => s.At(at, Row).Suitability).DefaultIfEmpty().Max())
            {
                case Suitability.WorkingHours:
                    break;
                case var worst when shades is [.., var last] && last.To == row && last.IsCurfew == IsCurfew(worst):
                    shades[^1] = last with { To = row + 1 };
                    break;
                case var worst:
                    shades.Add(new Shade(row, row + 1, IsCurfew(worst)));
                    break;
            }
        }

        return shades;
    }

    private static bool IsCurfew(Suitability suitability) => suitability == Suitability.Curfew;
}
