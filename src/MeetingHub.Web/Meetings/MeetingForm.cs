using MeetingHub.Domain;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Meetings;

/// <summary>What a secretary types about a meeting. It keeps every word until it can be saved, however faulty.</summary>
public sealed class MeetingForm
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm"
    );

    /// <summary>Drawn when the empty form is shown: sent twice, it makes one meeting.</summary>
    public Guid Id { get; set; }
    public Guid Operation { get; set; }
    public long BasedOn { get; set; }
    public string? TitleUk { get; set; }
    public string? TitleFr { get; set; }
    public string? TitleEn { get; set; }
    public MeetingKind Kind { get; set; }
    public Guid Partner { get; set; }
    public string? Date { get; set; }
    public string? Time { get; set; }
    public string? Zone { get; set; }
    public HourChoice Hour { get; set; }
    public int Minutes { get; set; } = 60;
    public string? VideoLink { get; set; }
    public bool AdmitAutomatically { get; set; }

    /// <summary>Where it goes on if it is cut off, in the meeting's own zone; both empty for nowhere.</summary>
    public string? FallbackDate { get; set; }
    public string? FallbackTime { get; set; }
    public HourChoice FallbackHour { get; set; }

    /// <summary>Null: once.</summary>
    public Frequency? Repeats { get; set; }
    public int Every { get; set; } = 1;
    public int? Times { get; set; } = 6;
    public string? Until { get; set; }

    /// <summary>Shares out the odd hours of a series.</summary>
    public bool Rotates { get; set; }
    public List<AgendaRow> Agenda { get; set; } = [];
    public List<PersonRow> People { get; set; } = [];
    public List<NewcomerRow> Newcomers { get; set; } = [];

    public LocalText Title => Texts(TitleUk, TitleFr, TitleEn);

    public LocalDateTime? LocalTime => Local.Parse($"{Date}T{Time}") is { Success: true } read ? read.Value : null;

    public LocalSlot? Slot =>
        LocalTime is { } local ? new LocalSlot(local, LocalSlot.Canonical(Zone ?? ""), Hour) : null;

    public LocalSlot? FallbackSlot =>
        Local.Parse($"{FallbackDate}T{FallbackTime}") is { Success: true } read
            ? new LocalSlot(read.Value, LocalSlot.Canonical(Zone ?? ""), FallbackHour)
            : null;

    /// <summary>Fills in the clock's reading of an instant in the form's zone; in a doubled hour also which of the two it is.</summary>
    public void StartAt(Instant start)
    {
        var local = Shared.Languages.Times.Local(start, Zone!);
        Date = LocalDatePattern.Iso.Format(local.Date);
        Time = Shared.Languages.Times.Clock(local.TimeOfDay);
        Hour = Slot!.Resolve() is { Kind: SlotKind.Doubled, Instants: [var earlier, _] }
            ? start == earlier
                ? HourChoice.Earlier
                : HourChoice.Later
            : HourChoice.Unasked;
    }

    /// <summary>The plan that the form describes, or why there is none yet; a skipped or doubled hour is asked about.</summary>
    public (MeetingPlan? Plan, Refusal? Fault) Read()
    {
        if (Slot is not { } slot)
            return (null, Refusal.HourSkipped);
        if (slot.Chosen() is not { } start)
            return (null, Asks(slot));
        var (fallback, wrong) = ReadFallback();
        if (wrong is not null)
            return (null, wrong);

        var agenda = Agenda
            .Where(a => !a.Title.IsEmpty)
            .Select(a => new AgendaItem(a.Id == default ? Guid.CreateVersion7() : a.Id, a.Title, a.Minutes));
        var plan = new MeetingPlan(
            Title,
            Kind,
            Reading(start, slot.Zone),
            slot.Zone,
            start,
            Minutes,
            new EquatableList<AgendaItem>(agenda),
            Typed.Note(VideoLink),
            AdmitAutomatically,
            fallback
        );
        return (plan, plan.Fault());
    }

    private (Domain.Meetings.FallbackSlot? Slot, Refusal? Fault) ReadFallback()
    {
        if (string.IsNullOrEmpty(FallbackDate) && string.IsNullOrEmpty(FallbackTime))
            return (null, null);
        if (FallbackSlot is not { } slot)
            return (null, Refusal.FallbackInvalid);
        return slot.Chosen() is { } start
            ? (new Domain.Meetings.FallbackSlot(Reading(start, slot.Zone), slot.Zone, start), null)
            : (null, Asks(slot));
    }

    private static Refusal Asks(LocalSlot slot) =>
        slot.Resolve().Kind switch
        {
            SlotKind.UnknownZone => Refusal.ZoneUnknown,
            SlotKind.Doubled => Refusal.HourDoubled,
            _ => Refusal.HourSkipped,
        };

    // What was chosen for a skipped hour is the neighbour's own reading of the clock.
    private static LocalDateTime Reading(Instant start, string zone) =>
        start.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;

    /// <summary>The rule of a series that begins with the plan; a last day counts before a number of times.</summary>
    public (Recurrence? Rule, Refusal? Fault) ReadRule(MeetingPlan plan)
    {
        LocalDate? until = null;
        if (!string.IsNullOrEmpty(Until))
        {
            if (LocalDatePattern.Iso.Parse(Until) is not { Success: true } read)
                return (null, Refusal.DatesInvalid);
            until = read.Value;
        }

        var rule = new Recurrence(
            Repeats!.Value,
            Every,
            plan.Local.Date,
            plan.Local.TimeOfDay,
            plan.Zone,
            until is null ? Times ?? 0 : null,
            until
        );
        return (rule, rule.Fault());
    }

    public static MeetingForm Of(Meeting meeting) =>
        new()
        {
            Id = meeting.Id,
            Operation = Guid.CreateVersion7(),
            BasedOn = meeting.PlanRevision,
            TitleUk = meeting.Plan.Title.Exactly(Language.Ukrainian),
            TitleFr = meeting.Plan.Title.Exactly(Language.French),
            TitleEn = meeting.Plan.Title.Exactly(Language.English),
            Kind = meeting.Plan.Kind,
            Partner = meeting.PartnerId,
            Date = LocalDatePattern.Iso.Format(meeting.Plan.Local.Date),
            Time = Shared.Languages.Times.Clock(meeting.Plan.Local.TimeOfDay),
            Zone = meeting.Plan.Zone,
            Minutes = meeting.Plan.Minutes,
            VideoLink = meeting.Plan.VideoLink,
            AdmitAutomatically = meeting.Plan.AdmitAutomatically,
            FallbackDate = meeting.Plan.Fallback is { } day ? LocalDatePattern.Iso.Format(day.Local.Date) : null,
            FallbackTime = meeting.Plan.Fallback is { } time
                ? Shared.Languages.Times.Clock(time.Local.TimeOfDay)
                : null,
            FallbackHour = meeting.Plan.Fallback is { } slot ? ChoiceOf(slot) : HourChoice.Unasked,
            Agenda = [.. meeting.Plan.Agenda.Select(AgendaRow.Of)],
        };

    private static HourChoice ChoiceOf(Domain.Meetings.FallbackSlot slot) =>
        new LocalSlot(slot.Local, slot.Zone).Resolve() is { Kind: SlotKind.Doubled, Instants: [_, var later] }
            ? slot.Start == later
                ? HourChoice.Later
                : HourChoice.Earlier
            : HourChoice.Unasked;

    internal static LocalText Texts(string? uk, string? fr, string? en) =>
        LocalText.Of(
            (Language.Ukrainian, Typed.Text(uk)),
            (Language.French, Typed.Text(fr)),
            (Language.English, Typed.Text(en))
        );
}

public sealed class AgendaRow
{
    public Guid Id { get; set; }
    public string? Uk { get; set; }
    public string? Fr { get; set; }
    public string? En { get; set; }
    public int Minutes { get; set; } = 10;

    public LocalText Title => MeetingForm.Texts(Uk, Fr, En);

    public static AgendaRow Of(AgendaItem item) =>
        new()
        {
            Id = item.Id,
            Uk = item.Title.Exactly(Language.Ukrainian),
            Fr = item.Title.Exactly(Language.French),
            En = item.Title.Exactly(Language.English),
            Minutes = item.Minutes,
        };
}

/// <summary>A known person of either side, asked or not.</summary>
public sealed class PersonRow
{
    public Guid Id { get; set; }
    public bool Asked { get; set; }
    public SeatRole Role { get; set; } = SeatRole.Participant;
    public bool MayPresent { get; set; }

    public static PersonRow Of(Person person, bool? isAsked = null) =>
        new()
        {
            Id = person.Id,
            Asked = isAsked ?? person.Role is OrganisationRole.Head or OrganisationRole.Secretary,
            MayPresent = person.Role is OrganisationRole.Head,
            Role = person.Role switch
            {
                OrganisationRole.Head => SeatRole.Head,
                OrganisationRole.Secretary or OrganisationRole.Administrator => SeatRole.Secretary,
                OrganisationRole.Interpreter => SeatRole.Interpreter,
                _ => SeatRole.Participant,
            },
        };
}

/// <summary>Somebody whom MeetingHub does not know yet.</summary>
public sealed class NewcomerRow
{
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string Language { get; set; } = "fr";
    public Side Side { get; set; } = Side.Partner;
    public SeatRole Role { get; set; } = SeatRole.Participant;

    /// <summary>Null: as the role has it.</summary>
    public bool? MayPresent { get; set; }
}
