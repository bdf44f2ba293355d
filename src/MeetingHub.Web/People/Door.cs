using System.Collections.Concurrent;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.People;

/// <summary>
/// Tells who a caller is at a meeting, anew at each request and each call of the hub: an account's role may have changed
/// and a link may have been revoked a moment ago. Who is nobody there gets null, and is told that there is no such meeting.
/// </summary>
public sealed class Door(IDbContextFactory<HubDb> databases, SeatTickets tickets)
{
    // Where a link leads never changes; whether it still holds is asked of the log at each call. So a hall that comes in at
    // once, or comes back after a cut, costs one query for each meeting and not one for each phone.
    private const int MostRemembered = 50_000;
    private readonly ConcurrentDictionary<string, SeatTicket> ticketsByHash = new(StringComparer.Ordinal);

    /// <summary>What a connection proved when it was made; what it may do is asked each time.</summary>
    public sealed record Proof(Guid? PersonId, SeatTicket? Ticket);

    public async Task<Proof> ProofOf(HttpContext http, Guid meetingId)
    {
        if (http.User.Person() is { } person)
            return new Proof(person, tickets.Read(http, meetingId));
        if (BearerScheme.TokenOf(http.Request) is { } token && Secret.CouldBe(token))
            return new Proof(
                null,
                await ByLink(token, http.RequestAborted) is { } t && t.MeetingId == meetingId ? t : null
            );
        return new Proof(null, tickets.Read(http, meetingId));
    }

    public async Task<Caller?> CallerOf(HttpContext http, Meeting meeting) =>
        await CallerOf(await ProofOf(http, meeting.Id), meeting, http.RequestAborted);

    public async Task<Caller?> CallerOf(Proof proof, Meeting meeting, CancellationToken stop = default)
    {
        if (proof.PersonId is { } personId && await AccountAt(personId, meeting, stop) is { } caller)
            return caller;
        return proof.Ticket is { } ticket && meeting.Seats.TryGetValue(ticket.SeatId, out var seat)
            ? new Caller(ticket.PersonId, ticket.SeatId, seat.Side, false, ticket.LinkId)
            : null;
    }

    /// <summary>The seat behind a personal link's secret, whether or not the link still holds; null for a forged one.</summary>
    public async Task<SeatTicket?> ByLink(string secret, CancellationToken stop = default)
    {
        if (!Secret.CouldBe(secret))
            return null;
        var hash = Secret.HashOf(secret);
        if (ticketsByHash.TryGetValue(hash, out var known))
            return known;

        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.JoinLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Hash == hash, stop) is not { } found)
            return null;
        if (ticketsByHash.Count > MostRemembered)
            ticketsByHash.Clear();
        await foreach (
            var link in db
                .JoinLinks.AsNoTracking()
                .Where(l => l.MeetingId == found.MeetingId)
                .AsAsyncEnumerable()
                .WithCancellation(stop)
        )
            ticketsByHash[link.Hash] = new SeatTicket(link.MeetingId, link.SeatId, link.PersonId, link.Id);
        return ticketsByHash[hash] = new SeatTicket(found.MeetingId, found.SeatId, found.PersonId, found.Id);
    }

    private async Task<Caller?> AccountAt(Guid personId, Meeting meeting, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var person = await db
            .People.Where(p => p.Id == personId && p.HasAccount)
            .Select(p => new { p.CommunityId, p.Role })
            .FirstOrDefaultAsync(stop);
        if (person is null)
            return null;

        var side = person.CommunityId is { } community ? meeting.SideOf(community) : null;
        var seat = meeting.SeatOf(personId);
        return side is null && seat is null
            ? null
            : new Caller(
                personId,
                seat?.Id,
                side ?? seat!.Side,
                side is not null && person.Role is (OrganisationRole.Secretary or OrganisationRole.Administrator)
            );
    }
}
