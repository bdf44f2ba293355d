using MeetingHub.Domain.Folds;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>Questions in the words and the language in which they were asked, with what was noted of the answer.</summary>
internal static class QuestionSection
{
    public static SheetSection Of(RecordTeller teller) =>
        teller.Section("questions", teller.Minutes.Questions.Select((q, i) => Entry(teller, q, i + 1)));

    private static SheetEntry Entry(RecordTeller teller, AnsweredQuestion asked, int number)
    {
        var question = asked.Question;
        List<SheetLine> lines =
        [
            teller.Line("record.question.asked", $"{teller.NameAndSide(question.SeatId)}, {teller.At(asked.AskedAt)}"),
            teller.Line(
                "record.question.answered",
                asked.AnsweredAt is { } at ? teller.At(at) : teller.Texts["record.question.not_answered"]
            ),
        ];
        if (question.IsAnswered && question.AnswerNote is { Length: > 0 } note)
            lines.Add(teller.Line("record.question.answer", note));
        return new SheetEntry(new SheetText($"{number}. {question.Text}", question.Language), lines, question.Id);
    }
}
