using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Meetings;

/// <summary>Where two plans differ, in the reader's words: for the secretary who saved second, and for a meeting's history.</summary>
public static class PlanDifference
{
    public static IEnumerable<(string What, string Theirs, string Yours)> Between(
        MeetingPlan theirs,
        MeetingPlan yours,
        Texts texts,
        Times times
    )
    {
        var all = new[]
        {
            (texts["meeting.title"], Titles(theirs), Titles(yours)),
            (texts["meeting.kind"], texts.Of(theirs.Kind), texts.Of(yours.Kind)),
            (texts["meeting.when"], Time(theirs, times), Time(yours, times)),
            (texts["field.minutes"], $"{theirs.Minutes}", $"{yours.Minutes}"),
            (texts["fallback.title"], Fallback(theirs, times), Fallback(yours, times)),
            (texts["meeting.video_link"], theirs.VideoLink ?? "–", yours.VideoLink ?? "–"),
            (texts["meeting.agenda"], Agenda(theirs, texts), Agenda(yours, texts)),
            (texts["meeting.lobby"], Lobby(theirs, texts), Lobby(yours, texts)),
        };
        return all.Where(d => d.Item2 != d.Item3);
    }

    private static string Titles(MeetingPlan plan) => string.Join(" / ", plan.Title.Texts.Values);

    private static string Time(MeetingPlan plan, Times times) =>
        $"{times.At(plan.Start, plan.Zone)} ({times.Zone(plan.Zone)})";

    private static string Fallback(MeetingPlan plan, Times times) =>
        plan.Fallback is { } slot ? $"{times.At(slot.Start, slot.Zone)} ({times.Zone(slot.Zone)})" : "–";

    private static string Agenda(MeetingPlan plan, Texts texts) =>
        string.Join("; ", plan.Agenda.Select(a => $"{a.Title.In(texts.Language)} ({a.Minutes})"));

    private static string Lobby(MeetingPlan plan, Texts texts) =>
        texts[plan.AdmitAutomatically ? "meeting.lobby_off" : "meeting.lobby_on"];
}
