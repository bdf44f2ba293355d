using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence;

public sealed class RegisterBookTests : IAsyncDisposable
{
    private static readonly Guid Somebody = Guid.NewGuid();
    private readonly App app = new() { Clock = new FakeClock(Instant.FromUtc(2023, 1, 15, 9, 0)) };

    private RegisterBook Book => app.Services.GetRequiredService<RegisterBook>();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Rows_are_added_changed_and_left_alone_and_each_change_is_kept()
    {
        await Write(Given.Damages(3, 10));

        var written = await Write([Given.Damage("d00000", 10), Given.Damage("d00001", 11), Given.Damage("new", 1)]);

        Assert.Equal((1, 1, 1), (written.Added, written.Changed, written.Same));
        Assert.Equal([10m, 11m, 10m, 1m], (await All()).Select(d => d.DamageAmount!.Value));
        var history = await app.Ask(db =>
            db.RegisterChanges.Where(c => c.CommunityId == Given.Chennevieres && c.Key == "d00001")
                .OrderBy(c => c.Revision)
                .ToListAsync()
        );
        Assert.Equal([(1, "test"), (2, "test")], history.Select(c => (c.Revision, c.Way)));
        Assert.Equal(Somebody, history[1].By);
        Assert.Contains("11", history[1].Body, StringComparison.Ordinal);
        Assert.Equal(2, await Revision());
        Assert.Equal(2, await app.Ask(db => db.Audit.CountAsync(a => a.What == "registers_test")));
    }

    [Fact]
    public async Task Writing_the_same_again_changes_nothing_at_all()
    {
        await Write(Given.Damages(1000, 1.50m));

        var written = await Write(Given.Damages(1000, 1.5m));

        Assert.Equal((0, 0, 1000), (written.Added, written.Changed, written.Same));
        Assert.Equal(1, await Revision());
    }

    [Fact]
    public async Task What_is_written_can_be_found_by_its_words_and_is_dated()
    {
        await Write([Given.Damage("X-1")]);

        var row = await app.Ask(db => db.RegisterRows.SingleAsync(r => r.CommunityId == Given.Chennevieres));
        Assert.Contains("будинок x-1", row.Search, StringComparison.Ordinal);
        Assert.Equal((1, Somebody, Access.Open), (row.Revision, row.UpdatedBy, row.Access));
        Assert.Equal(Instant.FromUtc(2023, 1, 15, 9, 0), row.UpdatedAt);
    }

    [Fact]
    public async Task Nobody_alone_opens_a_row()
    {
        await Write([Given.Damage("d") with { Access = Access.Restricted }]);

        var written = await Write([Given.Damage("d", 5)]);

        Assert.Equal(["d"], written.AwaitRelease);
        Assert.Equal((Access.Restricted, 5m), ((await All())[0].Access, (await All())[0].DamageAmount));
    }

    [Fact]
    public async Task Cancelled_half_way_it_has_written_nothing()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Calls(done =>
        {
            if (done >= 1500)
                stop.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Book.Write(Given.Chennevieres, Somebody, "test", Given.Damages(5000), progress, stop: stop.Token)
        );

        Assert.Empty(await All());
        Assert.Equal(0, await app.Ask(db => db.RegisterChanges.CountAsync(c => c.CommunityId == Given.Chennevieres)));
        await Write(Given.Damages(2));
        Assert.Equal(2, (await All()).Count);
    }

    [Fact]
    public async Task While_much_is_prepared_somebody_else_writes_without_waiting_and_nothing_is_lost()
    {
        var others = 0;
        var progress = new Calls(done =>
        {
            if (done == 500 && others++ == 0)
                Write([Given.Damage("d00007", 7), Given.Damage("theirs")]).GetAwaiter().GetResult();
        });

        var written = await Book.Write(Given.Chennevieres, Somebody, "test", Given.Damages(1000, 1), progress);

        Assert.Equal((999, 1), (written.Added, written.Changed));
        Assert.Equal(1001, (await All()).Count);
        var revisions = await app.Ask(db =>
            db.RegisterChanges.Where(c => c.CommunityId == Given.Chennevieres && c.Key == "d00007")
                .Select(c => c.Revision)
                .ToListAsync()
        );
        Assert.Equal([1, 2], revisions.Order());
    }

    [Fact]
    public async Task Disturbed_again_and_again_it_is_written_all_the_same()
    {
        var others = 0;
        var progress = new Calls(done =>
        {
            if (done == 500)
                Write([Given.Damage($"other{others++}")]).GetAwaiter().GetResult();
        });

        await Book.Write(Given.Chennevieres, Somebody, "test", Given.Damages(1000), progress);

        Assert.Equal(1000 + others, (await All()).Count);
    }

    [Fact]
    public async Task Two_large_writes_at_once_both_arrive()
    {
        _ = app.Services; // started by one
        var both = await Task.WhenAll(
            Task.Run(() => Write(Given.Damages(3000, 1))),
            Task.Run(() => Write(Given.Damages(3000, 2)))
        );

        Assert.Equal(3000, both.Sum(w => w.Added));
        Assert.Equal(3000, both.Sum(w => w.Changed));
        Assert.Single((await All()).Select(d => d.DamageAmount).Distinct());
        Assert.Equal(
            6000,
            await app.Ask(db => db.RegisterChanges.CountAsync(c => c.CommunityId == Given.Chennevieres))
        );
    }

    [Fact]
    public async Task A_sum_of_limited_rows_that_has_been_shown_tells_nothing_of_the_next_row()
    {
        await Write([.. Enumerable.Range(1, 3).Select(i => Limited($"l{i}", 10))]);
        Assert.Equal([(3, 30m)], await Sums());

        await Write([Limited("l4", 777)]);
        Assert.Equal([(3, 30m)], await Sums());

        await Write([Limited("l5", 10), Limited("l6", 10)]);
        Assert.Equal([(6, 827m)], await Sums());

        static Damage Limited(string id, decimal amount) => Given.Damage(id, amount) with { Access = Access.Limited };
        async Task<IEnumerable<(int, decimal)>> Sums() =>
            (await Book.Public(Given.Chennevieres)).Limited.Select(l => (l.Count, l.DamageAmount!.Value));
    }

    [Fact]
    public async Task What_would_be_done_is_foreseen_and_not_done()
    {
        await Write(Given.Damages(2, 1));

        var foreseen = await Book.Foresee(
            Given.Chennevieres,
            [Given.Damage("d00000", 1), Given.Damage("d00001", 2), Given.Damage("e")]
        );

        Assert.Equal((1, 1, 1), (foreseen.Added, foreseen.Changed, foreseen.Same));
        Assert.Equal(2, (await All()).Count);
    }

    private Task<RegisterBook.Written> Write(IReadOnlyCollection<IEntry> entries) =>
        Book.Write(Given.Chennevieres, Somebody, "test", entries);

    private async Task<IReadOnlyList<Damage>> All() => (await Book.All(Given.Chennevieres)).Damages;

    private Task<long> Revision() =>
        app.Ask(db =>
            db.RegisterStates.Where(s => s.CommunityId == Given.Chennevieres).Select(s => s.Revision).FirstAsync()
        );

    private sealed class Calls(Action<int> call) : IProgress<int>
    {
        public void Report(int value) => call(value);
    }
}
