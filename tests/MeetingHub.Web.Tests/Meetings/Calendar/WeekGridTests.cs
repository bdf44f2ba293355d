using MeetingHub.Web.Meetings.Calendar;
using NodaTime;
using Xunit;
using static MeetingHub.Web.Tests.Meetings.Calendar.Entries;

namespace MeetingHub.Web.Tests.Meetings.Calendar;

public class WeekGridTests
{
    [Fact]
    public void Office_hours_are_drawn_and_a_meeting_stands_at_its_quarter()
    {
        var grid = Week(Entry("10:30", "11:40"));

        Assert.Equal((7, 19), (grid.FirstHour, grid.EndHour));
        Assert.Equal("h-3 q-2 to-h-4 to-q-3 lane-1-of-1", Blocks(grid).Single().Place);
    }

    [Fact]
    public void As_much_of_the_night_is_drawn_as_a_meeting_needs()
    {
        var grid = Week(Entry("05:15", "06:00"), Entry("20:00", "21:10"));
        Assert.Equal((5, 22), (grid.FirstHour, grid.EndHour));
    }

    [Fact]
    public void A_meeting_over_midnight_is_drawn_on_both_days()
    {
        var grid = Week(Entry("23:30", "01:00"));

        Assert.Equal((0, 24), (grid.FirstHour, grid.EndHour));
        Assert.Equal((94, 96), (grid.Days[0].Blocks[0].From, grid.Days[0].Blocks[0].To));
        Assert.Equal((0, 4), (grid.Days[1].Blocks[0].From, grid.Days[1].Blocks[0].To));
    }

    [Fact]
    public void One_that_ends_at_midnight_is_not_drawn_on_the_next_day()
    {
        var grid = Week(Entry("23:00", "00:00"));
        Assert.Empty(grid.Days[1].Blocks);
        Assert.Equal((7, 64, 68), (grid.FirstHour, grid.Days[0].Blocks[0].From, grid.Days[0].Blocks[0].To));
    }

    [Theory]
    [InlineData("10:00", "10:05")]
    [InlineData("23:50", "23:55")]
    public void Five_minutes_are_drawn_high_enough_to_be_read(string from, string to)
    {
        var block = Blocks(Week(Entry(from, to))).Single();
        Assert.Equal(2, block.To - block.From);
    }

    [Fact]
    public void A_meeting_that_ends_by_the_clock_before_it_began_is_still_drawn()
    {
        var doubled = Entry("03:45", "04:00") with { To = Tuesday.At(new LocalTime(3, 15)) };
        var block = Blocks(Week(doubled)).Single();
        Assert.Equal((15, 17), (block.From + 4 * Week(doubled).FirstHour, block.To + 4 * Week(doubled).FirstHour));
    }

    [Fact]
    public void More_than_can_be_read_beside_each_other_are_counted_instead()
    {
        var grid = Week([.. Enumerable.Range(0, 5).Select(i => Entry($"15:{i:00}", "16:00"))]);

        Assert.Equal((3, 2), (grid.Days[0].Blocks.Count, grid.Days[0].Unplaced));
        Assert.All(Blocks(grid), b => Assert.Equal(3, b.Lane.Of));
        Assert.Equal("15:00–16:00", grid.Days[0].Blocks[0].Entry.Title);
    }

    [Fact]
    public void Every_place_has_its_class_in_the_style_sheet()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MeetingHub.sln")))
            folder = folder.Parent!;
        var css = File.ReadAllText(Path.Combine(folder.FullName, "wwwroot", "css", "calendar.css"));
        var lanes =
            from of in Enumerable.Range(1, WeekGrid.MostLanes)
            from index in Enumerable.Range(0, of)
            select new WeekBlock(null!, 0, 96, new Lane(index, of)).Place;
        var rows = Enumerable.Range(0, 96).Select(q => Rows.Of(q, q + 1));

        Assert.All(
            lanes.Concat(rows).SelectMany(p => p.Split(' ')).Distinct(),
            c => Assert.Contains($".{c} {{", css, StringComparison.Ordinal)
        );
    }

    private static WeekGrid Week(params CalendarEntry[] entries) =>
        WeekGrid.Of([Tuesday, Tuesday.PlusDays(1)], entries);

    private static IEnumerable<WeekBlock> Blocks(WeekGrid grid) => grid.Days.SelectMany(d => d.Blocks);
}
