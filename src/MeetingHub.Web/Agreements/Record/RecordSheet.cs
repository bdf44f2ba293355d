using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.People;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>
/// The record of decisions as one side reads it: ready texts, nothing left to look up. Two sheets of the same minutes in two
/// languages have the same sections and entries in the same order, so that they can stand side by side, row by row.
/// <paramref name="Colon"/> follows a label: French puts a space before it.
/// </summary>
public sealed record RecordSheet(
    string Language,
    string LanguageName,
    string Title,
    string Colon,
    IReadOnlyList<SheetSection> Sections,
    string SignaturesTitle,
    IReadOnlyList<SheetSignature> Signatures
)
{
    /// <summary>
    /// <paramref name="names"/> is by seat; a seat without one is shown as a dash. <paramref name="decks"/> is by the
    /// version that was shown.
    /// </summary>
    public static RecordSheet Of(
        Minutes minutes,
        IReadOnlyDictionary<Guid, string> names,
        Community host,
        Community partner,
        IReadOnlyDictionary<string, DeckTitles> decks,
        string language
    )
    {
        var teller = new RecordTeller(minutes, names, host, partner, language);
        return new RecordSheet(
            language,
            Domain.Languages.Language.NameOf(language),
            teller.Texts["record.title"],
            teller.Texts["record.colon"],
            [
                MeetingSection.Of(teller),
                PresentSection.Of(teller),
                CourseSections.Agenda(teller),
                CourseSections.Slides(teller, decks),
                CourseSections.Pauses(teller),
                QuestionSection.Of(teller),
                ActionItemSection.Of(teller),
                RemarkSection.Of(teller),
            ],
            teller.Texts["record.signature.heading"],
            [.. Sides.Both.Select(side => SheetSignature.Of(teller, side))]
        );
    }

    public SheetSection Section(string code) => Sections.First(s => s.Code == code);
}

/// <summary>
/// One part of the sheet. <paramref name="Code"/> is what a secretary's remark on it is filed under;
/// <paramref name="WhenEmpty"/> is said where there are no entries.
/// </summary>
public sealed record SheetSection(string Code, string Title, string? WhenEmpty, IReadOnlyList<SheetEntry> Entries);

/// <summary>
/// Something recorded: what it is, and what is said about it. <paramref name="Id"/> is that of the agenda item, question,
/// action item or seat; a group (a delegation, a deck) heads the entries after it.
/// </summary>
public sealed record SheetEntry(SheetText Lead, IReadOnlyList<SheetLine> Lines, Guid? Id = null, bool IsGroup = false);

/// <summary>A label and its value; a value that speaks for itself has none. A mark must not be overlooked.</summary>
public sealed record SheetLine(string? Label, SheetText Value, bool IsMark = false);

/// <summary>Words and the language they are in: a quoted question, or a title nobody translated, is not in the sheet's own.</summary>
public sealed record SheetText(string Text, string Language);

/// <summary>Where one side signs. The name is null where that side has named nobody.</summary>
public sealed record SheetSignature(
    Side Side,
    SheetText For,
    string? Name,
    string? Role,
    string NameLabel,
    string SignatureLabel,
    string DateLabel
)
{
    internal static SheetSignature Of(RecordTeller teller, Side side)
    {
        var seat = teller.Meeting.RepresentativeOf(side) is { } id ? teller.Meeting.Seats[id] : null;
        return new SheetSignature(
            side,
            teller.Own(teller.Texts["record.signature.for", teller.CommunityName(side)]),
            seat is null ? null : teller.NameOf(seat.Id),
            seat is null ? null : teller.Texts.Of(seat.Role),
            teller.Texts["record.signature.name"],
            teller.Texts["record.signature.signature"],
            teller.Texts["record.signature.date"]
        );
    }
}
