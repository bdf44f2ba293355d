using BenchmarkDotNet.Attributes;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Polls;
using MeetingHub.Web;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Finding;
using MeetingHub.Web.Scheduling.Polls;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace MeetingHub.Benchmarks.Micro;

/// <summary>The largest sheet that a secretary looks at: 20 times, 30 people in four zones, read from SQLite and rendered.</summary>
[MemoryDiagnoser]
public class PollSheets
{
    private static readonly Guid Poll = Guid.CreateVersion7();
    private static readonly Instant Now = Instant.FromUtc(2027, 2, 20, 9, 0);
    private static readonly string[] Zones = ["Europe/Kyiv", "Europe/Paris", "America/New_York", "Asia/Tokyo"];
    private readonly string folder = Directory.CreateTempSubdirectory("meetinghub-bench-").FullName;
    private ServiceProvider services = null!;

    [GlobalSetup]
    public async Task Fill()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddData(new HubSettings { DataFolder = folder });
        collection.AddLanguages();
        services = collection.BuildServiceProvider();
        await services.Migrate();
        await using var db = await Open();
        Community[] sides = [Side("UA", Zones[0], "uk"), Side("FR", Zones[1], "fr")];
        db.Communities.AddRange(sides);
        db.Polls.Add(
            new PollRow
            {
                Id = Poll,
                HostId = sides[0].Id,
                PartnerId = sides[1].Id,
                Title = LocalText.Of(("uk", "Узгодження плану")),
                Kind = MeetingKind.WorkingMeeting,
                Minutes = 60,
                Deadline = Now,
                DeadlineZone = Zones[0],
                CreatedBy = Guid.CreateVersion7(),
                CreatedAt = Now,
            }
        );
        var options = Enumerable.Range(0, 20).Select(i => Option(Now + Duration.FromHours(24 * i + 24))).ToList();
        db.PollOptions.AddRange(options);
        for (var i = 0; i < 30; i++)
            Ask(db, i, options);
        await db.SaveChangesAsync();
    }

    [GlobalCleanup]
    public void Clear()
    {
        services.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark]
    public async Task<int> Read_and_render()
    {
        await using var db = await Open();
        var stored = (await StoredPoll.Read(db, Poll))!;
        var places = await PollPlaces.Of(new CustomsBook(db), stored);
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>
            {
                [nameof(PollSheet.Stored)] = stored,
                [nameof(PollSheet.Places)] = places,
                [nameof(PollSheet.Zone)] = Zones[0],
                [nameof(PollSheet.Now)] = Now,
                [nameof(PollSheet.MayChoose)] = true,
            }
        );
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<PollSheet>(parameters)).ToHtmlString().Length
        );
    }

    private Task<HubDb> Open() => services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();

    private static Community Side(string country, string zone, string language) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Name = LocalText.Of(("en", country)),
            Country = country,
            Zone = zone,
            Language = language,
        };

    private static PollOptionRow Option(Instant start) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            PollId = Poll,
            Local = start.InZone(DateTimeZoneProviders.Tzdb[Zones[0]]).LocalDateTime,
            Zone = Zones[0],
            Start = start,
        };

    private static void Ask(HubDb db, int i, List<PollOptionRow> options)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            Name = $"Учасниця {i}",
            Language = "uk",
            Zone = Zones[i % 4],
        };
        db.People.Add(person);
        db.PollVoters.Add(
            new PollVoterRow
            {
                PollId = Poll,
                PersonId = person.Id,
                Side = i % 2 == 0 ? Domain.Meetings.Side.Host : Domain.Meetings.Side.Partner,
                Role = SeatRole.Participant,
                IsRequired = i % 5 == 0,
                SavedAt = Now,
                Comment = "Краще зранку",
            }
        );
        db.PollBallots.AddRange(
            options.Select(
                (o, n) =>
                    new PollBallotRow
                    {
                        PollId = Poll,
                        PersonId = person.Id,
                        OptionId = o.Id,
                        Vote = (Vote)((i * 7 + n) % 3),
                    }
            )
        );
    }
}
