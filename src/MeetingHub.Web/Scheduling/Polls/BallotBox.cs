using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Polls;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>
/// Where answers are given. Whoever holds a link answers in one person's name and does nothing else: it is looked up anew each
/// time, and forged ones are not told from those to a poll that never was.
/// </summary>
public sealed class BallotBox(IDbContextFactory<HubDb> databases, IClock clock)
{
    public sealed record Entry(StoredPoll Stored, PollVoterRow Voter, Person Person)
    {
        public string Zone => LocalSlot.Canonical(Voter.Zone ?? Person.Zone);
        public string Language => Voter.Language ?? Person.Language;
        public Ballot Ballot => Stored.BallotOf(Person.Id);
    }

    public async Task<(Entry? Entry, Refusal? Refusal)> Open(string secret, CancellationToken stop = default)
    {
        if (!Secret.CouldBe(secret))
            return (null, Refusal.LinkInvalid);
        var hash = Secret.HashOf(secret);
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.PollLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Hash == hash, stop) is not { } link)
            return (null, Refusal.LinkInvalid);
        if (link.RevokedAt is not null)
            return (null, Refusal.LinkRevoked);
        return
            await StoredPoll.Read(db, link.PollId, stop) is { } stored
            && stored.VoterOf(link.PersonId) is { } voter
            && stored.People.TryGetValue(link.PersonId, out var person)
            ? (new Entry(stored, voter, person), null)
            : (null, Refusal.LinkInvalid);
    }

    public async Task<Refusal?> Cast(
        Entry entry,
        long basedOn,
        IReadOnlyDictionary<Guid, Vote> votes,
        string? comment,
        CancellationToken stop = default
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var (pollId, personId) = (entry.Stored.Poll.Id, entry.Person.Id);
        if (await StoredPoll.ToChange(db, pollId, stop) is not { } stored || stored.VoterOf(personId) is not { } voter)
            return Refusal.LinkInvalid;
        var before = stored.BallotOf(personId);
        var decision = Voting.Cast(stored.Poll, before, basedOn, votes, comment, clock.GetCurrentInstant());
        if (decision is not BallotAccepted { After: var after })
            return ((BallotRefused)decision).Reason;
        if (after == before)
            return null;

        (voter.BallotRevision, voter.Comment, voter.SavedAt) = (after.Revision, after.Comment, after.SavedAt);
        foreach (var (option, vote) in after.Votes)
        {
            if (await db.PollBallots.FindAsync([pollId, personId, option], stop) is { } row)
                row.Vote = vote;
            else
                db.PollBallots.Add(
                    new PollBallotRow
                    {
                        PollId = pollId,
                        PersonId = personId,
                        OptionId = option,
                        Vote = vote,
                    }
                );
        }

        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.ChangedMeanwhile;
        }

        await transaction.CommitAsync(stop);
        return null;
    }

    /// <summary>Remembers language and zone: for this poll, and for good where nobody has an account to say so themselves.</summary>
    public async Task<Refusal?> Prefer(Entry entry, string language, string zone, CancellationToken stop = default)
    {
        if (!Language.IsKnown(language))
            return Refusal.LanguageUnknown;
        if (!LocalSlot.IsZone(zone))
            return Refusal.ZoneUnknown;
        await using var db = await databases.CreateDbContextAsync(stop);
        var voter = await db.PollVoters.FindAsync([entry.Stored.Poll.Id, entry.Person.Id], stop);
        var person = await db.People.FindAsync([entry.Person.Id], stop);
        if (voter is null || person is null)
            return Refusal.LinkInvalid;
        (voter.Language, voter.Zone) = (language, LocalSlot.Canonical(zone));
        if (!person.HasAccount)
            (person.Language, person.Zone) = (language, LocalSlot.Canonical(zone));
        await db.SaveChangesAsync(stop);
        return null;
    }
}
