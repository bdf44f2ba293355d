using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

public class AgreeingTests
{
    [Fact]
    public void An_item_is_agreed_only_when_both_representatives_confirmed_the_same_wording()
    {
        var story = Story.Proposed().Let(HostHead, Story.Confirm);
        Assert.Equal(ActionStatus.Proposed, story.Item(50).Status);
        story.Let(Mayor, Story.Confirm);
        Assert.Equal(ActionStatus.Agreed, story.Item(50).Status);
        Assert.Equal(story.Item(50).Host!.Hash, story.Item(50).Partner!.Hash);
        Assert.Equal(new ActionItemAgreed(Id(50), Generator.Hash()), story.Last);
    }

    [Fact]
    public void It_does_not_matter_who_confirms_first() =>
        Assert.Equal(
            ActionStatus.Agreed,
            Story.Proposed().Let(Mayor, Story.Confirm).Let(HostHead, Story.Confirm).Item(50).Status
        );

    [Fact]
    public void An_edit_drops_both_confirmations()
    {
        var story = Story.Agreed().Let(PartnerSecretary, Reword(TwoGenerators));
        var item = story.Item(50);
        Assert.Equal((null, null, ActionStatus.Proposed), (item.Host, item.Partner, item.Status));
        Assert.Equal((2, TwoGenerators.Hash()), (item.Revision, item.Hash));
        Assert.Null(item.AgreedAt);
    }

    [Fact]
    public void A_confirmation_of_the_old_wording_does_not_count_for_the_new()
    {
        var story = Story.Proposed().Let(HostHead, Story.Confirm).Let(HostSecretary, Reword(TwoGenerators));
        Assert.Equal(Refusal.WordingChanged, story.No(Mayor, Confirm(Generator.Hash())));
        story.Let(Mayor, Confirm(TwoGenerators.Hash()));
        Assert.Equal(ActionStatus.Proposed, story.Item(50).Status);
    }

    [Fact]
    public void A_wording_changed_and_changed_back_must_be_confirmed_anew()
    {
        var story = Story.Proposed().Let(HostHead, Story.Confirm).Let(HostSecretary, Reword(TwoGenerators));
        story.Let(HostSecretary, Reword(Generator, basedOn: 2)).Let(Mayor, Story.Confirm);
        Assert.Equal(ActionStatus.Proposed, story.Item(50).Status);
    }

    [Fact]
    public void Only_a_sides_representative_confirms_or_withdraws()
    {
        var story = Story.Proposed();
        foreach (var who in new[] { HostSecretary, Engineer, HostGuest, PartnerSecretary, Councillor, Hall })
        {
            Assert.Equal(Refusal.NotRepresentative, story.No(who, Story.Confirm));
            Assert.Equal(Refusal.NotRepresentative, story.No(who, Withdraw));
        }

        Assert.Equal(Refusal.NotAllowed, story.No(Stranger, (m, c, _) => Story.Confirm(m, c)));
    }

    [Fact]
    public void A_caller_cannot_confirm_for_the_other_side_by_claiming_it()
    {
        var story = Story.Proposed().Let(Mayor.Caller with { Side = Side.Host }, (m, c, _) => Story.Confirm(m, c));
        Assert.Equal((null, Mayor.Seat), (story.Item(50).Host, story.Item(50).Partner?.SeatId));
    }

    [Fact]
    public void Only_what_stands_in_both_languages_can_be_confirmed()
    {
        var story = Story.Opened().Let(HostSecretary, (m, c) => Agreeing.Propose(m, c, Id(50), OnlyInUkrainian));
        Assert.Equal(Refusal.WordingIncomplete, story.No(HostHead, Story.Confirm));
    }

    [Fact]
    public void Confirming_twice_is_confirming_once() =>
        Assert.True(Story.Proposed().Let(Mayor, Story.Confirm).IsSo(Mayor, Story.Confirm));

    [Fact]
    public void A_confirmation_can_be_taken_back_until_the_other_side_confirmed()
    {
        var story = Story.Proposed().Let(Mayor, Story.Confirm).Let(Mayor, Withdraw);
        Assert.Null(story.Item(50).Partner);
        Assert.True(story.IsSo(Mayor, Withdraw));
        story.Let(HostHead, Story.Confirm);
        Assert.Equal(ActionStatus.Proposed, story.Item(50).Status);
        Assert.Equal(Refusal.AlreadyAgreed, Story.Agreed().No(Mayor, Withdraw));
    }

    [Fact]
    public void Both_sides_can_agree_after_the_meeting_closed()
    {
        var story = Story
            .Proposed()
            .Let(HostSecretary, Attending.Close)
            .Let(HostHead, Story.Confirm)
            .Let(Mayor, Story.Confirm);
        Assert.Equal(ActionStatus.Agreed, story.Item(50).Status);
    }

    [Fact]
    public void Nothing_is_agreed_at_a_cancelled_meeting()
    {
        var story = Story.Proposed().Let(HostSecretary, (m, c) => Planning.Cancel(m, c, null));
        Assert.Equal(Refusal.MeetingCancelled, story.No(Mayor, Story.Confirm));
        Assert.Equal(Refusal.MeetingCancelled, story.No(Mayor, Withdraw));
        Assert.Equal(Refusal.MeetingCancelled, story.No(HostSecretary, Reword(TwoGenerators)));
        Assert.Equal(
            Refusal.MeetingCancelled,
            story.No(HostSecretary, (m, c) => Agreeing.Propose(m, c, Id(51), Generator))
        );
        Assert.Equal(Refusal.MeetingCancelled, story.No(HostSecretary, Drop));
        Assert.Equal(Refusal.MeetingCancelled, story.No(HostSecretary, Keep));
        Assert.Equal(Refusal.MeetingCancelled, story.No(HostSecretary, Start));
        Assert.Equal(Refusal.MeetingCancelled, story.No(HostSecretary, Finish("done")));
    }

    [Fact]
    public void A_guest_words_nothing()
    {
        var story = Story.Agreed();
        foreach (var guest in new[] { HostGuest, Councillor, Mayor, Hall })
        {
            Assert.Equal(Refusal.NotAllowed, story.No(guest, (m, c) => Agreeing.Propose(m, c, Id(51), Generator)));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Reword(TwoGenerators)));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Start));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Finish("done")));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Drop));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Keep));
            Assert.Equal(Refusal.NotAllowed, story.No(guest, Annotate("note")));
        }
    }

    [Fact]
    public void An_item_is_proposed_once_and_with_words()
    {
        var story = Story.Proposed();
        Assert.Equal(
            Refusal.AlreadyExists,
            story.No(HostSecretary, (m, c) => Agreeing.Propose(m, c, Id(50), Generator))
        );
        var wordless = Generator with { Text = LocalText.Empty };
        Assert.Equal(Refusal.TextEmpty, story.No(HostSecretary, (m, c) => Agreeing.Propose(m, c, Id(51), wordless)));
        Assert.Equal(Refusal.TextEmpty, story.No(HostSecretary, Reword(wordless)));
        var endless = Generator with { Owner = LocalText.Of(("fr", new string('a', 201))) };
        Assert.Equal(Refusal.TextTooLong, story.No(HostSecretary, Reword(endless)));
    }

    [Fact]
    public void There_is_an_end_to_the_items()
    {
        var story = Story.Opened();
        for (var i = 0; i < Agreeing.MostItems; i++)
            story.Note(new ActionItemProposed(Id(10_000 + i), Side.Host, Generator));
        Assert.Equal(
            Refusal.TooManyActionItems,
            story.No(HostSecretary, (m, c) => Agreeing.Propose(m, c, Id(50), Generator))
        );
    }

    [Fact]
    public void An_edit_of_an_old_revision_is_refused_and_shown_the_difference()
    {
        var story = Story.Proposed().Let(HostSecretary, Reword(TwoGenerators));
        var third = Generator with { Due = new LocalDate(2027, 6, 1) };
        Assert.Equal(Refusal.ChangedMeanwhile, story.No(PartnerSecretary, Reword(third, basedOn: 1)));
        Assert.Null(story.No(PartnerSecretary, Reword(third, basedOn: 2)));
    }

    [Fact]
    public void The_same_wording_again_keeps_the_confirmations() =>
        Assert.True(Story.Agreed().IsSo(PartnerSecretary, Reword(Generator)));

    [Fact]
    public void An_item_that_nobody_proposed_is_not_found()
    {
        var story = Story.Opened();
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, Reword(Generator)));
        Assert.Equal(Refusal.NotFound, story.No(Mayor, Confirm(Generator.Hash())));
        Assert.Equal(Refusal.NotFound, story.No(Mayor, Withdraw));
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, Start));
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, Drop));
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, Keep));
    }

    [Fact]
    public void Work_begins_only_on_what_is_agreed()
    {
        Assert.Equal(Refusal.NotAgreedYet, Story.Proposed().No(HostSecretary, Start));
        Assert.Equal(Refusal.NotAgreedYet, Story.Proposed().No(HostSecretary, Finish("done")));
        var story = Story.Agreed().Let(PartnerSecretary, Start);
        Assert.Equal(ActionStatus.InProgress, story.Item(50).Status);
        Assert.True(story.IsSo(HostSecretary, Start));
    }

    [Fact]
    public void A_finished_item_says_what_was_done()
    {
        var story = Story.Agreed();
        Assert.Equal(Refusal.NoteMissing, story.No(HostSecretary, Finish(null)));
        Assert.Equal(Refusal.NoteMissing, story.No(HostSecretary, Finish("  ")));
        Assert.Equal(Refusal.TextTooLong, story.No(HostSecretary, Finish(new string('a', 2001))));
        story.Let(HostSecretary, Finish(" Livré le 1er mars "));
        Assert.Equal((ActionStatus.Done, "Livré le 1er mars"), (story.Item(50).Status, story.Item(50).DoneNote));
    }

    [Fact]
    public void What_has_ended_stays_as_it_is()
    {
        var done = Story.Agreed().Let(HostSecretary, Finish("done"));
        Assert.Equal(Refusal.AlreadyEnded, done.No(HostSecretary, Reword(TwoGenerators)));
        Assert.Equal(Refusal.AlreadyEnded, done.No(Mayor, Story.Confirm));
        Assert.Equal(Refusal.AlreadyEnded, done.No(HostSecretary, Start));
        Assert.Equal(Refusal.AlreadyEnded, done.No(HostSecretary, Finish("again")));
        Assert.Equal(Refusal.AlreadyEnded, done.No(HostSecretary, Drop));
        Assert.Equal(Refusal.AlreadyEnded, done.No(HostSecretary, Keep));
    }

    [Fact]
    public void One_side_alone_drops_nothing()
    {
        var story = Story.Agreed().Let(HostSecretary, Drop);
        Assert.Equal(ActionStatus.Agreed, story.Item(50).Status);
        Assert.True(story.IsSo(HostSecretary, Drop));
        story.Let(PartnerSecretary, Drop);
        Assert.Equal(ActionStatus.Dropped, story.Item(50).Status);
        Assert.True(story.IsSo(HostSecretary, Drop));
    }

    [Fact]
    public void A_wish_to_drop_can_be_taken_back()
    {
        var story = Story.Agreed().Let(HostSecretary, Drop).Let(HostSecretary, Keep).Let(PartnerSecretary, Drop);
        Assert.Equal(ActionStatus.Agreed, story.Item(50).Status);
        Assert.True(story.IsSo(HostSecretary, Keep));
    }

    [Fact]
    public void A_remark_on_the_record_bears_its_authors_own_side()
    {
        var story = Story.Opened().Let(PartnerSecretary, Annotate("Précision", Side.Host));
        Assert.Equal(Side.Partner, ((RecordAnnotated)story.Last).Side);
    }

    [Fact]
    public void A_remark_needs_words_in_a_known_language()
    {
        var story = Story.Opened();
        Assert.Equal(Refusal.TextEmpty, story.No(HostSecretary, Annotate(" ")));
        Assert.Equal(Refusal.TextTooLong, story.No(HostSecretary, Annotate(new string('a', 2001))));
        Assert.Equal(Refusal.LanguageUnknown, story.No(HostSecretary, Annotate("Bemerkung", language: "de")));
    }

    [Fact]
    public void An_item_is_overdue_the_day_after_its_date_and_only_once_agreed()
    {
        var due = Generator.Due!.Value;
        Assert.False(Story.Agreed().Item(50).IsOverdue(due));
        Assert.True(Story.Agreed().Item(50).IsOverdue(due.PlusDays(1)));
        Assert.False(Story.Proposed().Item(50).IsOverdue(due.PlusDays(1)));
    }

    private static Func<Meeting, Caller, Decision> Confirm(string hash) =>
        (m, c) => Agreeing.Confirm(m, c, Id(50), hash);

    private static Decision Withdraw(Meeting m, Caller c) => Agreeing.Withdraw(m, c, Id(50));

    private static Decision Start(Meeting m, Caller c) => Agreeing.Start(m, c, Id(50));

    private static Decision Drop(Meeting m, Caller c) => Agreeing.Drop(m, c, Id(50));

    private static Decision Keep(Meeting m, Caller c) => Agreeing.KeepAfterAll(m, c, Id(50));

    private static Func<Meeting, Caller, Decision> Finish(string? note) =>
        (m, c) => Agreeing.Finish(m, c, Id(50), note);

    private static Func<Meeting, Caller, Decision> Reword(Wording wording, int basedOn = 1) =>
        (m, c) => Agreeing.Reword(m, c, Id(50), basedOn, wording);

    private static Func<Meeting, Caller, Decision> Annotate(
        string text,
        Side side = Side.Host,
        string language = "fr"
    ) => (m, c) => Agreeing.Annotate(m, c, new RecordAnnotated(Id(90), "agenda", side, language, text));
}
