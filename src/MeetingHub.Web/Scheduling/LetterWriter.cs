using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
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

namespace MeetingHub.Web.Scheduling;

/// <summary>Words a letter from the meeting as it stood when the letter came to be owed, in the reader's language and zone.</summary>
public sealed class LetterWriter(
    MeetingLog log,
    IDbContextFactory<HubDb> databases,
    LinkSeal seal,
    Addresses addresses,
    IOptions<MailSettings> mail,
    LetterHtml html
) : ILetterWriter
{
    public bool Writes(LetterKind kind) =>
        kind is LetterKind.Invitation or LetterKind.Update or LetterKind.Cancellation;

    /// <summary>The letter, or null when there is nobody to write to any more (erased, or without an address).</summary>
    public async Task<Letter?> Write(OutboxMessage message, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == message.PersonId, stop);
        if (person?.Email is not { Length: > 0 } address)
            return null;

        var id = message.MeetingId!.Value;
        var facts = await log.Read(id, stop: stop);
        var meeting = Meeting.Of(id, facts.TakeWhile(f => f.Seq <= message.AtSeq));
        var communities = await db
            .Communities.Where(c => c.Id == meeting.HostId || c.Id == meeting.PartnerId)
            .AsNoTracking()
            .ToDictionaryAsync(c => c.Id, stop);
        var link = message.Secret is { } secret ? addresses.Invitation(seal.Open(secret)) : null;
        var content = new LetterContent(
            message.Kind,
            meeting,
            person,
            communities[meeting.HostId],
            communities[meeting.PartnerId],
            link
        );
        var text = LetterText.Of(content);
        return new Letter(
            message.Id,
            person.Name,
            address,
            null,
            LetterText.Subject(content),
            text,
            await html.Of<LetterBody>(content),
            await Calendar(db, Card(content, text, mail.Value, addresses.Root), meeting, stop),
            message.Kind == LetterKind.Cancellation ? "CANCEL" : "REQUEST"
        );
    }

    internal static InvitationCard Card(LetterContent letter, string text, MailSettings sender, string root) =>
        new(
            letter.Meeting.Id,
            letter.Meeting.CalendarSequence,
            letter.Meeting.CalendarStamp,
            letter.Kind == LetterKind.Cancellation,
            letter.Meeting.Plan.Start,
            Duration.FromMinutes(letter.Meeting.Plan.Minutes),
            letter.Meeting.Plan.Zone,
            letter.Meeting.Plan.Title.In(letter.Reader.Language),
            text,
            letter.Meeting.Plan.VideoLink ?? "",
            letter.Link ?? new Uri(root),
            sender.FromName,
            sender.FromAddress,
            letter.Reader.Name,
            letter.Reader.Email!,
            letter.Reader.Language
        );

    // A meeting of a series is an exception from it: calendars find it by the series' UID and the start that the rule gives.
    private static async Task<string> Calendar(HubDb db, InvitationCard card, Meeting meeting, CancellationToken stop)
    {
        if (meeting.Series is not { } place)
            return InvitationCalendar.Write(card);
        var series = await db.Series.AsNoTracking().FirstAsync(s => s.Id == place.SeriesId, stop);
        var usual = series.Usual(card);
        var exception = new ExceptionalMeeting(place.Original.Date, card);
        return SeriesCalendar.WriteOne(new SeriesCard(usual, series.Rule, [exception]), exception);
    }
}

/// <summary>All that a letter says. <see cref="Link"/> is the reader's own; a cancellation has none.</summary>
public sealed record LetterContent(
    LetterKind Kind,
    Meeting Meeting,
    Person Reader,
    Community Host,
    Community Partner,
    Uri? Link
)
{
    public Texts Texts { get; } = Texts.In(Reader.Language);
    public Times Times { get; } = Times.In(Reader.Language);

    public string Title => Meeting.Plan.Title.In(Reader.Language);

    /// <summary>The time in the reader's own zone and at both sides, each zone once.</summary>
    public IEnumerable<(string Place, string Time)> Moments => At(Meeting.Plan.Start);

    /// <summary>Where it goes on if it is cut off, the same way; null when nothing was agreed.</summary>
    public string? Fallback =>
        Kind != LetterKind.Cancellation && Meeting.Plan.Fallback is { } slot
            ? Texts["fallback.if_cut_off", string.Join(" · ", At(slot.Start).Select(m => $"{m.Place}: {m.Time}"))]
            : null;

    private IEnumerable<(string Place, string Time)> At(Instant start) =>
        new[] { (Host.Zone, Host.Name.In(Reader.Language)), (Partner.Zone, Partner.Name.In(Reader.Language)) }
            .Append((Reader.Zone, Times.Zone(Reader.Zone)))
            .DistinctBy(z => z.Item1)
            .Select(z => (z.Item2, $"{Times.At(start, z.Item1)} ({Times.Zone(z.Item1)})"));
}
