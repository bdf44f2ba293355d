using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Calendar;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Series;

public enum SeriesStatus
{
    /// <summary>Its meetings are being put into their logs; whatever stops that is gone on with later.</summary>
    Planned,
    Running,
    Cancelled,
}

/// <summary>
/// What the meetings of a series have in common. Each meeting is a log of its own, so that it can be moved, held and recorded
/// by itself; here stands only the rule and what calendars are told of it.
/// </summary>
public sealed class SeriesRow
{
    public required Guid Id { get; init; }
    public required Guid HostId { get; init; }
    public required Guid PartnerId { get; init; }
    public required LocalText Title { get; init; }
    public required int Minutes { get; init; }
    public string? VideoLink { get; init; }
    public required Frequency Frequency { get; init; }
    public required int Interval { get; init; }
    public required LocalDate First { get; init; }
    public required LocalTime Time { get; init; }
    public required string Zone { get; init; }
    public int? Count { get; init; }
    public LocalDate? Until { get; init; }

    /// <summary>Whether the odd hours are shared out: then meetings may stand at other hours than the rule's.</summary>
    public bool IsRotated { get; init; }

    /// <summary>The fact that begins each meeting's log, but for its time and place in the series.</summary>
    public required string Scheduled { get; init; }
    public SeriesStatus Status { get; set; }
    public string? CancelReason { get; set; }

    /// <summary>RFC 5545's SEQUENCE and DTSTAMP of the series as a whole.</summary>
    public int Sequence { get; set; }
    public required Instant Stamp { get; set; }
    public required Guid CreatedBy { get; init; }

    public Recurrence Rule => new(Frequency, Interval, First, Time, Zone, Count, Until);

    /// <summary>What calendars are told of the series as a whole, in the words and to the reader of a card.</summary>
    public InvitationCard Usual(InvitationCard card) =>
        card with
        {
            MeetingId = Id,
            Sequence = Sequence,
            Stamp = Stamp,
            Start = Rule.Occurrences()[0].Start,
            Length = Duration.FromMinutes(Minutes),
            ZoneId = Zone,
            IsCancelled = false,
        };
}

/// <summary>One meeting of a series: where the rule has it, and its log.</summary>
public sealed class SeriesMeeting
{
    public required Guid SeriesId { get; init; }
    public required LocalDateTime Original { get; init; }
    public required Guid MeetingId { get; init; }

    /// <summary>Where it was put at first: at the rule's time, or where the odd hours are shared out.</summary>
    public required Instant Start { get; init; }
}

/// <summary>Somebody who is asked to all meetings of a series.</summary>
public sealed class SeriesPerson
{
    public required Guid SeriesId { get; init; }
    public required Guid PersonId { get; init; }
    public required Side Side { get; init; }
    public required SeatRole Role { get; init; }
    public required bool MayPresent { get; init; }
    public required string Language { get; init; }
    public required bool HasAccount { get; init; }
    public bool IsRemoved { get; set; }

    public static SeriesPerson Of(Guid seriesId, Invitee i) =>
        new()
        {
            SeriesId = seriesId,
            PersonId = i.PersonId,
            Side = i.Side,
            Role = i.Role,
            MayPresent = i.MayPresent,
            Language = i.Language,
            HasAccount = i.HasAccount,
        };

    public Invitee Invitee => new(Guid.CreateVersion7(), PersonId, Side, Role, MayPresent, Language, HasAccount);
}

/// <summary>A personal link to a series, as a hash. It opens each of its meetings in turn.</summary>
public sealed class SeriesLink
{
    public required string Hash { get; init; }
    public required Guid SeriesId { get; init; }
    public required Guid PersonId { get; init; }
    public Instant? RevokedAt { get; set; }
}
