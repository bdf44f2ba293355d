using MeetingHub.Domain.Polls;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Shared.Languages;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>What pages and letters about a poll say of its times, in one reader's language.</summary>
public sealed class PollWords(Texts t, Times times)
{
    /// <summary>"10:00–11:00", with the end's day where that is another.</summary>
    public static string Clocks(Instant start, int minutes, string zone) =>
        $"{Times.ClockAt(start, zone)}–{Times.ClockAt(start + Duration.FromMinutes(minutes), zone)}";

    /// <summary>The same time elsewhere: its clock, and its day where that differs from the reader's.</summary>
    public string Elsewhere(Instant start, int minutes, string zone, string readersZone)
    {
        var day = Times.Local(start, zone).Date;
        var clocks = $"{times.Zone(zone)} {Clocks(start, minutes, zone)}";
        return day == Times.Local(start, readersZone).Date ? clocks : $"{clocks} ({times.DayAndMonth(day)})";
    }

    /// <summary>"Time difference Kyiv – New York: 6 h instead of the usual 7 h; only one side has changed its clocks."</summary>
    public string Gap(ClockGap gap) =>
        t["poll.gap", times.Zone(gap.Zone), times.Zone(gap.Other), Hours(gap.Hours), Hours(gap.Usual)];

    public IEnumerable<string> Gaps(string zone, IEnumerable<string> others, Instant at) =>
        ClockGap.Seen(zone, others, at).Select(Gap);

    /// <summary>Why an option stands where it stands: first what keeps people from it, then what speaks for it.</summary>
    public string Reason(Standing standing, int voters, Func<Guid, string> nameOf)
    {
        if (standing.Silent == voters)
            return t["poll.reason.silent"];
        if (!standing.IsFeasible)
            return t["poll.reason.hindered", string.Join(", ", standing.Hindered.Select(nameOf))];
        var first =
            standing.No > 0 ? t["poll.reason.some_cannot", standing.No]
            : standing.Silent > 0 ? t["poll.reason.nobody_refuses", standing.Silent]
            : standing.IfNeedBe > 0 ? t["poll.reason.all_if_need_be", standing.IfNeedBe]
            : t["poll.reason.all_can"];
        return standing.Hardest is { Burden: > 0 } or { IsCurfew: true } ? $"{first} {Hardest(standing)}" : first;
    }

    private string Hardest(Standing standing)
    {
        var place = standing.Hardest!;
        var clock = Times.Clock(place.From.TimeOfDay);
        return t[place.IsCurfew ? "poll.reason.curfew" : "poll.reason.hardest", times.Zone(place.Customs.Zone), clock];
    }

    private string Hours(Offset difference)
    {
        var minutes = Math.Abs(difference.Seconds) / 60;
        return minutes % 60 == 0
            ? (minutes / 60).ToString(t.Culture)
            : string.Create(t.Culture, $"{minutes / 60}:{minutes % 60:00}");
    }
}
