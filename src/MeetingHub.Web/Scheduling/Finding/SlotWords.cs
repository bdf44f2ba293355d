using MeetingHub.Domain.Time.Search;
using MeetingHub.Web.Scheduling.Polls;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Scheduling.Finding;

/// <summary>Says in plain words why a time is offered.</summary>
public sealed class SlotWords(Texts t, Times times, IReadOnlyDictionary<Customs, string> places)
{
    private const int Serious = 240;

    public string Place(Customs customs) => places[customs];

    public string Zone(Customs customs) => times.Zone(customs.Zone);

    public static string Clocks(PlaceMoment moment) =>
        $"{Times.Clock(moment.From.TimeOfDay)}–{Times.Clock(moment.To.TimeOfDay)}";

    public string Day(PlaceMoment moment) => times.Day(moment.From.Date);

    /// <summary>How hard it is on a place: a word that stands beside its clock.</summary>
    public string Weight(PlaceMoment moment) =>
        moment.IsCurfew ? t["suitability.curfew"]
        : moment.Burden == 0 ? t["suitability.working_hours"]
        : moment.Customs.Day(moment.From.Date).IsOff ? t["find.day_off"]
        : moment.Burden >= Serious + 60 ? t["find.night"]
        : t["suitability.outside_working_hours"];

    public IEnumerable<string> Reasons(SlotView view, IReadOnlyDictionary<Guid, string> names)
    {
        var hardest = view.Places.MaxBy(p => p.Burden)!;
        yield return hardest.Burden == 0
            ? t["find.reason.all_work"]
            : t["find.reason.hardest", Place(hardest.Customs), Clocks(hardest)];
        foreach (var (customs, holiday) in view.Avoided)
            yield return t[
                "find.reason.avoided",
                holiday.Name.In(t.Language),
                times.Weekday(holiday.Day),
                Zone(customs)
            ];
        foreach (var (customs, soft) in view.Soft)
        {
            yield return soft.Kind == SoftKind.PowerCut
                ? t["find.reason.power", Place(customs), soft.Confidence]
                : t["find.reason.advisory", Holidays(customs, view), Zone(customs)];
        }

        var zones = view.Places.Select(p => p.Customs.Zone).ToList();
        foreach (var gap in new PollWords(t, times).Gaps(zones[0], zones.Skip(1), view.Slot.Start))
            yield return gap;
        foreach (var id in view.Missing)
            yield return t["find.reason.missing", names[id]];
    }

    private string Holidays(Customs customs, SlotView view) =>
        string.Join(
            ", ",
            customs
                .HolidaysOn(view.Places.First(p => p.Customs == customs).From.Date)
                .Select(h => h.Name.In(t.Language))
        );
}
