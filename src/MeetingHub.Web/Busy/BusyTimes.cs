using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MeetingHub.Web.Busy;

/// <summary>
/// When people are busy: what their own calendars say, and the meetings of this house. A calendar that cannot be read says
/// "unknown", never "free"; what we know ourselves stands beside it.
/// </summary>
public sealed class BusyTimes(
    IDbContextFactory<HubDb> databases,
    SourceReadings readings,
    IOwnMeetings ownMeetings,
    IOptions<BusySettings> settings
)
{
    /// <param name="people">Whoever is not in the database, or has no source, is unknown.</param>
    /// <param name="window">Has a beginning and an end.</param>
    /// <param name="except">A meeting of ours that is to be moved, and so does not count.</param>
    public async Task<IReadOnlyDictionary<Guid, BusyAnswer>> Of(
        IReadOnlyCollection<Guid> people,
        Interval window,
        CancellationToken stop,
        Guid? except = null
    )
    {
        var own = await ownMeetings.Of(people, window, except, stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await db.BusySources.AsNoTracking().Where(b => people.Contains(b.PersonId)).ToListAsync(stop);

        // Somebody waits for the page: many slow calendars together may cost no more than two in turn.
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(TimeSpan.FromSeconds(2 * settings.Value.TimeoutSeconds));
        var read = await Task.WhenAll(
            rows.Select(async row => (row.PersonId, Answer: await readings.Recent(row, window, limited.Token)))
        );
        stop.ThrowIfCancellationRequested();

        var answers = read.ToDictionary(r => r.PersonId, r => r.Answer);
        return people
            .Distinct()
            .ToDictionary(p => p, p => With(own[p], answers.GetValueOrDefault(p) ?? NoSource, window));
    }

    private static BusyAnswer NoSource => new BusyAnswer.Unknown(BusyFault.NotConfigured);

    private static BusyAnswer With(IEnumerable<Interval> own, BusyAnswer answer, Interval window) =>
        answer switch
        {
            BusyAnswer.Known known => known with { Times = Stretches.Merge([.. known.Times, .. own], window) },
            BusyAnswer.Unknown unknown => unknown with { Times = Stretches.Merge([.. unknown.Times, .. own], window) },
            _ => answer,
        };
}
