using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Time;
using NodaTime;

namespace MeetingHub.Domain.Meetings;

/// <summary>One item of the agenda. Minutes are 1 to 480; consecutive interpretation is the planner's to add.</summary>
public sealed record AgendaItem(Guid Id, LocalText Title, int Minutes);

/// <summary>
/// What a secretary decides about a meeting ahead of it. The intended local time and zone stand beside the instant,
/// because the rules of zones change by law and the intention does not.
/// </summary>
public sealed record MeetingPlan(
    LocalText Title,
    MeetingKind Kind,
    LocalDateTime Local,
    string Zone,
    Instant Start,
    int Minutes,
    EquatableList<AgendaItem> Agenda,
    string? VideoLink,
    bool AdmitAutomatically,
    FallbackSlot? Fallback = null
)
{
    public const int LongestMinutes = 12 * 60;
    public const int MostAgendaItems = 50;
    public const int LongestTitle = 200;

    public Instant End => Start + Duration.FromMinutes(Minutes);

    public bool SameTime(MeetingPlan other) =>
        Start == other.Start
        && Minutes == other.Minutes
        && LocalSlot.Canonical(Zone) == LocalSlot.Canonical(other.Zone);

    /// <summary>Refuses what no meeting can be; the form asks about everything that is merely unusual.</summary>
    public Refusal? Fault() =>
        Title.IsEmpty || Title.Texts.Values.Any(t => t.Length > LongestTitle) ? Refusal.TitleMissing
        : Minutes is < 5 or > LongestMinutes ? Refusal.DurationOutOfRange
        : Agenda.Count > MostAgendaItems || Agenda.Any(IsFaulty) || HasTwins(Agenda) ? Refusal.AgendaInvalid
        : VideoLink is not null && !IsWebAddress(VideoLink) ? Refusal.VideoLinkInvalid
        : !LocalSlot.IsZone(Zone) ? Refusal.ZoneUnknown
        : Fallback is { } slot && !Allows(slot) ? Refusal.FallbackInvalid
        : null;

    /// <summary>The same meeting at the time that was agreed in case it is cut off. What comes after that is for a new agreement.</summary>
    public MeetingPlan At(FallbackSlot slot) =>
        this with
        {
            Local = slot.Local,
            Zone = slot.Zone,
            Start = slot.Start,
            Fallback = null,
        };

    private bool Allows(FallbackSlot slot) =>
        LocalSlot.IsZone(slot.Zone) && slot.Start >= End && slot.Start <= Start + FallbackSlot.Latest;

    private static bool HasTwins(EquatableList<AgendaItem> agenda) =>
        agenda.DistinctBy(a => a.Id).Count() < agenda.Count;

    private static bool IsFaulty(AgendaItem item) =>
        item.Minutes is < 1 or > 480 || item.Title.IsEmpty || item.Title.Texts.Values.Any(t => t.Length > LongestTitle);

    // The link is shown to everyone as a link: a javascript: address in it would run in each participant's page.
    private static bool IsWebAddress(string link) =>
        link.Length <= 2000
        && Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}

/// <summary>
/// Where the meeting goes on if an alert or a blackout cuts it off: agreed in advance, after its end and within sixty days of
/// its start, so that one press moves everybody there.
/// </summary>
public sealed record FallbackSlot(LocalDateTime Local, string Zone, Instant Start)
{
    public static readonly Duration Latest = Duration.FromDays(60);
}

/// <summary>
/// Which meeting of a series this is: the local start that the rule gives it in the anchor zone, wherever it is moved to. It
/// is what calendars call RECURRENCE-ID.
/// </summary>
public sealed record SeriesPlace(Guid SeriesId, LocalDateTime Original, string Zone);

/// <summary>A time as it was agreed, for those who are told of it without the rest of the plan.</summary>
public sealed record PostponedTo(LocalDateTime Local, string Zone)
{
    public static PostponedTo Of(MeetingPlan plan) => new(plan.Local, plan.Zone);
}
