using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Shared;

namespace MeetingHub.Web.Live;

/// <summary>
/// What may be asked of the room, a line each. <c>op</c> is a UUID that the client draws for each press of a button and keeps
/// when it tries again.
/// </summary>
public sealed partial class LiveHub
{
    public Task<Receipt> TakeSlides(Guid op) =>
        Do(
            op,
            (m, c, now) =>
                Presenting.TakeSlides(m, c, m.SlidesHeldBy is { } holder ? rooms.LastSeen(m.Id, holder) : now, now)
        );

    public Task<Receipt> HandOver(Guid op, long fence, Guid toSeat) =>
        Do(op, (m, c, _) => Presenting.HandOver(m, c, fence, toSeat));

    public Task<Receipt> ReleaseSlides(Guid op, long fence) => Do(op, (m, c, _) => Presenting.Release(m, c, fence));

    public Task<Receipt> ShowSlide(Guid op, long fence, string slideId, int step) =>
        Do(op, (m, c, _) => Presenting.ShowSlide(m, c, fence, slideId, step));

    public async Task<Receipt> PlaceDeck(Guid op, Guid deckId)
    {
        var (meeting, caller, refusal) = await Known();
        if (refusal is { } reason)
            return Receipt(reason, meeting, caller);
        var choice = await shelf.Choose(deckId, meeting!);
        return await Do(op, (m, c, _) => choice.Then(deck => Presenting.PlaceDeck(m, c, deck)));
    }

    public Task<Receipt> Open(Guid op) => Do(op, (m, c, _) => Attending.Open(m, c));

    public Task<Receipt> Pause(Guid op, PauseReason reason) => Do(op, (m, c, _) => Attending.Pause(m, c, reason));

    public Task<Receipt> Resume(Guid op) => Do(op, (m, c, _) => Attending.Resume(m, c));

    public Task<Receipt> Close(Guid op) => Do(op, (m, c, _) => Attending.Close(m, c));

    public Task<Receipt> OpenAgendaItem(Guid op, Guid itemId) =>
        Do(op, (m, c, _) => Attending.OpenAgendaItem(m, c, itemId));

    public Task<Receipt> Admit(Guid op, Guid[] seatIds) => Do(op, (m, c, _) => Attending.Admit(m, c, seatIds));

    public Task<Receipt> Remove(Guid op, Guid seatId) => Do(op, (m, c, _) => Attending.Remove(m, c, seatId));

    public Task<Receipt> ChooseLanguage(Guid op, string language) =>
        Do(op, (m, c, now) => Attending.ChooseLanguage(m, c, language, now));

    /// <summary>The operation's id becomes the question's: asked again after a lost answer, it is the same question.</summary>
    public async Task<Receipt> Ask(Guid op, string language, string text)
    {
        var (meeting, caller, refusal) = await Known();
        if (refusal is { } reason)
            return Receipt(reason, meeting, caller);
        if (meeting!.Question(op) is null && !askLimit.Allows(caller!.PersonId))
            return Receipt(Refusal.RateLimited, meeting, caller);
        return await Do(op, (m, c, _) => Asking.Ask(m, c, op, language, Typed.Text(text)));
    }

    public Task<Receipt> Upvote(Guid op, Guid questionId, bool wanted) =>
        Do(op, (m, c, _) => Asking.Upvote(m, c, questionId, wanted));

    public Task<Receipt> MarkAnswered(Guid op, Guid questionId, string? note, string language) =>
        Do(op, (m, c, _) => Asking.MarkAnswered(m, c, questionId, Typed.Note(note), language));

    public Task<Receipt> ReopenQuestion(Guid op, Guid questionId) =>
        Do(op, (m, c, _) => Asking.Reopen(m, c, questionId));

    public Task<Receipt> ProposeItem(Guid op, Wording wording) =>
        Do(op, (m, c, _) => Agreeing.Propose(m, c, op, Typed.Wording(wording)));

    public Task<Receipt> RewordItem(Guid op, Guid itemId, int basedOn, Wording wording) =>
        Do(op, (m, c, _) => Agreeing.Reword(m, c, itemId, basedOn, Typed.Wording(wording)));

    public Task<Receipt> ConfirmItem(Guid op, Guid itemId, string hash) =>
        Do(op, (m, c, _) => Agreeing.Confirm(m, c, itemId, hash));

    public Task<Receipt> WithdrawConfirmation(Guid op, Guid itemId) =>
        Do(op, (m, c, _) => Agreeing.Withdraw(m, c, itemId));

    public Task<Receipt> StartItem(Guid op, Guid itemId) => Do(op, (m, c, _) => Agreeing.Start(m, c, itemId));

    public Task<Receipt> FinishItem(Guid op, Guid itemId, string note) =>
        Do(op, (m, c, _) => Agreeing.Finish(m, c, itemId, Typed.Note(note)));

    public Task<Receipt> DropItem(Guid op, Guid itemId) => Do(op, (m, c, _) => Agreeing.Drop(m, c, itemId));

    public Task<Receipt> KeepItem(Guid op, Guid itemId) => Do(op, (m, c, _) => Agreeing.KeepAfterAll(m, c, itemId));
}
