using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Polls;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Meetings;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>What a secretary types about a poll. It keeps every word until it can be sent, however faulty.</summary>
public sealed class PollForm
{
    /// <summary>Drawn when the empty form is shown: sent twice, it makes one poll.</summary>
    public Guid Id { get; set; }
    public string? TitleUk { get; set; }
    public string? TitleFr { get; set; }
    public string? TitleEn { get; set; }
    public MeetingKind Kind { get; set; }
    public Guid Partner { get; set; }
    public int Minutes { get; set; } = 60;
    public string? Zone { get; set; }
    public string? Note { get; set; }
    public PollTimeRow Deadline { get; set; } = new();
    public string? DeadlineZone { get; set; }
    public List<PollTimeRow> Times { get; set; } = [];
    public List<PollPersonRow> People { get; set; } = [];
    public List<NewcomerRow> Newcomers { get; set; } = [];

    /// <summary>The poll that the form describes, but for its people, or why there is none yet.</summary>
    public (Poll? Poll, Refusal? Fault) Read(Guid host)
    {
        var (deadline, wrong) = Deadline.Read(DeadlineZone);
        if (wrong is { } fault)
            return (null, fault);
        var options = new List<PollOption>();
        foreach (var row in Times.Where(r => !r.IsBlank))
        {
            var (option, no) = row.Read(Zone);
            if (no is { } reason)
                return (null, reason);
            options.Add(option!);
        }

        var title = LocalText.Of(
            (Language.Ukrainian, Typed.Text(TitleUk)),
            (Language.French, Typed.Text(TitleFr)),
            (Language.English, Typed.Text(TitleEn))
        );
        return (
            new Poll(
                Id,
                host,
                Partner,
                title,
                Kind,
                Minutes,
                Typed.Note(Note),
                deadline!.Start,
                deadline.Zone,
                PollStatus.Open,
                0,
                [.. options.OrderBy(o => o.Start)],
                []
            ),
            null
        );
    }
}

/// <summary>A local time in a form; its zone stands once for all rows.</summary>
public sealed class PollTimeRow
{
    public string? Date { get; set; }
    public string? Time { get; set; }
    public HourChoice Hour { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Date) && string.IsNullOrWhiteSpace(Time);

    public static PollTimeRow Of(Instant start, string zone)
    {
        var typed = new MeetingForm { Zone = zone };
        typed.StartAt(start);
        return new PollTimeRow
        {
            Date = typed.Date,
            Time = typed.Time,
            Hour = typed.Hour,
        };
    }

    public LocalSlot? Slot(string? zone) =>
        new MeetingForm
        {
            Date = Date,
            Time = Time,
            Zone = zone,
            Hour = Hour,
        }.Slot;

    /// <summary>The one instant that is meant; a skipped or doubled hour is asked about, never guessed.</summary>
    public (PollOption? Option, Refusal? Fault) Read(string? zone)
    {
        if (Slot(zone) is not { } slot)
            return (null, Refusal.PollTimeUnfinished);
        if (slot.Chosen() is { } start)
        {
            // What was chosen for a skipped hour is the neighbour's own reading of the clock.
            var local = start.InZone(DateTimeZoneProviders.Tzdb[slot.Zone]).LocalDateTime;
            return (new PollOption(Guid.CreateVersion7(), local, slot.Zone, start), null);
        }

        return slot.Resolve().Kind switch
        {
            SlotKind.UnknownZone => (null, Refusal.ZoneUnknown),
            SlotKind.Doubled => (null, Refusal.HourDoubled),
            _ => (null, Refusal.HourSkipped),
        };
    }
}

/// <summary>A known person of either side, asked or not.</summary>
public sealed class PollPersonRow
{
    public Guid Id { get; set; }
    public bool Asked { get; set; }
    public bool Required { get; set; }
    public SeatRole Role { get; set; } = SeatRole.Participant;

    public static PollPersonRow Of(Person person, bool? isAsked = null)
    {
        var usual = PersonRow.Of(person, isAsked);
        return new PollPersonRow
        {
            Id = person.Id,
            Asked = usual.Asked,
            Required = person.Role is OrganisationRole.Head or OrganisationRole.Secretary,
            Role = usual.Role,
        };
    }
}
