using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

public class MeetingPlanTests
{
    [Fact]
    public void The_casts_plan_is_sound() => Assert.Null(Plan.Fault());

    [Fact]
    public void A_meeting_needs_a_title() =>
        Assert.Equal(Refusal.TitleMissing, (Plan with { Title = LocalText.Empty }).Fault());

    [Fact]
    public void A_title_is_a_line_and_no_essay() =>
        Assert.Equal(Refusal.TitleMissing, (Plan with { Title = LocalText.Of(("fr", new string('a', 201))) }).Fault());

    [Theory]
    [InlineData(4, Refusal.DurationOutOfRange)]
    [InlineData(5, null)]
    [InlineData(720, null)]
    [InlineData(721, Refusal.DurationOutOfRange)]
    public void A_meeting_lasts_five_minutes_to_twelve_hours(int minutes, Refusal? expected) =>
        Assert.Equal(expected, (Plan with { Minutes = minutes }).Fault());

    [Theory]
    [InlineData(0, Refusal.AgendaInvalid)]
    [InlineData(1, null)]
    [InlineData(480, null)]
    [InlineData(481, Refusal.AgendaInvalid)]
    public void An_agenda_item_lasts_one_minute_to_eight_hours(int minutes, Refusal? expected) =>
        Assert.Equal(expected, (Plan with { Agenda = [Welcome with { Minutes = minutes }] }).Fault());

    [Fact]
    public void An_agenda_item_needs_a_title() =>
        Assert.Equal(
            Refusal.AgendaInvalid,
            (Plan with { Agenda = [Welcome with { Title = LocalText.Empty }] }).Fault()
        );

    [Fact]
    public void An_agenda_has_at_most_fifty_items()
    {
        var fifty = Enumerable.Range(0, 50).Select(i => Welcome with { Id = Id(300 + i) }).ToArray();
        Assert.Null((Plan with { Agenda = [.. fifty] }).Fault());
        Assert.Equal(Refusal.AgendaInvalid, (Plan with { Agenda = [.. fifty, Damage] }).Fault());
    }

    [Fact]
    public void Two_agenda_items_cannot_be_the_same_one() =>
        Assert.Equal(
            Refusal.AgendaInvalid,
            (Plan with { Agenda = [Welcome, Damage with { Id = Welcome.Id }] }).Fault()
        );

    [Theory]
    [InlineData("https://video.example/room", null)]
    [InlineData("http://video.example/room", null)]
    [InlineData(null, null)]
    [InlineData("javascript:alert(1)", Refusal.VideoLinkInvalid)]
    [InlineData("data:text/html,hello", Refusal.VideoLinkInvalid)]
    [InlineData("video.example/room", Refusal.VideoLinkInvalid)]
    [InlineData("//video.example/room", Refusal.VideoLinkInvalid)]
    [InlineData("", Refusal.VideoLinkInvalid)]
    public void A_video_link_is_a_web_address(string? link, Refusal? expected) =>
        Assert.Equal(expected, (Plan with { VideoLink = link }).Fault());

    [Theory]
    [InlineData("Europe/Kiev", null)]
    [InlineData("Europe/Paris", null)]
    [InlineData("Europe/Izium", Refusal.ZoneUnknown)]
    public void A_zone_must_be_one_that_exists(string zone, Refusal? expected) =>
        Assert.Equal(expected, (Plan with { Zone = zone }).Fault());

    [Fact]
    public void The_end_follows_from_start_and_length() => Assert.Equal(Start + Duration.FromHours(1), Plan.End);

    [Fact]
    public void Kyiv_spelt_the_old_way_is_the_same_time() =>
        Assert.True(Plan.SameTime(Plan with { Zone = "Europe/Kiev" }));

    [Fact]
    public void A_longer_meeting_or_another_zone_is_another_time()
    {
        Assert.False(Plan.SameTime(Plan with { Minutes = 90 }));
        Assert.False(Plan.SameTime(Plan with { Zone = "Europe/Helsinki" }));
        Assert.False(Plan.SameTime(Plan with { Start = Start + Duration.FromMinutes(5) }));
    }
}
