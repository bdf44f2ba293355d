using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using static MeetingHub.Domain.Tests.Cast;

namespace MeetingHub.Domain.Tests.Meetings;

public class AskingTests
{
    [Fact]
    public void A_guest_asks_in_their_own_language()
    {
        var story = Asked();
        var question = story.Meeting.Question(Id(60))!;
        Assert.Equal(("fr", "Combien de lits ?", Side.Partner), (question.Language, question.Text, question.Side));
    }

    [Theory]
    [InlineData("de", "Wie viele?", Refusal.LanguageUnknown)]
    [InlineData("fr", " \n ", Refusal.TextEmpty)]
    public void A_question_needs_words_in_a_known_language(string language, string text, Refusal expected) =>
        Assert.Equal(expected, Story.Opened().No(Councillor, Ask(60, text, language)));

    [Fact]
    public void A_question_is_no_speech() =>
        Assert.Equal(
            Refusal.TextTooLong,
            Story.Opened().No(Councillor, Ask(60, new string('a', Question.LongestText + 1)))
        );

    [Fact]
    public void One_question_is_not_asked_twice() =>
        Assert.Equal(Refusal.AlreadyExists, Asked().No(Councillor, Ask(60, "Encore ?")));

    [Fact]
    public void One_seat_has_at_most_five_open_questions()
    {
        var story = Story.Opened();
        for (var i = 0; i < Question.MostOpenOfOneSeat; i++)
            story.Let(Councillor, Ask(60 + i, $"Question {i}"));
        Assert.Equal(Refusal.TooManyQuestions, story.No(Councillor, Ask(70, "Encore ?")));
        Assert.Null(story.No(HostGuest, Ask(70, "Ще одне?", "uk")));
        story.Let(HostSecretary, Answered(60));
        Assert.Null(story.No(Councillor, Ask(70, "Encore ?")));
    }

    [Fact]
    public void There_is_an_end_to_the_questions()
    {
        var story = Story.Opened();
        for (var i = 0; i < Question.MostInMeeting; i++)
            story.Note(new QuestionAsked(Id(10_000 + i), Mayor.Seat, Side.Partner, "fr", "Oui ?"));
        Assert.Equal(Refusal.TooManyQuestions, story.No(Councillor, Ask(60, "Encore ?")));
    }

    [Fact]
    public void A_projector_neither_asks_nor_votes()
    {
        Assert.Equal(Refusal.NotAllowed, Asked().No(Hall, Ask(61, "?")));
        Assert.Equal(Refusal.NotAllowed, Asked().No(Hall, Vote(60)));
        Assert.Equal(Refusal.NotAllowed, Asked().No(Stranger, (m, c, _) => Vote(60)(m, c)));
    }

    [Fact]
    public void Who_was_shown_out_neither_asks_nor_votes()
    {
        var story = Asked().Let(HostSecretary, (m, c) => Attending.Remove(m, c, Councillor.Seat));
        Assert.Equal(Refusal.SeatRemoved, story.No(Councillor, Ask(61, "Pourquoi ?")));
        Assert.Equal(Refusal.SeatRemoved, story.No(Councillor, Vote(60)));
    }

    [Fact]
    public void Nobody_asks_after_the_end()
    {
        Assert.Equal(
            Refusal.MeetingClosed,
            Asked().Let(HostSecretary, Attending.Close).No(Councillor, Ask(61, "Encore ?"))
        );
        var off = Asked().Let(HostSecretary, (m, c) => Planning.Cancel(m, c, null));
        Assert.Equal(Refusal.MeetingCancelled, off.No(Councillor, Ask(61, "Encore ?")));
    }

    [Fact]
    public void A_question_can_be_sent_in_before_the_opening() =>
        Assert.Null(Story.Planned().No(Councillor, Ask(60, "Combien ?")));

    [Fact]
    public void A_vote_counts_once_and_can_be_taken_back()
    {
        var story = Asked().Let(Mayor, Vote(60)).Let(HostGuest, Vote(60));
        Assert.Equal(2, story.Meeting.Question(Id(60))!.Voters.Count);
        Assert.True(story.IsSo(Mayor, Vote(60)));
        story.Let(Mayor, Vote(60, wanted: false));
        Assert.Single(story.Meeting.Question(Id(60))!.Voters);
        Assert.True(story.IsSo(Mayor, Vote(60, wanted: false)));
    }

    [Fact]
    public void A_question_that_nobody_asked_is_not_found()
    {
        var story = Story.Opened();
        Assert.Equal(Refusal.NotFound, story.No(Mayor, Vote(60)));
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, Answered(60)));
        Assert.Equal(Refusal.NotFound, story.No(HostSecretary, Reopen));
    }

    [Fact]
    public void Only_who_steers_marks_a_question_answered()
    {
        Assert.Equal(Refusal.NotAllowed, Asked().No(Mayor, Answered(60)));
        Assert.Equal(Refusal.NotAllowed, Asked().No(Mayor, Reopen));
    }

    [Fact]
    public void An_answer_is_noted_once()
    {
        var story = Asked().Let(PartnerSecretary, Answered(60, "120 lits"));
        Assert.Equal("120 lits", story.Meeting.Question(Id(60))!.AnswerNote);
        Assert.True(story.IsSo(HostSecretary, Answered(60, "120 lits")));
        Assert.Equal(Refusal.TextTooLong, story.No(HostSecretary, Answered(60, new string('a', 2001))));
    }

    [Fact]
    public void An_answer_taken_back_leaves_no_note()
    {
        var story = Asked().Let(HostSecretary, Answered(60, "120 lits")).Let(PartnerSecretary, Reopen);
        var question = story.Meeting.Question(Id(60))!;
        Assert.Equal((false, null), (question.IsAnswered, question.AnswerNote));
        Assert.True(story.IsSo(HostSecretary, Reopen));
    }

    private static Story Asked() => Story.Opened().Let(Councillor, Ask(60, " Combien de lits ? "));

    private static Func<Meeting, Caller, Decision> Ask(int id, string text, string language = "fr") =>
        (m, c) => Asking.Ask(m, c, Id(id), language, text);

    private static Func<Meeting, Caller, Decision> Vote(int id, bool wanted = true) =>
        (m, c) => Asking.Upvote(m, c, Id(id), wanted);

    private static Func<Meeting, Caller, Decision> Answered(int id, string? note = null) =>
        (m, c) => Asking.MarkAnswered(m, c, Id(id), note, "fr");

    private static Decision Reopen(Meeting m, Caller c) => Asking.Reopen(m, c, Id(60));
}
