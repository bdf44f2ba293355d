using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

/// <summary>A law that the zone database has heard of since the meeting was agreed.</summary>
public class ZoneLawTests
{
    [Fact]
    public void The_local_time_that_was_agreed_stays_and_the_instant_moves()
    {
        var story = Story.Planned().Note(new MeetingDetailsChanged(Plan with { Fallback = Fallback }));
        var fact = Follow(story, Offset.FromHours(3));
        var plan = Assert.IsType<MeetingRescheduled>(fact).Plan;
        Assert.Equal((Plan.Local, Start - Duration.FromHours(1)), (plan.Local, plan.Start));
        Assert.Equal(
            (Fallback.Local, Fallback.Start - Duration.FromHours(1)),
            (plan.Fallback!.Local, plan.Fallback.Start)
        );
    }

    [Fact]
    public void Where_the_law_is_as_it_was_nothing_is_decided() =>
        Assert.Null(Follow(Story.Planned(), Offset.FromHours(2)));

    [Fact]
    public void An_hour_that_is_now_skipped_is_not_guessed() =>
        Assert.Null(Follow(Story.Planned(), new Jump(Start - Duration.FromMinutes(30))));

    [Fact]
    public void A_meeting_that_the_law_would_put_into_the_past_is_left_to_people()
    {
        var story = Story.Planned().At(Start - Duration.FromMinutes(30));
        var decision = Planning.FollowZoneLaw(
            story.Meeting,
            new OneZone(DateTimeZone.ForOffset(Offset.FromHours(3))),
            story.Now
        );
        Assert.Equal(Refusal.StartInThePast, Assert.IsType<Refused>(decision).Reason);
    }

    [Fact]
    public void A_meeting_under_way_is_where_it_is() => Assert.Null(Follow(Story.Opened(), Offset.FromHours(3)));

    private static MeetingEvent? Follow(Story story, Offset offset) => Follow(story, DateTimeZone.ForOffset(offset));

    private static MeetingEvent? Follow(Story story, DateTimeZone kyiv) =>
        Assert
            .IsType<Accepted>(Planning.FollowZoneLaw(story.Meeting, new OneZone(kyiv), story.Now))
            .Facts.SingleOrDefault();

    /// <summary>Clocks jump from two to four hours ahead of UTC at an instant.</summary>
    private sealed class Jump(Instant at) : DateTimeZone("Jump", false, Offset.FromHours(2), Offset.FromHours(4))
    {
        public override NodaTime.TimeZones.ZoneInterval GetZoneInterval(Instant instant) =>
            instant < at
                ? new("before", null, at, Offset.FromHours(2), Offset.Zero)
                : new("after", at, null, Offset.FromHours(4), Offset.Zero);
    }

    private sealed class OneZone(DateTimeZone zone) : IDateTimeZoneProvider
    {
        public string VersionId => "test";
        public System.Collections.ObjectModel.ReadOnlyCollection<string> Ids => new(["Europe/Kyiv"]);

        public DateTimeZone this[string id] => zone;

        public DateTimeZone GetSystemDefault() => zone;

        public DateTimeZone? GetZoneOrNull(string id) => zone;
    }
}
