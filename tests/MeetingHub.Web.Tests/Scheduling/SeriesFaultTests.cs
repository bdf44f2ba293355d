using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Scheduling.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

public sealed class SeriesFaultTests : SeriesStage
{
    private protected override IServiceProvider Services => (again ?? throw new InvalidOperationException()).Services;

    public override async ValueTask DisposeAsync()
    {
        await (again?.DisposeAsync() ?? default);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task On_a_full_disk_a_series_stays_planned_and_nobody_is_written_to()
    {
        var (_, id) = await Plan();
        await Lose(id, 3);
        await using (var db = await Database())
            await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1");

        await Secretary.Finish(id);

        Assert.Equal(SeriesStatus.Planned, await app.Ask(db => db.Series.Select(s => s.Status).SingleAsync()));
        Assert.False(await app.Ask(db => db.Outbox.AnyAsync(m => m.SubjectId == id)));
        await using (var db = await Database())
            await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1000000");
        await Secretary.Finish(id);
        Assert.Equal(4, await app.Ask(db => db.Outbox.CountAsync(m => m.SubjectId == id)));
        Assert.Equal(7, await app.Ask(db => db.Meetings.CountAsync()));
    }

    [Fact]
    public async Task Two_nodes_that_finish_a_series_at_once_write_one_letter_each()
    {
        var (_, id) = await Plan();
        await Lose(id, 3);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Secretary.Finish(id)));

        Assert.Equal(4, await app.Ask(db => db.Outbox.CountAsync(m => m.SubjectId == id)));
    }

    [Fact]
    public async Task A_meeting_whose_hour_went_by_in_a_crash_is_left_out_of_calendars()
    {
        var (_, id) = await Plan();
        await Lose(id, 0);
        await app.Ask(db =>
            db.SeriesMeetings.Where(m => m.SeriesId == id && m.Original == new LocalDateTime(2027, 1, 12, 15, 0))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Start, Instant.FromUtc(2020, 1, 1, 0, 0)))
        );

        await Secretary.Finish(id);

        Assert.Equal(SeriesStatus.Running, await app.Ask(db => db.Series.Select(s => s.Status).SingleAsync()));
        var calendar = (await Letter(id, App.PartnerHead)).Calendar;
        Assert.Contains("EXDATE;TZID=Europe/Kyiv:20270112T150000", calendar, StringComparison.Ordinal);
    }

    private Restarted? again;

    private SeriesSecretariat Secretary => Services.GetRequiredService<SeriesSecretariat>();

    private Task<HubDb> Database() => Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();

    /// <summary>As a crash leaves it: planned, one meeting without a log, no letters.</summary>
    private async Task Lose(Guid id, int index)
    {
        var lost = (await Meeting(id, index)).Id;
        await app.Ask(async db =>
        {
            await db.Events.Where(e => e.MeetingId == lost).ExecuteDeleteAsync();
            await db.Meetings.Where(m => m.Id == lost).ExecuteDeleteAsync();
            await db.JoinLinks.Where(l => l.MeetingId == lost).ExecuteDeleteAsync();
            await db.Outbox.Where(m => m.SubjectId == id || m.MeetingId == lost).ExecuteDeleteAsync();
            return await db.Series.ExecuteUpdateAsync(s => s.SetProperty(r => r.Status, SeriesStatus.Planned));
        });
        again = new Restarted(app, runsByItself: false); // the first remembers what it wrote
    }
}
