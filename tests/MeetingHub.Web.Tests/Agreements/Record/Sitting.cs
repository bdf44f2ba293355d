using MeetingHub.Domain.Folds;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Agreements.Record;
using MeetingHub.Web.People;
using NodaTime;
using NodaTime.Testing;

namespace MeetingHub.Web.Tests.Agreements.Record;

/// <summary>
/// One whole meeting of the cast, fact by fact: an hour and a half between Izium and Chennevières on 31 January 2023, with an
/// alert in the middle. All persons are invented.
/// </summary>
internal sealed class Sitting
{
    public static readonly Guid MeetingId = Id(1);
    public static readonly Guid HostHead = Id(10);
    public static readonly Guid HostSecretary = Id(11);
    public static readonly Guid HostDeputy = Id(12);
    public static readonly Guid PartnerMayor = Id(20);
    public static readonly Guid PartnerCouncillor = Id(21);
    public static readonly Guid Screen = Id(22);
    public static readonly Guid Greeting = Id(30);
    public static readonly Guid Schools = Id(31);
    public static readonly Guid Experts = Id(40);
    public static readonly Guid Windows = Id(41);

    private readonly FakeClock clock = new(Instant.FromUtc(2023, 1, 20, 9, 0));
    private readonly List<Recorded> log = [];

    public Community Host { get; } =
        new()
        {
            Id = Id(2),
            Name = LocalText.Of(
                ("uk", "Ізюмська міська територіальна громада"),
                ("fr", "Communauté territoriale d’Izium"),
                ("en", "Izium community")
            ),
            Country = "UA",
            Zone = "Europe/Kyiv",
            Language = "uk",
        };

    public Community Partner { get; } =
        new()
        {
            Id = Id(3),
            Name = LocalText.Of(("uk", "Шеневʼєр-сюр-Марн"), ("fr", "Commune de Chennevières-sur-Marne")),
            Country = "FR",
            Zone = "Europe/Paris",
            Language = "fr",
        };

    public Dictionary<Guid, string> Names { get; } =
        new()
        {
            [HostHead] = "Олена Вигадана",
            [HostSecretary] = "Петро Уявний",
            [HostDeputy] = "Ірина Відсутня",
            [PartnerMayor] = "Claire Fictive",
            [PartnerCouncillor] = "Paul Imaginaire",
            [Screen] = "Salle du conseil",
        };

    public Dictionary<string, DeckTitles> Decks { get; } =
        new()
        {
            ["v1"] = new DeckTitles(
                LocalText.Of(("uk", "Ізюм: руйнування і відновлення"), ("fr", "Izium : destructions et relèvement")),
                new Dictionary<string, LocalText>
                {
                    ["title"] = LocalText.Of(("uk", "Ізюм, січень 2023 року"), ("fr", "Izium, janvier 2023")),
                    ["schools"] = LocalText.Of(("uk", "Школи")),
                }
            ),
        };

    public Minutes Minutes => Minutes.Of(MeetingId, log);

    public RecordSheet Sheet(string language) => RecordSheet.Of(Minutes, Names, Host, Partner, Decks, language);

    public byte[] Docx() => RecordDocx.Write(Sheet("uk"), Sheet("fr"));

    public static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static Sitting Scheduled()
    {
        var sitting = new Sitting();
        var start = Instant.FromUtc(2023, 1, 31, 13, 0);
        return sitting
            .Happens(
                new MeetingScheduled(
                    sitting.Host.Id,
                    sitting.Partner.Id,
                    "uk",
                    "fr",
                    new MeetingPlan(
                        LocalText.Of(("uk", "Перша зустріч"), ("fr", "Première rencontre")),
                        MeetingKind.AddressToCouncil,
                        new LocalDateTime(2023, 1, 31, 15, 0),
                        "Europe/Kyiv",
                        start,
                        90,
                        [
                            new AgendaItem(Greeting, LocalText.Of(("uk", "Вітання"), ("fr", "Accueil")), 10),
                            new AgendaItem(Schools, LocalText.Of(("uk", "Школи"), ("fr", "Écoles")), 40),
                        ],
                        null,
                        true
                    )
                )
            )
            .Invites(HostHead, Side.Host, SeatRole.Head)
            .Invites(HostSecretary, Side.Host, SeatRole.Secretary)
            .Invites(HostDeputy, Side.Host, SeatRole.Participant)
            .Invites(PartnerMayor, Side.Partner, SeatRole.Head)
            .Invites(PartnerCouncillor, Side.Partner, SeatRole.Participant)
            .Invites(Screen, Side.Partner, SeatRole.Chamber);
    }

    public static Sitting Held() =>
        Scheduled()
            .At(12, 55, Came(HostHead, HostSecretary, PartnerMayor, Screen))
            .At(13, 0, new DeckPlaced(Id(4), "v1", LocalText.Of(("uk", "Ізюм")), [new("title", 0), new("schools", 2)]))
            .At(13, 2, new MeetingOpened())
            .At(13, 3, new AgendaItemOpened(Greeting), Came(PartnerCouncillor))
            .At(13, 15, new AgendaItemOpened(Schools))
            .At(13, 16, new SlideShown("v1", "schools", 0))
            .At(13, 17, new SlideShown("v1", "schools", 1))
            .At(13, 30, new MeetingPaused(PauseReason.AirRaidAlert), Left(PartnerCouncillor))
            .At(13, 52, new MeetingResumed())
            .At(14, 5, new QuestionAsked(Id(50), PartnerMayor, Side.Partner, "fr", "Combien d’écoles sont détruites ?"))
            .At(14, 8, new QuestionAnswered(Id(50), "П’ять.", "uk"))
            .At(
                14,
                20,
                new ActionItemProposed(Experts, Side.Host, ExpertsWording),
                new ActionItemProposed(Windows, Side.Partner, WindowsWording)
            )
            .At(14, 25, new ActionItemConfirmed(Experts, Side.Host, HostHead, ExpertsWording.Hash()))
            .At(14, 40, new MeetingClosed())
            .At(
                14 + 24 * 3,
                0,
                new ActionItemConfirmed(Experts, Side.Partner, PartnerMayor, ExpertsWording.Hash()),
                new ActionItemAgreed(Experts, ExpertsWording.Hash())
            )
            .At(15 + 24 * 3, 0, HostSecretary, new RecordAnnotated(Id(60), "agenda", Side.Host, "uk", "Час уточнено."));

    public static Wording ExpertsWording { get; } =
        new(
            LocalText.Of(
                ("uk", "Надіслати двох фахівців для обстеження шкіл"),
                ("fr", "Envoyer deux experts pour inspecter les écoles")
            ),
            Side.Partner,
            LocalText.Of(("uk", "технічна служба"), ("fr", "services techniques")),
            new LocalDate(2023, 3, 15),
            true
        );

    public static Wording WindowsWording { get; } =
        new(
            LocalText.Of(("fr", "Envoyer la liste des fenêtres à remplacer")),
            Side.Host,
            LocalText.Of(("uk", "відділ освіти"), ("fr", "service de l’éducation")),
            null,
            false
        );

    public Sitting Happens(params MeetingEvent[] facts) => Happens(null, facts);

    /// <summary>At this time, UTC, of 31 January; hours go beyond 24.</summary>
    public Sitting At(int hour, int minute, params MeetingEvent[] facts) => At(hour, minute, Guid.Empty, facts);

    public Sitting At(int hour, int minute, Guid by, params MeetingEvent[] facts)
    {
        clock.Reset(Instant.FromUtc(2023, 1, 31, 0, 0) + Duration.FromMinutes(60 * hour + minute));
        return Happens(by == Guid.Empty ? null : by, facts);
    }

    public static AttendanceNoted Came(params Guid[] seats) => new([.. seats], []);

    public static AttendanceNoted Left(params Guid[] seats) => new([], [.. seats]);

    // A person's id is the seat's own here: there is one seat for each.
    private Sitting Invites(Guid seat, Side side, SeatRole role) =>
        Happens(new PersonInvited(seat, seat, side, role, false, side == Side.Host ? "uk" : "fr", true, side));

    private Sitting Happens(Guid? by, MeetingEvent[] facts)
    {
        log.AddRange(facts.Select((fact, i) => new Recorded(log.Count + 1 + i, clock.GetCurrentInstant(), by, fact)));
        return this;
    }
}
