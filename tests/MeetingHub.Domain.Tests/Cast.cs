using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using NodaTime;
using static MeetingHub.Domain.Languages.Language;

namespace MeetingHub.Domain.Tests;

/// <summary>
/// Everyone and everything that the tests speak of: a hromada that hosts and a commune that is its partner, what they talk
/// about, and when. All invented. Times are instants of January 2027; no test reads a clock.
/// </summary>
public static class Cast
{
    public static readonly Guid Hromada = Id(1);
    public static readonly Guid Commune = Id(2);

    public static readonly Player HostSecretary = new(10, Side.Host, SeatRole.Secretary, HasAccount: true);
    public static readonly Player HostHead = new(11, Side.Host, SeatRole.Head, HasAccount: true);
    public static readonly Player Engineer = new(
        12,
        Side.Host,
        SeatRole.Participant,
        HasAccount: true,
        MayPresent: true
    );
    public static readonly Player HostGuest = new(13, Side.Host, SeatRole.Participant, HasAccount: false);
    public static readonly Player PartnerSecretary = new(20, Side.Partner, SeatRole.Secretary, HasAccount: true);
    public static readonly Player Mayor = new(21, Side.Partner, SeatRole.Head, HasAccount: false);
    public static readonly Player Councillor = new(22, Side.Partner, SeatRole.Participant, HasAccount: false);
    public static readonly Player Hall = new(23, Side.Partner, SeatRole.Chamber, HasAccount: false);

    /// <summary>Belongs to neither community and was not asked.</summary>
    public static readonly Caller Stranger = new(Id(99), null, null, IsSecretary: true);

    public static readonly Player[] Everyone =
    [
        HostSecretary,
        HostHead,
        Engineer,
        HostGuest,
        PartnerSecretary,
        Mayor,
        Councillor,
        Hall,
    ];

    /// <summary>A week before the meeting.</summary>
    public static readonly Instant WeekBefore = Instant.FromUtc(2027, 1, 13, 13, 0);
    public static readonly Instant Start = Instant.FromUtc(2027, 1, 20, 13, 0);
    public static readonly Instant LinksExpire = Instant.FromUtc(2027, 2, 20, 0, 0);

    public static readonly AgendaItem Welcome = new(Id(30), Both("Вітання", "Accueil"), 10);
    public static readonly AgendaItem Damage = new(Id(31), Both("Збитки", "Dommages"), 25);

    public static readonly MeetingPlan Plan = new(
        Both("Знайомство громад", "Rencontre des communes"),
        MeetingKind.AddressToCouncil,
        new LocalDateTime(2027, 1, 20, 15, 0),
        "Europe/Kyiv",
        Start,
        60,
        [Welcome, Damage],
        "https://video.example/room",
        AdmitAutomatically: false
    );

    /// <summary>Two days later, at the same hour.</summary>
    public static readonly FallbackSlot Fallback = new(
        new LocalDateTime(2027, 1, 22, 15, 0),
        "Europe/Kyiv",
        Start + Duration.FromDays(2)
    );

    public static readonly MeetingScheduled Scheduled = new(
        Hromada,
        Commune,
        Language.Ukrainian,
        Language.French,
        Plan
    );

    public static readonly DeckPlaced Deck = new(
        Id(40),
        "v1",
        Both("Збитки й план", "Dommages et plan"),
        [new("title", 0), new("hospital", 2), new("thanks", 0)]
    );

    /// <summary>Another speaker's deck: it also has a slide called "thanks".</summary>
    public static readonly DeckPlaced OtherDeck = new(
        Id(41),
        "w1",
        Both("Школа", "École"),
        [new("school", 0), new("thanks", 0)]
    );

    public static readonly Wording Generator = new(
        Both("Передати генератор", "Remettre un groupe électrogène"),
        Side.Partner,
        Both("Технічна служба", "Services techniques"),
        new LocalDate(2027, 3, 1),
        NeedsDeliberation: true
    );

    public static readonly Wording TwoGenerators = Generator with
    {
        Text = Both("Передати два генератори", "Remettre deux groupes électrogènes"),
    };

    public static readonly Wording OnlyInUkrainian = Generator with
    {
        Text = LocalText.Of((Language.Ukrainian, "Передати насос")),
    };

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static LocalText Both(string ukrainian, string french) =>
        LocalText.Of((Language.Ukrainian, ukrainian), (Language.French, french));
}

/// <summary>One of the cast. Those without an account come through a personal link.</summary>
public sealed record Player(int Number, Side Side, SeatRole Role, bool HasAccount, bool MayPresent = false)
{
    public Guid PersonId => Cast.Id(Number);
    public Guid Seat => Cast.Id(100 + Number);
    public Guid Link => Cast.Id(200 + Number);
    public string Language => Side == Side.Host ? Ukrainian : French;

    public Invitee Invitee => new(Seat, PersonId, Side, Role, MayPresent, Language, HasAccount);

    public Caller Caller =>
        new(PersonId, Seat, Side, IsSecretary: Role == SeatRole.Secretary, LinkId: HasAccount ? null : Link);
}
