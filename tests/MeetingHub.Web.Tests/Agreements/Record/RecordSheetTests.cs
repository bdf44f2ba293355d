using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Agreements.Record;
using Xunit;

namespace MeetingHub.Web.Tests.Agreements.Record;

public class RecordSheetTests
{
    [Fact]
    public void The_whole_record_reads_as_the_meeting_went()
    {
        Assert.Equal(
            """
            # Протокол зустрічі
            ## Зустріч
            - Перша зустріч | Вид зустрічі: Звернення до ради | Дата: вівторок, 31 січня 2023 | Ізюмська міська територіальна громада: 15:02–16:40 (Київ) | Шеневʼєр-сюр-Марн: 14:02–15:40 (Париж) | Заплановано: 15:00–16:30 (Київ) · 14:00–15:30 (Париж) | Стан: завершена | Джерело: журнал зустрічі 00000001-0000-0000-0000-000000000000, до запису № 27 включно
            ## Присутні
            * Ізюмська міська територіальна громада
            - Олена Вигадана | голова делегації, уповноважений представник сторони | 14:55–16:40 (Київ) · 13:55–15:40 (Париж)
            - Петро Уявний | секретар | 14:55–16:40 (Київ) · 13:55–15:40 (Париж)
            - Запрошені, відсутні | Ірина Відсутня, учасник
            * Шеневʼєр-сюр-Марн
            - Claire Fictive | голова делегації, уповноважений представник сторони | 14:55–16:40 (Київ) · 13:55–15:40 (Париж)
            - Paul Imaginaire | учасник | 15:03–15:30 (Київ) · 14:03–14:30 (Париж)
            - Salle du conseil | екран у залі ради | 14:55–16:40 (Київ) · 13:55–15:40 (Париж)
            ## Порядок денний
            - 1. Вітання | Відведено часу: 10 хв | Розгляд розпочато: 15:03 (Київ) · 14:03 (Париж)
            - 2. Школи | Відведено часу: 40 хв | Розгляд розпочато: 15:15 (Київ) · 14:15 (Париж)
            ## Показані слайди
            * Ізюм: руйнування і відновлення
            - Ізюм, січень 2023 року | 15:02 (Київ) · 14:02 (Париж)
            - Школи | 15:16 (Київ) · 14:16 (Париж)
            ## Перерви
            - Повітряна тривога | 15:30–15:52 (Київ) · 14:30–14:52 (Париж)
            ## Запитання та відповіді
            - [fr] 1. Combien d’écoles sont détruites ? | Запитання від: Claire Fictive (Шеневʼєр-сюр-Марн), 16:05 (Київ) · 15:05 (Париж) | Відповідь надано: 16:08 (Київ) · 15:08 (Париж) | Відповідь: П’ять.
            ## Домовленості
            - 1. Надіслати двох фахівців для обстеження шкіл | Стан: погоджено обома сторонами | Відповідальна сторона: Шеневʼєр-сюр-Марн | Виконавець: технічна служба | Строк: 15 бер. 2023 | Потребує рішення ради | Підтверджено, Ізюмська міська територіальна громада: Олена Вигадана, 16:25 (Київ) · 15:25 (Париж) | Підтверджено, Шеневʼєр-сюр-Марн: Claire Fictive, 3 лют. 2023, 16:00 (Київ) · 15:00 (Париж) | Код цієї редакції: HASH1
            - [fr] 2. Envoyer la liste des fenêtres à remplacer | Тексту цією мовою ще немає. | Стан: запропоновано, ще не погоджено | Відповідальна сторона: Ізюмська міська територіальна громада | Виконавець: відділ освіти | Строк: — | Підтверджено, Ізюмська міська територіальна громада: ще не підтверджено | Підтверджено, Шеневʼєр-сюр-Марн: ще не підтверджено | Код цієї редакції: HASH2
            ## Зауваження секретарів
            - Час уточнено. | До розділу: Порядок денний | Автор зауваження: Петро Уявний (Ізюмська міська територіальна громада), 3 лют. 2023, 17:00 (Київ) · 16:00 (Париж)
            """.Replace("HASH1", Sitting.ExpertsWording.Hash(), StringComparison.Ordinal).Replace(
                "HASH2",
                Sitting.WindowsWording.Hash(),
                StringComparison.Ordinal
            ),
            Outline(Sitting.Held().Sheet("uk"))
        );
    }

    [Fact]
    public void The_partner_reads_the_same_entries_in_the_same_order()
    {
        var sitting = Sitting.Held();
        var (uk, fr) = (sitting.Sheet("uk"), sitting.Sheet("fr"));

        Assert.Equal("Relevé de décisions", fr.Title);
        Assert.Equal(Ids(uk), Ids(fr));
        Assert.Contains(
            fr.Section("action_items").Entries[0].Lines,
            l => l.Value.Text == "Sous réserve de délibération du conseil"
        );
    }

    [Fact]
    public void A_title_that_nobody_translated_says_in_which_language_it_is() =>
        Assert.Equal(new SheetText("Школи", "uk"), Sitting.Held().Sheet("fr").Section("slides").Entries[2].Lead);

    [Fact]
    public void Each_side_signs_through_the_representative_it_has()
    {
        var sitting = Sitting.Held().At(90, 0, new RepresentativeNamed(Side.Host, Sitting.HostDeputy));

        Assert.Equal(["Ірина Відсутня", "Claire Fictive"], sitting.Sheet("uk").Signatures.Select(s => s.Name));
    }

    [Fact]
    public void A_side_without_a_head_leaves_the_name_to_be_written_by_hand()
    {
        var sitting = Sitting.Held().At(90, 0, new PersonUninvited(Sitting.HostHead));

        Assert.Null(sitting.Sheet("uk").Signatures[0].Name);
    }

    [Fact]
    public void A_line_lost_for_some_seconds_is_no_absence()
    {
        var sitting = Sitting
            .Scheduled()
            .At(13, 0, new MeetingOpened(), Sitting.Came(Sitting.HostHead))
            .At(13, 10, Sitting.Left(Sitting.HostHead), Sitting.Came(Sitting.HostHead))
            .At(13, 20, Sitting.Left(Sitting.HostHead))
            .At(13, 25, Sitting.Came(Sitting.HostHead));

        Assert.Equal(
            ["15:00–15:20 (Київ) · 14:00–14:20 (Париж)", "від 15:25 (Київ) · від 14:25 (Париж)"],
            sitting.Sheet("uk").Section("present").Entries[1].Lines.Skip(1).Select(l => Spaced(l.Value.Text))
        );
    }

    [Fact]
    public void A_meeting_that_ended_after_midnight_says_the_other_day()
    {
        var sitting = Sitting.Scheduled().At(21, 30, new MeetingOpened()).At(22, 30, new MeetingClosed());

        Assert.Contains(
            sitting.Sheet("fr").Section("meeting").Entries[0].Lines,
            l => Spaced(l.Value.Text) == "23:30–1 févr. 2023, 00:30 (Kyïv)"
        );
    }

    [Fact]
    public void Before_it_was_held_the_record_is_the_plan()
    {
        var sheet = Sitting.Scheduled().Sheet("fr");

        Assert.Contains(sheet.Section("meeting").Entries[0].Lines, l => Spaced(l.Value.Text) == "15:00–16:30 (Kyïv)");
        Assert.Equal("Aucune question posée.", sheet.Section("questions").WhenEmpty);
    }

    [Fact]
    public void A_person_whose_name_was_erased_is_a_dash()
    {
        var sitting = Sitting.Held();
        sitting.Names.Remove(Sitting.PartnerMayor);

        Assert.Contains(
            sitting.Sheet("uk").Section("questions").Entries[0].Lines,
            l => l.Value.Text.StartsWith("— (Шеневʼєр-сюр-Марн)", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_text_of_the_sheet_is_a_key()
    {
        foreach (var language in Language.All)
            Assert.DoesNotMatch(
                @"\b(record|zone|\w+_(kind|status|role|reason))\.\w",
                Outline(Sitting.Held().Sheet(language))
            );
    }

    [Fact]
    public void Sides_in_one_zone_are_told_one_time()
    {
        var sitting = Sitting.Held();
        sitting.Partner.Zone = "Europe/Kiev";

        Assert.Equal(
            "15:30–15:52 (Київ)",
            Spaced(sitting.Sheet("uk").Section("pauses").Entries[0].Lines[0].Value.Text)
        );
    }

    private static IEnumerable<(string, Guid?)> Ids(RecordSheet sheet) =>
        sheet.Sections.SelectMany(s => s.Entries.Select(e => (s.Code, e.Id)));

    private static string Outline(RecordSheet sheet)
    {
        List<string> lines = [$"# {sheet.Title}"];
        foreach (var section in sheet.Sections)
        {
            lines.Add($"## {section.Title}");
            lines.AddRange(section.Entries.Select(e => string.Join(" | ", Told(sheet, e))));
        }

        return Spaced(string.Join('\n', lines));
    }

    private static IEnumerable<string> Told(RecordSheet sheet, SheetEntry entry)
    {
        var foreign = entry.Lead.Language == sheet.Language ? "" : $"[{entry.Lead.Language}] ";
        yield return $"{(entry.IsGroup ? "*" : "-")} {foreign}{entry.Lead.Text}";
        foreach (var line in entry.Lines)
            yield return line.Label is null ? line.Value.Text : $"{line.Label}: {line.Value.Text}";
    }

    private static string Spaced(string text) => text.Replace('\u00A0', ' ');
}
