using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Evidence.Import;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Shared.Demo;

/// <summary>
/// The demo: two real places, invented people with addresses under <c>.example</c>, one meeting ahead. Planted only into an
/// empty database, by the same doors that users go through.
/// </summary>
public sealed class DemoSeed(
    HubDb db,
    Accounts accounts,
    Scheduling.Secretariat secretariat,
    MeetingLog log,
    DeckLibrary decks,
    RegisterBook registers,
    IClock clock
)
{
    private const string Password = "meet-in-the-middle";

    public static string SignIns { get; } =
        $"""
            Demo sign-ins, password "{Password}":
              secretary@izium.example (Ukrainian)       head@izium.example
              secretary@chennevieres.example (French)   maire@chennevieres.example
            """;

    private static readonly Community Izium = new()
    {
        Id = Guid.Parse("11111111-0000-4000-8000-000000000001"),
        Name = LocalText.Of(
            ("uk", "Ізюмська міська територіальна громада"),
            ("fr", "Communauté territoriale d’Izioum"),
            ("en", "Izium community")
        ),
        Country = "UA",
        Zone = "Europe/Kyiv",
        Language = Language.Ukrainian,
        CurfewFrom = new LocalTime(0, 0),
        CurfewTo = new LocalTime(5, 0),
    };

    private static readonly Community Chennevieres = new()
    {
        Id = Guid.Parse("22222222-0000-4000-8000-000000000002"),
        Name = LocalText.Of(
            ("uk", "Шенневьєр-сюр-Марн"),
            ("fr", "Chennevières-sur-Marne"),
            ("en", "Chennevières-sur-Marne")
        ),
        Country = "FR",
        Zone = "Europe/Paris",
        Language = Language.French,
        Population = 18_000,
    };

    public async Task Plant()
    {
        if (await db.Communities.AnyAsync())
            return;

        db.Communities.AddRange(Izium, Chennevieres);
        await db.SaveChangesAsync();
        var secretary = await Add(
            "Олена Приклад",
            "secretary@izium.example",
            Izium,
            OrganisationRole.Secretary,
            "секретар"
        );
        var head = await Add(
            "Тарас Зразок",
            "head@izium.example",
            Izium,
            OrganisationRole.Head,
            "голова адміністрації"
        );
        await Add("Ірина Тлумач", "interpreter@izium.example", Izium, OrganisationRole.Interpreter, "перекладач");
        var greffe = await Add(
            "Camille Exemple",
            "secretary@chennevieres.example",
            Chennevieres,
            OrganisationRole.Secretary,
            "secrétaire de séance"
        );
        var maire = await Add(
            "Dominique Modèle",
            "maire@chennevieres.example",
            Chennevieres,
            OrganisationRole.Head,
            "maire"
        );
        var councillor = await accounts.Add(
            new(
                "Claude Témoin",
                "conseil@chennevieres.example",
                "fr",
                Chennevieres.Zone,
                Chennevieres.Id,
                OrganisationRole.Member,
                LocalText.Of(("fr", "conseiller municipal"))
            ),
            null
        );
        await DemoRegisters.Plant(registers, Izium.Id, Izium.Country, secretary.Id);
        var deck = await decks.PlantDemo(Izium.Id, secretary.Id);
        await Meet(secretary, head, greffe, maire, councillor, deck);
    }

    private async Task Meet(
        Person secretary,
        Person head,
        Person greffe,
        Person maire,
        Person councillor,
        DeckPlaced deck
    )
    {
        var id = Guid.CreateVersion7();
        var local = clock
            .GetCurrentInstant()
            .InZone(DateTimeZoneProviders.Tzdb[Izium.Zone])
            .Date.PlusDays(7)
            .At(new(15, 0));
        while (local.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            local = local.PlusDays(1);
        var plan = new MeetingPlan(
            LocalText.Of(
                ("uk", "Знайомство громад: збитки й відновлення Ізюма"),
                ("fr", "Rencontre des communes : dommages et relèvement d’Izioum"),
                ("en", "Meeting of the communities: damage and recovery of Izium")
            ),
            MeetingKind.AddressToCouncil,
            local,
            Izium.Zone,
            local.InZoneLeniently(DateTimeZoneProviders.Tzdb[Izium.Zone]).ToInstant(),
            60,
            [
                Item(10, "Вітання сторін", "Mots d’accueil", "Words of welcome"),
                Item(25, "Збитки й план відновлення", "Dommages et plan de relèvement", "Damage and recovery plan"),
                Item(15, "Запитання", "Questions", "Questions"),
                Item(10, "Домовленості", "Actions à mener", "Action items"),
            ],
            "https://video.example/izium-chennevieres",
            AdmitAutomatically: true
        );
        var caller = new Caller(secretary.Id, null, Side.Host, true);
        Invitee[] invited =
        [
            Invite(secretary, Side.Host, SeatRole.Secretary, true),
            Invite(head, Side.Host, SeatRole.Head, true),
            Invite(greffe, Side.Partner, SeatRole.Secretary, false),
            Invite(maire, Side.Partner, SeatRole.Head, false),
            Invite(councillor, Side.Partner, SeatRole.Participant, false),
        ];
        var scheduled = new MeetingScheduled(Izium.Id, Chennevieres.Id, Izium.Language, Chennevieres.Language, plan);
        await secretariat.Schedule(id, scheduled, caller, invited);
        var maireSeat = invited.Single(i => i.PersonId == maire.Id).SeatId;
        await secretariat.NameRepresentative(id, new Caller(greffe.Id, null, Side.Partner, true), maireSeat);
        await log.Do(id, new Command(secretary.Id, (m, _) => Presenting.PlaceDeck(m, caller, deck)));
    }

    private async Task<Person> Add(
        string name,
        string email,
        Community community,
        OrganisationRole role,
        string position
    )
    {
        var entry = new Accounts.NewPerson(
            name,
            email,
            community.Language,
            community.Zone,
            community.Id,
            role,
            LocalText.Of((community.Language, position))
        );
        var (person, result) = await accounts.AddWithAccount(entry, Password, null);
        return person ?? throw new InvalidOperationException(result.Errors.First().Description);
    }

    private static Invitee Invite(Person p, Side side, SeatRole role, bool mayPresent) =>
        new(Guid.CreateVersion7(), p.Id, side, role, mayPresent, p.Language, p.HasAccount);

    private static AgendaItem Item(int minutes, string uk, string fr, string en) =>
        new(Guid.CreateVersion7(), LocalText.Of(("uk", uk), ("fr", fr), ("en", en)), minutes);
}
