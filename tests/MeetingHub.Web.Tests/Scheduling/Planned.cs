using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

/// <summary>
/// The application at a time that stands still, two weeks before a meeting to which the maire (with an account) and a guest
/// (without) are asked. Letters go nowhere but into <see cref="Post"/>.
/// </summary>
public sealed class Planned : IAsyncDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2027, 1, 6, 13, 0);
    public static readonly Instant Start = Instant.FromUtc(2027, 1, 20, 13, 0);

    private Planned(App app) => App = app;

    public App App { get; }
    public FakeClock Clock => App.Clock!;
    public Post Post { get; private init; } = null!;
    public Guid Id { get; } = Guid.CreateVersion7();
    public Person Maire { get; private set; } = null!;
    public Person Guest { get; private set; } = null!;
    public Caller Secretary { get; private set; } = null!;
    public Secretariat Secretariat => App.Services.GetRequiredService<Secretariat>();

    public static async Task<Planned> Make(
        Func<MeetingPlan, MeetingPlan>? change = null,
        Action<IServiceCollection>? instead = null
    )
    {
        var post = new Post();
        var app = new App
        {
            Clock = new FakeClock(Now),
            Instead = s =>
            {
                s.AddSingleton<IMailTransport>(post);
                instead?.Invoke(s);
            },
        };
        var planned = new Planned(app) { Post = post };
        await planned.Schedule(change ?? (p => p));
        await planned.Send();
        post.Clear();
        return planned;
    }

    public async Task<Meeting> Meeting() => (await App.Meeting(Id))!;

    public Task<List<OutboxMessage>> Reminders() =>
        App.Ask(db =>
            db.Outbox.AsNoTracking()
                .Where(m => m.MeetingId == Id && m.Kind == LetterKind.Reminder)
                .OrderBy(m => m.DueAt)
                .ToListAsync()
        );

    /// <summary>Sends all that is due, as one node's sender would.</summary>
    public async Task Send()
    {
        while (await App.Services.GetRequiredService<LetterSender>().SendDue(CancellationToken.None) > 0) { }
    }

    public Task SendAt(Instant at)
    {
        Clock.Reset(at);
        return Send();
    }

    public async Task<Secretariat.Result> Revise(Func<MeetingPlan, MeetingPlan> change)
    {
        var meeting = await Meeting();
        var result = await Secretariat.Revise(
            Id,
            Secretary,
            Guid.CreateVersion7(),
            meeting.PlanRevision,
            change(meeting.Plan)
        );
        Assert.Null(result.Refusal);
        return result;
    }

    public static MeetingPlan At(MeetingPlan plan, Instant start) =>
        plan with
        {
            Start = start,
            Local = start.InZone(DateTimeZoneProviders.Tzdb[plan.Zone]).LocalDateTime,
        };

    private async Task Schedule(Func<MeetingPlan, MeetingPlan> change)
    {
        Maire = await App.PersonOf(App.PartnerHead);
        var secretary = await App.PersonOf(App.Secretary);
        Secretary = new Caller(secretary.Id, null, Side.Host, true);
        await using (var scope = App.Services.CreateAsyncScope())
            Guest = await scope
                .ServiceProvider.GetRequiredService<Accounts>()
                .Add(
                    new(
                        "Léa Invitée",
                        "guest@example.org",
                        "fr",
                        "America/Toronto",
                        null,
                        OrganisationRole.Guest,
                        LocalText.Empty
                    ),
                    secretary.Id
                );
        var plan = new MeetingPlan(
            LocalText.Of(("uk", "Зустріч"), ("fr", "Rencontre"), ("en", "Meeting")),
            MeetingKind.AddressToCouncil,
            new LocalDateTime(2027, 1, 20, 15, 0),
            "Europe/Kyiv",
            Start,
            60,
            [new AgendaItem(Guid.CreateVersion7(), LocalText.Of(("uk", "Вітання"), ("fr", "Accueil")), 10)],
            null,
            AdmitAutomatically: true
        );
        var scheduled = new MeetingScheduled(
            secretary.CommunityId!.Value,
            Maire.CommunityId!.Value,
            "uk",
            "fr",
            change(plan)
        );
        Invitee[] asked =
        [
            new(Guid.CreateVersion7(), Maire.Id, Side.Partner, SeatRole.Head, false, "fr", true),
            new(Guid.CreateVersion7(), Guest.Id, Side.Partner, SeatRole.Participant, false, "fr", false),
        ];
        Assert.Null((await Secretariat.Schedule(Id, scheduled, Secretary, asked)).Refusal);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>Takes letters over and remembers them; a test may have it fail first, or wait.</summary>
public sealed class Post : IMailTransport
{
    private readonly List<Letter> letters = [];

    /// <summary>Runs before a letter is taken over.</summary>
    public Func<Letter, Task>? Before { get; set; }

    public IReadOnlyList<Letter> Letters
    {
        get
        {
            lock (letters)
                return [.. letters];
        }
    }

    public async Task Send(Letter letter, CancellationToken ct)
    {
        await (Before?.Invoke(letter) ?? Task.CompletedTask);
        lock (letters)
            letters.Add(letter);
    }

    public void Clear()
    {
        lock (letters)
            letters.Clear();
    }
}
