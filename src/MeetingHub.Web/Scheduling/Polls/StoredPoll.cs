using MeetingHub.Domain.Polls;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>A poll as it lies in the store, whole: a handful of queries however many times and people it has.</summary>
public sealed record StoredPoll(
    PollRow Row,
    Poll Poll,
    IReadOnlyList<PollVoterRow> Voters,
    IReadOnlyList<Ballot> Ballots,
    IReadOnlyDictionary<Guid, Person> People,
    Community Host,
    Community Partner
)
{
    /// <summary>Read to be shown. What is to be changed is read in the transaction that changes it.</summary>
    public static Task<StoredPoll?> Read(HubDb db, Guid id, CancellationToken stop = default) =>
        Load(db, id, isTracked: false, stop);

    public static Task<StoredPoll?> ToChange(HubDb db, Guid id, CancellationToken stop = default) =>
        Load(db, id, isTracked: true, stop);

    public Ballot BallotOf(Guid personId) =>
        Ballots.FirstOrDefault(b => b.PersonId == personId) ?? Ballot.Empty(personId);

    public PollVoterRow? VoterOf(Guid personId) => Voters.FirstOrDefault(v => v.PersonId == personId);

    /// <summary>Who is erased keeps their votes, without a name.</summary>
    public string NameOf(Guid personId) => People.TryGetValue(personId, out var person) ? person.Name : "—";

    public IEnumerable<PollVoterRow> Unanswered => Voters.Where(v => !BallotOf(v.PersonId).Answers(Poll));

    /// <summary>Puts what was decided into the row that was read to be changed. Options are the caller's to add.</summary>
    public void Apply(Poll after)
    {
        Row.Deadline = after.Deadline;
        Row.DeadlineZone = after.DeadlineZone;
        Row.Status = after.Status;
        Row.Revision = after.Revision;
        Row.ChosenOption = after.ChosenOption;
    }

    private static async Task<StoredPoll?> Load(HubDb db, Guid id, bool isTracked, CancellationToken stop)
    {
        IQueryable<T> As<T>(IQueryable<T> rows)
            where T : class => isTracked ? rows.AsTracking() : rows.AsNoTracking();

        if (await As(db.Polls).FirstOrDefaultAsync(p => p.Id == id, stop) is not { } row)
            return null;
        var options = await As(db.PollOptions).Where(o => o.PollId == id).OrderBy(o => o.Start).ToListAsync(stop);
        var voters = await As(db.PollVoters).Where(v => v.PollId == id).ToListAsync(stop);
        var votes = await As(db.PollBallots).Where(b => b.PollId == id).ToListAsync(stop);
        var people = await db
            .PollVoters.Where(v => v.PollId == id)
            .Join(db.People, v => v.PersonId, p => p.Id, (_, p) => p)
            .AsNoTracking()
            .ToDictionaryAsync(p => p.Id, stop);
        var communities = await db
            .Communities.AsNoTracking()
            .Where(c => c.Id == row.HostId || c.Id == row.PartnerId)
            .ToDictionaryAsync(c => c.Id, stop);
        var ordered = voters
            .OrderBy(v => v.Side)
            .ThenByDescending(v => v.IsRequired)
            .ThenBy(v => people.GetValueOrDefault(v.PersonId)?.Name, StringComparer.Ordinal)
            .ToList();
        var byPerson = votes.ToLookup(b => b.PersonId);
        return new StoredPoll(
            row,
            Of(row, options, ordered, people),
            ordered,
            [
                .. ordered.Select(v => new Ballot(
                    v.PersonId,
                    v.BallotRevision,
                    byPerson[v.PersonId].ToDictionary(b => b.OptionId, b => b.Vote),
                    v.Comment,
                    v.SavedAt
                )),
            ],
            people,
            communities[row.HostId],
            communities[row.PartnerId]
        );
    }

    private static Poll Of(
        PollRow row,
        List<PollOptionRow> options,
        List<PollVoterRow> voters,
        Dictionary<Guid, Person> people
    ) =>
        new(
            row.Id,
            row.HostId,
            row.PartnerId,
            row.Title,
            row.Kind,
            row.Minutes,
            row.Note,
            row.Deadline,
            row.DeadlineZone,
            row.Status,
            row.Revision,
            [.. options.Select(o => new PollOption(o.Id, o.Local, o.Zone, o.Start))],
            [
                .. voters.Select(v => new PollVoter(
                    v.PersonId,
                    v.Side,
                    v.Role,
                    v.IsRequired,
                    people.GetValueOrDefault(v.PersonId)?.HasAccount == true
                )),
            ]
        )
        {
            ChosenOption = row.ChosenOption,
        };
}
