using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>How the meeting went: what was taken up, what was shown, and where it paused.</summary>
internal static class CourseSections
{
    public static SheetSection Agenda(RecordTeller teller)
    {
        var taken = teller.Minutes.Agenda.ToLookup(a => a.AgendaItemId, a => a.From);
        return teller.Section(
            "agenda",
            teller.Meeting.Plan.Agenda.Select(
                (item, i) =>
                    new SheetEntry(
                        teller.Say(item.Title, $"{i + 1}. "),
                        [
                            teller.Line("record.agenda.planned", teller.Texts["record.minutes", item.Minutes]),
                            teller.Line(
                                "record.agenda.taken",
                                taken.Contains(item.Id)
                                    ? string.Join("; ", taken[item.Id].Select(teller.At))
                                    : teller.Texts["record.agenda.not_taken"]
                            ),
                        ],
                        item.Id
                    )
            )
        );
    }

    public static SheetSection Slides(RecordTeller teller, IReadOnlyDictionary<string, DeckTitles> decks) =>
        teller.Section("slides", Shown(teller, decks));

    public static SheetSection Pauses(RecordTeller teller) =>
        teller.Section(
            "pauses",
            [
                .. teller.Minutes.Pauses.Select(p => new SheetEntry(
                    teller.Own(teller.Texts.Of(p.Reason)),
                    [teller.Line(null, teller.Between(p.From, p.To))]
                )),
                .. teller.Minutes.Postponements.Select(p => new SheetEntry(
                    teller.Own(teller.Texts["record.cut_off"]),
                    [
                        teller.Line("record.cut_off.at", teller.At(p.At)),
                        teller.Line("record.cut_off.to", teller.At(p.To)),
                    ]
                )),
            ]
        );

    private static IEnumerable<SheetEntry> Shown(RecordTeller teller, IReadOnlyDictionary<string, DeckTitles> decks)
    {
        string? version = null;
        foreach (var slide in teller.Minutes.Slides)
        {
            var titles = decks.GetValueOrDefault(slide.Version);
            if (slide.Version != version)
                yield return new SheetEntry(teller.Say(DeckTitle(teller, slide, titles)), [], IsGroup: true);
            version = slide.Version;

            var title = titles?.Slides.GetValueOrDefault(slide.SlideId) ?? LocalText.Empty;
            yield return new SheetEntry(
                title.IsEmpty ? teller.Own(slide.SlideId) : teller.Say(title),
                [teller.Line(null, teller.At(slide.From))]
            );
        }
    }

    private static LocalText DeckTitle(RecordTeller teller, SlideSeen slide, DeckTitles? titles) =>
        titles?.Deck is { IsEmpty: false } known ? known
        : teller.Meeting.Deck is { Title.IsEmpty: false } placed && placed.Version == slide.Version ? placed.Title
        : LocalText.Of((Language.English, slide.Version));
}
