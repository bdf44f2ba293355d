using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Calendar;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Series;

/// <summary>Words the one letter that invites to a series, and the one that ends it.</summary>
public sealed class SeriesLetterWriter(
    MeetingLog log,
    IDbContextFactory<HubDb> databases,
    LinkSeal seal,
    Addresses addresses,
    IOptions<MailSettings> mail,
    LetterHtml html
) : ILetterWriter
{
    public bool Writes(LetterKind kind) => kind is LetterKind.SeriesInvitation or LetterKind.SeriesCancellation;

    public async Task<Letter?> Write(OutboxMessage message, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == message.PersonId, stop);
        if (person?.Email is not { Length: > 0 } address)
            return null;
        if (await SeriesView.Load(db, log, message.SubjectId!.Value, stop) is not { } series)
            return null;

        var isEnd = message.Kind == LetterKind.SeriesCancellation;
        var link = message.Secret is { } secret ? new Uri($"{addresses.Root}/s/{seal.Open(secret)}") : null;
        var content = new SeriesLetterContent(series.For(person.Id), person, link, isEnd);
        var calendar = Calendar(content);
        return new Letter(
            message.Id,
            person.Name,
            address,
            null,
            content.Subject,
            content.Text(),
            await html.Of<SeriesLetterBody>(content),
            calendar.Text,
            calendar.Method
        );
    }

    // Where meetings have been held the series is shortened: a CANCEL would strike those out of people's calendars too.
    private (string Text, string Method) Calendar(SeriesLetterContent letter)
    {
        var series = letter.Series;
        var isWhollyCancelled = letter.IsEnd && series.Held.Count == 0;
        var last = letter.IsEnd && !isWhollyCancelled ? series.Held[^1].Rule.Local.Date : (LocalDate?)null;
        var rule = last is { } day ? series.Row.Rule with { Count = null, Until = day } : series.Row.Rule;
        var told = series.Items.Where(i => last is null || i.Rule.Local.Date <= last);
        var exceptions = told.Where(i => !isWhollyCancelled && (i.IsCancelled || i.IsException));
        var usual = series.Row.Usual(Card(letter, null)) with { IsCancelled = isWhollyCancelled };
        var card = new SeriesCard(
            usual,
            rule,
            [
                .. exceptions.Select(i => new ExceptionalMeeting(
                    i.Place.Original.Date,
                    Card(letter, i.Meeting) with
                    {
                        IsCancelled = i.IsCancelled,
                    }
                )),
            ]
        );
        return (SeriesCalendar.Write(card), usual.Method);
    }

    private InvitationCard Card(SeriesLetterContent letter, Meeting? meeting)
    {
        var (row, reader) = (letter.Series.Row, letter.Reader);
        return new InvitationCard(
            row.Id,
            meeting?.CalendarSequence ?? row.Sequence,
            meeting?.CalendarStamp ?? row.Stamp,
            meeting?.Status == MeetingStatus.Cancelled,
            meeting?.Plan.Start ?? row.Rule.Occurrences()[0].Start,
            Duration.FromMinutes(meeting?.Plan.Minutes ?? row.Minutes),
            meeting?.Plan.Zone ?? row.Zone,
            (meeting?.Plan.Title ?? row.Title).In(reader.Language),
            letter.Text(),
            (meeting is null ? row.VideoLink : meeting.Plan.VideoLink) ?? "",
            letter.Link ?? new Uri(addresses.Root),
            mail.Value.FromName,
            mail.Value.FromAddress,
            reader.Name,
            reader.Email!,
            reader.Language
        );
    }
}

/// <summary>All that a letter about a series says, in the reader's language and zone.</summary>
public sealed record SeriesLetterContent(SeriesView Series, Person Reader, Uri? Link, bool IsEnd)
{
    private const int MostDates = 15;

    public Texts Texts { get; } = Texts.In(Reader.Language);
    public Times Times { get; } = Times.In(Reader.Language);

    public string Title => Series.Row.Title.In(Reader.Language);

    public string Subject => Texts[IsEnd ? "series.letter.subject_end" : "series.letter.subject", Title];

    public string Opening => Texts[IsEnd ? "series.letter.opening_end" : "series.letter.opening", Reader.Name];

    public string Rule => new SeriesWords(Texts, Times).Rule(Series.Row.Rule);

    public IEnumerable<string> Anchor =>
        IsEnd || Series.Row.IsRotated
            ? []
            : new SeriesWords(Texts, Times).Anchor(
                Series.Row.Rule,
                [.. Series.Held.Select(i => i.Start)],
                [Series.Host.Zone, Series.Partner.Zone, Reader.Zone]
            );

    public IReadOnlyList<string> Dates =>
        IsEnd
            ? []
            :
            [
                .. Series
                    .Held.Take(MostDates)
                    .Select(i => $"{Times.At(i.Start, Reader.Zone)} ({Times.Zone(Reader.Zone)})"),
            ];

    public string Text()
    {
        List<string> lines = [Opening, "", Title, Rule, .. Anchor, ""];
        lines.AddRange(Dates.Select(d => $"– {d}"));
        if (Series.Held.Count > MostDates && !IsEnd)
            lines.Add(Texts["series.letter.more", Series.Held.Count - MostDates]);
        if (IsEnd && Series.Row.CancelReason is { } reason)
            lines.Add(Texts["letter.reason", reason]);
        if (Link is { } link)
            lines.AddRange(["", Texts["letter.link"], link.ToString(), Texts["letter.link_is_yours"]]);
        if (Series.Row.VideoLink is { } video)
            lines.AddRange(["", Texts["letter.video", video]]);
        return string.Join('\n', lines).TrimEnd();
    }
}
