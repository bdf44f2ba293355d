using MeetingHub.Web.Calendar;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar;

public class TodoCalendarTests
{
    private static readonly TodoEntry Item = new(
        Guid.Parse("0cc175b9-c0f1-46b6-831c-399e26977266"),
        Instant.FromUtc(2026, 9, 1, 7, 30),
        "Надіслати кошторис; до ради",
        "Рядок один\nрядок два",
        new LocalDate(2026, 11, 30),
        TodoStatus.NeedsAction,
        new Uri("https://hub.example/actions/1")
    );

    [Fact]
    public void A_task_reads_as_it_was_agreed()
    {
        var read = Assert.Single(IcsLines.Load(TodoCalendar.Write([Item])).Todos);

        Assert.Equal("0cc175b9c0f146b6831c399e26977266@meetinghub", read.Uid);
        Assert.Equal(Item.Summary, read.Summary);
        Assert.Equal(Item.Description, read.Description);
        Assert.Equal(Item.Url, read.Url);
    }

    [Fact]
    public void A_deadline_is_a_day_everywhere()
    {
        var ics = TodoCalendar.Write([Item]);

        Assert.Equal("DUE;VALUE=DATE:20261130", IcsLines.One(ics, "DUE"));
        Assert.False(Assert.Single(IcsLines.Load(ics).Todos)!.Due!.HasTime);
    }

    [Fact]
    public void A_task_without_deadline_or_details_says_nothing_of_them()
    {
        var ics = TodoCalendar.Write([Item with { Due = null, Description = " " }]);

        Assert.Empty(IcsLines.All(ics, "DUE"));
        Assert.Empty(IcsLines.All(ics, "DESCRIPTION"));
    }

    [Theory]
    [InlineData(TodoStatus.NeedsAction, "NEEDS-ACTION")]
    [InlineData(TodoStatus.InProcess, "IN-PROCESS")]
    [InlineData(TodoStatus.Completed, "COMPLETED")]
    [InlineData(TodoStatus.Cancelled, "CANCELLED")]
    public void A_status_is_written_in_the_words_of_the_standard(TodoStatus status, string written)
    {
        var ics = TodoCalendar.Write([Item with { Status = status }]);

        Assert.Equal(written, Assert.Single(IcsLines.Load(ics).Todos).Status);
        Assert.Equal(status == TodoStatus.Completed, IcsLines.All(ics, "PERCENT-COMPLETE").Count == 1);
    }

    [Fact]
    public void A_summary_with_line_breaks_cannot_close_the_task()
    {
        var ics = TodoCalendar.Write([
            Item with
            {
                Summary = "a\r\nSTATUS:COMPLETED\r\nEND:VTODO",
                Description = "b\rSTATUS:COMPLETED",
            },
        ]);

        Assert.Equal("NEEDS-ACTION", Assert.Single(IcsLines.Load(ics).Todos).Status);
        Assert.Single(IcsLines.All(ics, "STATUS"));
    }

    [Fact]
    public void No_tasks_are_a_calendar_too() => Assert.Empty(IcsLines.Load(TodoCalendar.Write([])).Todos);
}
