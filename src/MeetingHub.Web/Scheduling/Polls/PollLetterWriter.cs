using MeetingHub.Domain.Polls;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>
/// Words the letters about polls as the poll stands when they are sent. A reminder that nobody needs any more (answered, over,
/// another deadline) is not written.
/// </summary>
public sealed class PollLetterWriter(
    IDbContextFactory<HubDb> databases,
    Addresses addresses,
    IServiceScopeFactory scopes,
    ILoggerFactory loggers,
    IClock clock
) : ILetterWriter
{
    public bool Writes(LetterKind kind) =>
        kind
            is LetterKind.PollInvitation
                or LetterKind.PollReminder
                or LetterKind.PollChanged
                or LetterKind.PollWithdrawn;

    public async Task<Letter?> Write(OutboxMessage message, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (
            await StoredPoll.ToChange(db, message.SubjectId!.Value, stop) is not { } stored
            || stored.VoterOf(message.PersonId) is not { } voter
            || stored.People.GetValueOrDefault(message.PersonId) is not { Email: { Length: > 0 } address } person
            || !IsNeeded(message, stored, voter)
        )
            return null;

        var link = message.Kind == LetterKind.PollWithdrawn ? null : await Link(db, message, voter, stop);
        var content = new PollLetterContent(message.Kind, stored, person, voter, link);
        return new Letter(
            message.Id,
            person.Name,
            address,
            null,
            content.Subject,
            content.Text(),
            await Html(content),
            null,
            null
        );
    }

    private bool IsNeeded(OutboxMessage message, StoredPoll stored, PollVoterRow voter)
    {
        var now = clock.GetCurrentInstant();
        if (message.Kind == LetterKind.PollWithdrawn)
            return stored.Poll.Status == PollStatus.Withdrawn;
        if (!stored.Poll.IsOpen(now))
            return false;
        if (message.Kind != LetterKind.PollReminder)
            return true;
        if (stored.BallotOf(voter.PersonId).Answers(stored.Poll))
            return false;
        var isAutomatic = message.AtSeq != 0;
        return !isAutomatic
            || (
                message.AtSeq == PollPost.Mark(stored.Poll.Deadline)
                && (voter.RemindedAt is not { } at || at + Polling.BetweenReminders <= now)
            );
    }

    // The hash is kept before the letter leaves. A letter that is tried again has a newer link; the older one opens the same.
    private async Task<Uri> Link(HubDb db, OutboxMessage message, PollVoterRow voter, CancellationToken stop)
    {
        var secret = Secret.Draw();
        db.PollLinks.Add(PollPost.Link(voter.PollId, voter.PersonId, secret, clock.GetCurrentInstant()));
        await db.SaveChangesAsync(stop);
        return new Uri($"{addresses.Root}/p/{secret}");
    }

    private async Task<string> Html(PollLetterContent letter)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(PollLetterBody.Letter)] = letter }
            );
            return (await renderer.RenderComponentAsync<PollLetterBody>(parameters)).ToHtmlString();
        });
    }
}
