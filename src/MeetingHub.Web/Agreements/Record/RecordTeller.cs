using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using NodaTime;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>
/// Says the facts of one meeting in one language. Times are given in both sides' zones, each with its place, so that a
/// single line quoted from the record cannot be misread by the other side.
/// </summary>
internal sealed class RecordTeller(
    Minutes minutes,
    IReadOnlyDictionary<Guid, string> names,
    Community host,
    Community partner,
    string language
)
{
    public const string Dash = "—";

    private readonly IReadOnlyList<string> zones =
    [
        .. new[] { host.Zone, partner.Zone }.DistinctBy(LocalSlot.Canonical),
    ];

    public Minutes Minutes => minutes;
    public Meeting Meeting => minutes.Meeting;
    public Texts Texts { get; } = Texts.In(language);
    public Times Times { get; } = Times.In(language);
    public IReadOnlyList<string> Zones => zones;
    public Instant Begin => Meeting.OpenedAt ?? Meeting.Plan.Start;

    public Community CommunityOf(Side side) => side == Side.Host ? host : partner;

    public string CommunityName(Side side) => CommunityOf(side).Name.In(language);

    public string NameOf(Guid seat) => names.GetValueOrDefault(seat, Dash);

    public string NameAndSide(Guid seat) =>
        Meeting.Seats.TryGetValue(seat, out var known) ? $"{NameOf(seat)} ({CommunityName(known.Side)})" : NameOf(seat);

    public SheetText Own(string text) => new(text, language);

    /// <summary>The text in the sheet's language, or another one that says which it is.</summary>
    public SheetText Say(LocalText text, string before = "")
    {
        var said = text.In(language);
        var spoken = text.Has(language) ? language : text.Texts.FirstOrDefault(t => t.Value == said).Key;
        return new SheetText(before + said, spoken ?? language);
    }

    public SheetLine Line(string? label, string value) => new(label is null ? null : Texts[label], Own(value));

    public SheetSection Section(string code, IEnumerable<SheetEntry> entries)
    {
        List<SheetEntry> all = [.. entries];
        return new(code, Texts[$"record.section.{code}"], all.Count == 0 ? Texts[$"record.none.{code}"] : null, all);
    }

    /// <summary>In both zones; another day than the meeting's is said once where it is the same day on both sides.</summary>
    public string At(Instant instant)
    {
        var isOneDay = zones.Select(z => Times.Local(instant, z).Date).Distinct().Count() == 1;
        return string.Join(
            " · ",
            zones.Select((z, i) => Placed(i > 0 && isOneDay ? Times.ClockAt(instant, z) : In(instant, z), z))
        );
    }

    public string Between(Instant from, Instant? to) =>
        string.Join(" · ", zones.Select(z => Placed(Between(from, to, z), z)));

    /// <summary>A time and its place are never torn apart at a line's end.</summary>
    public string Placed(string time, string zone) => $"{time}\u00A0({Times.Zone(zone)})";

    public string Between(Instant from, Instant? to, string zone) =>
        to is { } end ? $"{In(from, zone)}–{In(end, zone)}" : Texts["record.since", In(from, zone)];

    // The day is said only where it is not the meeting's own: a confirmation comes a week later, a meeting ends after midnight.
    private string In(Instant instant, string zone) =>
        Times.Local(instant, zone).Date == Times.Local(Begin, zone).Date
            ? Times.ClockAt(instant, zone)
            : Times.ShortAt(instant, zone);
}
