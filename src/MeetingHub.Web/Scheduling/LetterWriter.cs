using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Calendar;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
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
    IServiceScopeFactory scopes,
    ILoggerFactory loggers
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
            await Html(content),
            InvitationCalendar.Write(Card(content, text, await CalendarIdentity.Of(db, meeting, stop))),
            message.Kind == LetterKind.Cancellation ? "CANCEL" : "REQUEST"
        );
    }

    private InvitationCard Card(LetterContent letter, string text, CalendarIdentity identity) =>
        new(
            identity.Id,
            identity.Sequence,
            identity.Stamp,
            letter.Kind == LetterKind.Cancellation,
            letter.Meeting.Plan.Start,
            Duration.FromMinutes(letter.Meeting.Plan.Minutes),
            letter.Meeting.Plan.Zone,
            letter.Meeting.Plan.Title.In(letter.Reader.Language),
            text,
            letter.Meeting.Plan.VideoLink ?? "",
            letter.Link ?? new Uri(addresses.Root),
            mail.Value.FromName,
            mail.Value.FromAddress,
            letter.Reader.Name,
            letter.Reader.Email!,
            letter.Reader.Language,
            Instance: identity.Instance
        );

    private async Task<string> Html(LetterContent letter)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(LetterBody.Letter)] = letter }
            );
            return (await renderer.RenderComponentAsync<LetterBody>(parameters)).ToHtmlString();
        });
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
    public IEnumerable<(string Place, string Time)> Moments =>
        new[] { (Host.Zone, Host.Name.In(Reader.Language)), (Partner.Zone, Partner.Name.In(Reader.Language)) }
            .Append((Reader.Zone, Times.Zone(Reader.Zone)))
            .DistinctBy(z => z.Item1)
            .Select(z => (z.Item2, $"{Times.At(Meeting.Plan.Start, z.Item1)} ({Times.Zone(z.Item1)})"));
}
