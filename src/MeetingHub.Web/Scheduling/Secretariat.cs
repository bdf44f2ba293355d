using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling;

/// <summary>
/// What a secretariat does with a meeting ahead of it. Facts, link hashes and the letters owed are written in one transaction;
/// pages, API and the demo come in here alike.
/// </summary>
public sealed class Secretariat(
    MeetingLog log,
    IDbContextFactory<HubDb> databases,
    LinkSeal seal,
    HubSettings settings,
    IClock clock
)
{
    /// <summary>The outcome, with the raw links that are to be shown, by seat: now or never. Mailed ones are not among them.</summary>
    public sealed record Result(Outcome Outcome, IReadOnlyDictionary<Guid, string> Links)
    {
        public Refusal? Refusal => Outcome.Refusal;
    }

    public Task<Result> Schedule(
        Guid id,
        MeetingScheduled scheduled,
        Caller caller,
        IReadOnlyList<Invitee> invited,
        bool quietly = false
    ) =>
        Write(
            id,
            caller,
            id,
            (_, now) => Planning.Schedule(scheduled, caller, invited, now),
            begins: true,
            quietly: quietly
        );

    public Task<Result> Revise(Guid id, Caller caller, Guid operation, long basedOn, MeetingPlan plan) =>
        Write(id, caller, operation, (m, now) => Planning.Revise(m, caller, basedOn, plan, now));

    public Task<Result> Cancel(Guid id, Caller caller, Guid operation, string? reason, bool quietly = false) =>
        Write(id, caller, operation, (m, _) => Planning.Cancel(m, caller, reason), quietly: quietly);

    public Task<Result> MoveToFallback(Guid id, Caller caller, Guid operation) =>
        Write(id, caller, operation, (m, now) => Planning.MoveToFallback(m, caller, now));

    /// <summary>By nobody: a parliament moved the clocks, and everyone is told.</summary>
    public Task<Result> FollowZoneLaw(Guid id, IDateTimeZoneProvider zones) =>
        Write(id, null, Guid.CreateVersion7(), (m, now) => Planning.FollowZoneLaw(m, zones, now));

    /// <summary>
    /// Invites more people. Who has no address (a chamber's screen, a councillor without mail) gets a link that is shown to the
    /// secretary instead; told <paramref name="quietly"/>, nobody is written to and every link is shown.
    /// </summary>
    public async Task<Result> Invite(
        Guid id,
        Caller caller,
        Guid operation,
        IReadOnlyList<Invitee> invited,
        bool quietly = false
    )
    {
        var people = invited.Select(i => i.PersonId).ToList();
        await using var db = await databases.CreateDbContextAsync();
        var reachable = quietly
            ? []
            : await db.People.Where(p => people.Contains(p.Id) && p.Email != null).Select(p => p.Id).ToListAsync();
        // Who may act for the other side gets their link from their own side alone, as in Planning.IssueLink.
        var shown = invited
            .Where(i => !reachable.Contains(i.PersonId))
            .Where(i => i.Side == caller.Side || (!i.HasAccount && i.Role != SeatRole.Head))
            .Select(i => i.SeatId)
            .ToHashSet();
        return await Write(
            id,
            caller,
            operation,
            (m, _) => Planning.Invite(m, caller, invited),
            quietly: quietly,
            shown: shown
        );
    }

    public Task<Result> Uninvite(Guid id, Caller caller, Guid operation, Guid seatId, bool quietly = false) =>
        Write(id, caller, operation, (m, _) => Planning.Uninvite(m, caller, seatId), quietly: quietly);

    /// <summary>A fresh personal link to hand over in person or in a messenger. It is shown once.</summary>
    public async Task<Result> NewLink(Guid id, Caller caller, Guid seatId)
    {
        var link = new Drawn(Guid.CreateVersion7(), seatId, Secret.Draw());
        var outcome = await log.Do(
            id,
            new Command(
                caller.PersonId,
                (m, _) =>
                    Planning.IssueLink(
                        m,
                        caller,
                        link.Id,
                        seatId,
                        m.Plan.End + Duration.FromDays(settings.JoinLinkDays)
                    )
            )
            {
                Alongside = (db, change) => Keep(db, change.After, [link]),
            }
        );
        return new Result(outcome, outcome.Refusal is null ? Links([link]) : Links([]));
    }

    public Task<Outcome> RevokeLinks(Guid id, Caller caller, Guid seatId) =>
        log.Do(id, new Command(caller.PersonId, (m, _) => Planning.RevokeLinks(m, caller, seatId)));

    public Task<Outcome> NameRepresentative(Guid id, Caller caller, Guid seatId) =>
        log.Do(id, new Command(caller.PersonId, (m, _) => Planning.NameRepresentative(m, caller, seatId)));

    private async Task<Result> Write(
        Guid id,
        Caller? caller,
        Guid operation,
        Func<Meeting, Instant, Decision> decide,
        bool begins = false,
        bool quietly = false,
        HashSet<Guid>? shown = null
    )
    {
        IReadOnlyDictionary<Guid, LetterKind> owed = new Dictionary<Guid, LetterKind>();
        Drawn[] links = [];
        var command = new Command(
            caller?.PersonId,
            (meeting, now) =>
            {
                if (begins && meeting.Seq > 0)
                    return Refusal.AlreadyExists;
                var decision = decide(meeting, now);
                if (decision is not Accepted accepted)
                    return decision;
                var after = AsIf(meeting, accepted.Facts, now);
                owed = LettersOwed.For(after, accepted.Facts);
                links =
                [
                    .. owed.Where(o => o.Value != LetterKind.Cancellation)
                        .Select(o => new Drawn(Guid.CreateVersion7(), o.Key, Secret.Draw())),
                ];
                var expires = after.Plan is { } plan ? plan.End + Duration.FromDays(settings.JoinLinkDays) : now;
                return Decision.Of([
                    .. accepted.Facts,
                    .. links.Select(l => new JoinLinkIssued(
                        l.Id,
                        l.SeatId,
                        expires,
                        shown?.Contains(l.SeatId) == true ? caller?.Side : null
                    )),
                ]);
            }
        )
        {
            Operation = operation,
            MayBegin = begins,
            SaysNothing = quietly,
            Alongside = (db, change) =>
            {
                Keep(db, change.After, links);
                GiveToReminders(db, change.After, links);
                if (!quietly)
                    Owe(db, change.After, owed, links);
            },
        };
        return new Result(await log.Do(id, command), Links(links.Where(l => shown?.Contains(l.SeatId) == true)));
    }

    private void Owe(HubDb db, Meeting after, IReadOnlyDictionary<Guid, LetterKind> owed, IReadOnlyList<Drawn> links)
    {
        var now = clock.GetCurrentInstant();
        var secrets = links.ToDictionary(l => l.SeatId, l => l.Secret);
        foreach (var (seatId, kind) in owed.Where(o => after.Seats[o.Key].Role != SeatRole.Chamber))
        {
            db.Outbox.Add(
                new OutboxMessage
                {
                    Id = Guid.CreateVersion7(),
                    MeetingId = after.Id,
                    SeatId = seatId,
                    PersonId = after.Seats[seatId].PersonId,
                    Kind = kind,
                    AtSeq = after.Seq,
                    Secret = secrets.TryGetValue(seatId, out var secret) ? seal.Close(secret) : null,
                    CreatedAt = now,
                    DueAt = now,
                }
            );
        }
    }

    // A guest has no other way in than a link, and of a link only the hash is kept: the reminders share the one drawn now.
    private void GiveToReminders(HubDb db, Meeting after, IReadOnlyList<Drawn> links)
    {
        var secrets = links.ToDictionary(l => l.SeatId, l => l.Secret);
        foreach (var planned in db.Outbox.Local.Where(m => m.Kind == LetterKind.Reminder && m.SentAt is null))
        {
            var seat = planned.SeatId!.Value;
            if (!after.Seats[seat].HasAccount && secrets.TryGetValue(seat, out var secret))
                planned.Secret = seal.Close(secret);
        }
    }

    private static void Keep(HubDb db, Meeting after, IEnumerable<Drawn> links) =>
        db.JoinLinks.AddRange(
            links.Select(l => new JoinLinkRow
            {
                Id = l.Id,
                Hash = Secret.HashOf(l.Secret),
                MeetingId = after.Id,
                SeatId = l.SeatId,
                PersonId = after.Seats[l.SeatId].PersonId,
            })
        );

    private static Meeting AsIf(Meeting before, IReadOnlyList<MeetingEvent> facts, Instant now) =>
        facts.Aggregate(before, (m, fact) => m.Apply(new Recorded(m.Seq + 1, now, null, fact)));

    private static Dictionary<Guid, string> Links(IEnumerable<Drawn> links) =>
        links.ToDictionary(l => l.SeatId, l => l.Secret);

    private sealed record Drawn(Guid Id, Guid SeatId, string Secret);
}
