using System.Text.Json;
using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using NodaTime;

namespace MeetingHub.Web.Agreements.Record;

/// <summary>
/// The minutes for another program: names, snake_case codes, instants in UTC, texts in every language they stand in. Members
/// may be added; none is renamed or dropped while <see cref="Format"/> stays. The same minutes give the same bytes.
/// </summary>
public static class RecordJson
{
    public const string Format = "meetinghub-record/1";

    public static byte[] Write(
        Minutes minutes,
        IReadOnlyDictionary<Guid, string> names,
        Community host,
        Community partner,
        IReadOnlyDictionary<string, DeckTitles> decks
    )
    {
        var meeting = minutes.Meeting;
        return JsonSerializer.SerializeToUtf8Bytes(
            new RecordDocument(
                Format,
                meeting.Id,
                meeting.Seq,
                meeting.Status,
                meeting.Plan.Kind,
                meeting.Plan.Title,
                meeting.Plan.Start,
                meeting.Plan.End,
                meeting.OpenedAt,
                meeting.ClosedAt,
                Delegation(Side.Host, host, minutes, names),
                Delegation(Side.Partner, partner, minutes, names),
                [.. meeting.Plan.Agenda.Select(item => Agenda(item, minutes))],
                [.. minutes.Slides.Select(slide => Slide(slide, decks))],
                minutes.Pauses,
                [.. minutes.Questions.Select(question => Question(question, names))],
                [.. meeting.Items.Select(item => Item(item, names))],
                [.. minutes.Remarks.Select(remark => Remark(remark, meeting, names))],
                minutes.Postponements
            ),
            EventJson.Options
        );
    }

    private static RecordDelegation Delegation(
        Side side,
        Community community,
        Minutes minutes,
        IReadOnlyDictionary<Guid, string> names
    )
    {
        var meeting = minutes.Meeting;
        var stays = minutes.Presences.ToDictionary(p => p.SeatId, p => p.Stays);
        return new RecordDelegation(
            community.Id,
            community.Name,
            community.Country,
            community.Zone,
            meeting.LanguageOf(side),
            meeting.RepresentativeOf(side),
            [
                .. meeting
                    .Seats.Values.Where(s => s.Side == side && (!s.IsRemoved || stays.ContainsKey(s.Id)))
                    .OrderBy(s => s.Role)
                    .ThenBy(s => s.Id)
                    .Select(s => new RecordPerson(
                        s.Id,
                        names.GetValueOrDefault(s.Id),
                        s.Role,
                        stays.GetValueOrDefault(s.Id) ?? []
                    )),
            ]
        );
    }

    private static RecordAgendaItem Agenda(AgendaItem item, Minutes minutes) =>
        new(
            item.Id,
            item.Title,
            item.Minutes,
            [.. minutes.Agenda.Where(a => a.AgendaItemId == item.Id).Select(a => a.From)]
        );

    private static RecordSlide Slide(SlideSeen slide, IReadOnlyDictionary<string, DeckTitles> decks) =>
        new(
            slide.Version,
            slide.SlideId,
            decks.GetValueOrDefault(slide.Version)?.Slides.GetValueOrDefault(slide.SlideId),
            slide.From
        );

    private static RecordQuestion Question(AnsweredQuestion asked, IReadOnlyDictionary<Guid, string> names) =>
        new(
            asked.Question.Id,
            asked.Question.Side,
            asked.Question.SeatId,
            names.GetValueOrDefault(asked.Question.SeatId),
            asked.Question.Language,
            asked.Question.Text,
            asked.AskedAt,
            asked.AnsweredAt,
            asked.Question.IsAnswered ? asked.Question.AnswerNote : null
        );

    private static RecordActionItem Item(ActionItem item, IReadOnlyDictionary<Guid, string> names) =>
        new(
            item.Id,
            item.Status,
            item.Revision,
            item.Hash,
            item.Wording.Text,
            item.Wording.OwnerSide,
            item.Wording.Owner,
            item.Wording.Due,
            item.Wording.NeedsDeliberation,
            Confirmation(item.Host, names),
            Confirmation(item.Partner, names),
            item.AgreedAt,
            item.DoneNote
        );

    private static RecordConfirmation? Confirmation(Confirmation? given, IReadOnlyDictionary<Guid, string> names) =>
        given is null ? null : new(given.SeatId, names.GetValueOrDefault(given.SeatId), given.Hash, given.At);

    private static RecordRemark Remark(Remark remark, Meeting meeting, IReadOnlyDictionary<Guid, string> names)
    {
        var seat = remark.By is { } person ? meeting.SeatOf(person) : null;
        var name = seat is null ? null : names.GetValueOrDefault(seat.Id);
        return new(remark.Id, remark.Section, remark.Side, name, remark.Language, remark.Text, remark.At);
    }
}
