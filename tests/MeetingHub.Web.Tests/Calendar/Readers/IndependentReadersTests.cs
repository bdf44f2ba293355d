using CsCheck;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Calendar;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar.Readers;

/// <summary>Whatever we send means the same to readers that know nothing of us: ical.js, icalendar and dateutil.</summary>
public class IndependentReadersTests
{
    private static readonly string[] OfAnInvitation =
    [
        "ATTENDEE",
        "CONFERENCE",
        "DESCRIPTION",
        "DTEND",
        "DTSTAMP",
        "DTSTART",
        "LOCATION",
        "ORGANIZER",
        "SEQUENCE",
        "STATUS",
        "SUMMARY",
        "TRANSP",
        "UID",
        "URL",
    ];

    public static TheoryData<string> Readers => ["ical.js", "icalendar and dateutil"];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task An_invitation_in_any_zone_is_at_the_instant_that_was_meant(string reader)
    {
        var cards = DateTimeZoneProviders
            .Tzdb.Ids.SelectMany(zone =>
                new[] { Cards.Balakliia, Cards.Balakliia with { Start = Instant.FromUtc(2027, 7, 6, 12, 30) } }.Select(
                    card => card with { ZoneId = zone }
                )
            )
            .ToList();

        var read = await Read(reader, cards.Select(InvitationCalendar.Write));

        foreach (var (card, calendar) in cards.Zip(read))
            Assert.Equal([(card.Start, card.Start, card.Start + card.Length)], calendar.Meetings);
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task An_invitation_its_update_and_its_cancellation_say_what_the_card_says(string reader)
    {
        InvitationCard[] cards =
        [
            Cards.Balakliia,
            Cards.Balakliia with
            {
                Sequence = 0,
                AttendeeName = "В'ячеслав Лук’яненко",
                Summary = "Réunion : l’école, « Œuvre » 🏥",
                Language = "fr",
            },
            Cards.Balakliia with
            {
                Sequence = 3,
                Stamp = Cards.Balakliia.Stamp + Duration.FromSeconds(1),
            },
            Cards.Balakliia with
            {
                Sequence = 4,
                IsCancelled = true,
            },
            Cards.Balakliia with
            {
                OrganizerAddress = "o.kovalenko@пошта.укр",
                SentByAddress = "hub@hub.example",
            },
            Cards.Balakliia with
            {
                Summary = string.Concat(Enumerable.Repeat("щоденник; 🏥, \\ ", 30)) + ".",
            },
        ];

        var read = await Read(reader, cards.Select(InvitationCalendar.Write));

        foreach (var (card, calendar) in cards.Zip(read))
        {
            Assert.Equal(card.Method, calendar.Method);
            var part = Assert.Single(calendar.Parts);
            ReadParts.Says(card, part);
            Assert.Equal(OfAnInvitation, part.Names);
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Any_series_has_the_meetings_that_were_planned_and_no_others(string reader)
    {
        var series = Drawn();

        var read = await Read(reader, series.Select(SeriesCalendar.Write));

        foreach (var (card, calendar) in series.Zip(read))
        {
            var (meant, found) = (Told(card, AnySeries.Meetings(card)), Told(card, calendar.Meetings));
            Assert.True(
                meant.SequenceEqual(found),
                $"{card.Rule}, {card.Usual.Length}, but {string.Join("; ", card.Exceptions.Select(e => e.Day))}\n"
                    + $"Meant: {string.Join('\n', meant.Except(found))}\nRead: {string.Join('\n', found.Except(meant))}"
            );
            Assert.Equal("REQUEST", calendar.Method);
            Assert.Equal([MeetingUid.Of(card.Usual.MeetingId)], calendar.Parts.Select(p => p.Uid).Distinct());
            ReadParts.Says(card.Usual, calendar.Parts[0]);
            string[] known = [.. OfAnInvitation, "RRULE", "EXDATE", "DURATION"];
            Assert.Empty(calendar.Parts[0].Names.Except(known, StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task One_meeting_of_a_series_is_moved_or_cancelled_alone(string reader)
    {
        var letters = Drawn().SelectMany(s => s.Exceptions.Select(e => (Series: s, One: e))).ToList();
        Assert.True(letters.Count > 100);

        var read = await Read(reader, letters.Select(l => SeriesCalendar.WriteOne(l.Series, l.One)));

        foreach (var ((series, one), calendar) in letters.Zip(read))
        {
            Assert.Equal(one.Card.IsCancelled ? "CANCEL" : "REQUEST", calendar.Method);
            var original = series.Rule.On(one.Day).Start;
            Assert.Equal(
                Told(series, [(original, one.Card.Start, one.Card.Start + one.Card.Length)]),
                Told(series, calendar.Meetings)
            );
            var part = Assert.Single(calendar.Parts);
            ReadParts.Says(series.Written(one), part);
            Assert.Equal([.. OfAnInvitation.Append("RECURRENCE-ID").Order(StringComparer.Ordinal)], part.Names);
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_feed_has_every_meeting_once_and_no_people(string reader)
    {
        var entries = DateTimeZoneProviders
            .Tzdb.Ids.Select(
                (zone, i) =>
                    Cards.Entry(
                        Instant.FromUtc(2026, 11, 23, 9, 0) + Duration.FromHours(60 * i),
                        zone,
                        $"Нарада {i}"
                    ) with
                    {
                        IsCancelled = i % 5 == 0,
                        Sequence = i,
                    }
            )
            .ToList();

        var calendar = Assert.Single(await Read(reader, [FeedCalendar.Write("Балаклія", entries)]));

        Assert.Equal("PUBLISH", calendar.Method);
        Assert.Equal(entries.Select(e => (e.Start, e.Start, e.Start + e.Length)).Order(), calendar.Meetings);
        Assert.Equal(calendar.Zones.Count, calendar.Zones.Distinct(StringComparer.Ordinal).Count());
        foreach (var (entry, part) in entries.Zip(calendar.Parts))
        {
            Assert.Equal(
                (
                    MeetingUid.Of(entry.MeetingId),
                    entry.Sequence,
                    entry.Summary,
                    entry.IsCancelled ? "CANCELLED" : "CONFIRMED"
                ),
                (part.Uid, part.Sequence, part.Summary, part.Status)
            );
            Assert.Equal(OfAnInvitation.Except(["ATTENDEE", "ORGANIZER"], StringComparer.Ordinal), part.Names);
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Tasks_are_due_on_their_day_and_stand_as_they_do_in_the_register(string reader)
    {
        var items = Enum.GetValues<TodoStatus>()
            .Select(status => new TodoEntry(
                Guid.NewGuid(),
                Instant.FromUtc(2026, 9, 1, 7, 30),
                $"Кошторис; {status}",
                "Рядок один\nрядок два",
                status == TodoStatus.Cancelled ? null : new LocalDate(2026, 11, 30),
                status,
                new Uri("https://hub.example/actions/1")
            ))
            .ToList();

        var calendar = Assert.Single(await Read(reader, [TodoCalendar.Write(items)]));

        Assert.Null(calendar.Method);
        foreach (var (item, part) in items.Zip(calendar.Parts))
        {
            Assert.Equal(
                ("VTODO", $"{item.Id:N}@meetinghub", item.Summary, item.Description, item.Url.ToString()),
                (part.Kind, part.Uid, part.Summary, part.Description, part.Url)
            );
            Assert.Equal(item.Due is null ? null : "2026-11-30", part.Due);
        }

        Assert.Equal(["NEEDS-ACTION", "IN-PROCESS", "COMPLETED", "CANCELLED"], calendar.Parts.Select(p => p.Status!));
    }

    // Which instant a skipped or doubled hour of the rule is, readers disagree: why such a meeting is written by itself in UTC.
    private static List<(Instant? Original, Instant Start, Instant End)> Told(
        SeriesCard series,
        IEnumerable<(Instant Original, Instant Start, Instant End)> meetings
    )
    {
        var ordinary = series.Rule.Occurrences().Where(o => o.IsOrdinary).Select(o => o.Start).ToHashSet();
        return
        [
            .. meetings
                .Select(m => (ordinary.Contains(m.Original) ? m.Original : (Instant?)null, m.Start, m.End))
                .OrderBy(m => m.Start)
                .ThenBy(m => m.Item1),
        ];
    }

    // Drawn anew each time: what fails names its rule.
    private static List<SeriesCard> Drawn()
    {
        var drawn = AnySeries.OverOddNights().ToList();
        AnySeries.Cards.Sample(drawn.Add, iter: 200, threads: 1);
        return drawn;
    }

    private static Task<IReadOnlyList<ReadCalendar>> Read(string reader, IEnumerable<string> calendars) =>
        Reader.All.Single(r => r.Name == reader).Read(calendars);
}
