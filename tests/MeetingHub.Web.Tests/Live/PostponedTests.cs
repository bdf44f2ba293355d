using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Live;
using MeetingHub.Web.Log;
using MeetingHub.Web.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Live;

public sealed class PostponedTests : IDisposable
{
    private readonly Hall hall = new();

    public void Dispose() => hall.Dispose();

    [Fact]
    public async Task Everyone_in_the_room_hears_when_it_goes_on_and_folds_it_as_the_server_does()
    {
        var demo = await hall.DemoMeeting();
        var secretary = Hall.Secretary(demo, Side.Host);
        var secretariat = hall.Services.GetRequiredService<Secretariat>();
        var slot = new FallbackSlot(
            demo.Plan.Local.PlusDays(2),
            demo.Plan.Zone,
            demo.Plan.Start + Duration.FromDays(2)
        );
        var plan = demo.Plan with { Fallback = slot };
        await secretariat.Revise(demo.Id, secretary, Guid.NewGuid(), demo.PlanRevision, plan);
        await Do(demo, m => Attending.Open(m, secretary));

        var seats = new[] { SeatRole.Head, SeatRole.Participant }.Select(r => Hall.Someone(demo, Side.Partner, r));
        var visitors = new List<Visitor>();
        foreach (var seat in seats)
            visitors.Add(await hall.Enter(demo, await hall.LinkFor(demo, seat)));
        await Do(demo, m => Attending.Pause(m, secretary, PauseReason.AirRaidAlert));
        await secretariat.MoveToFallback(demo.Id, secretary, Guid.NewGuid());

        var after = await hall.DemoMeeting();
        foreach (var visitor in visitors)
        {
            var told = await visitor.Hears("meeting_postponed");
            Assert.DoesNotContain("video.example", told.Fact!.Text, StringComparison.Ordinal);
            while (visitor.Told.Count == 0 || visitor.Told[^1].Seq < after.Seq)
                await Task.Yield();
            var fold = new BrowserFold();
            fold.Enter(visitor.Joined);
            foreach (var one in visitor.Told)
                fold.Hear(one);
            Assert.False(fold.HasGap);
            Assert.Equal(Fingerprint.Of(LiveState.Of(after)), fold.Fingerprint);
            Assert.Equal(
                ("scheduled", $"{slot.Local:uuuu'-'MM'-'dd'T'HH':'mm':'ss}"),
                (fold.Text("status"), fold.Text("goesOn", "local"))
            );
            await visitor.DisposeAsync();
        }
    }

    [Fact]
    public void The_browser_folds_every_step_of_it_as_the_server_does()
    {
        var plan = new MeetingPlan(
            Domain.Languages.LocalText.Of(("fr", "Rencontre")),
            MeetingKind.WorkingMeeting,
            new LocalDateTime(2027, 1, 20, 15, 0),
            "Europe/Kyiv",
            Instant.FromUtc(2027, 1, 20, 13, 0),
            60,
            [],
            null,
            true
        );
        MeetingEvent[] story =
        [
            new MeetingOpened(),
            new SlidesTaken(Guid.NewGuid(), 1),
            new MeetingPaused(PauseReason.AirRaidAlert),
            new MeetingPostponed(plan with { Local = plan.Local.PlusDays(2) }),
            new MeetingRescheduled(plan with { Local = plan.Local.PlusDays(3) }),
            new MeetingOpened(),
            new MeetingRescheduled(plan with { Local = plan.Local.PlusDays(4) }),
            new MeetingPostponed(plan),
            new MeetingCancelled(null),
        ];
        var at = Instant.FromUtc(2027, 1, 20, 13, 0);
        var meeting = new Meeting(Guid.NewGuid()).Apply(
            new Recorded(1, at, null, new MeetingScheduled(Guid.NewGuid(), Guid.NewGuid(), "uk", "fr", plan))
        );
        var fold = new BrowserFold();
        fold.Enter(
            new Joined(true, null, false, "e", 1, at, new RawJson(EventJson.Write(LiveState.Of(meeting))), null, null)
        );
        foreach (var fact in story)
        {
            var recorded = new Recorded(meeting.Seq + 1, at + Duration.FromSeconds(meeting.Seq), null, fact);
            meeting = meeting.Apply(recorded);
            fold.Hear(Broadcaster.Tell("e", recorded));
            Assert.Equal(EventJson.Write(LiveState.Of(meeting)), fold.Whole(EventJson.Write(LiveState.Of(meeting))));
        }
    }

    private async Task Do(Meeting meeting, Func<Meeting, Decision> decide) =>
        Assert.Null((await hall.Log.Do(meeting.Id, new Command(null, (m, _) => decide(m)))).Refusal);
}
