using BenchmarkDotNet.Attributes;
using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;

namespace MeetingHub.Benchmarks.Micro;

/// <summary>What the domain costs by itself, without a disk or a line.</summary>
[MemoryDiagnoser]
public class PureParts
{
    private readonly IReadOnlyList<Recorded> log = LongMeeting.Facts(5000);
    private Meeting meeting = null!;
    private Caller presenter = null!;

    [GlobalSetup]
    public void Fold()
    {
        meeting = Meeting.Of(LongMeeting.Id, log);
        presenter = new Caller(meeting.Seats[LongMeeting.Presenter].PersonId, LongMeeting.Presenter, Side.Host, false);
    }

    [Benchmark]
    public Decision Decide_on_a_slide() => Presenting.ShowSlide(meeting, presenter, 1, "slide-39", 2);

    [Benchmark]
    public Meeting Fold_5000_facts() => Meeting.Of(LongMeeting.Id, log);

    [Benchmark]
    public string Snapshot_and_fingerprint() => Fingerprint.Of(LiveState.Of(meeting));
}
