using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Finding;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>The places whose clocks count in a poll: the two communities, and each zone besides in which somebody is.</summary>
public sealed record PollPlaces(Customs Host, Customs Partner, IReadOnlyList<Customs> Customs)
{
    public IEnumerable<string> Zones => Customs.Select(c => c.Zone);

    public static async Task<PollPlaces> Of(CustomsBook book, StoredPoll stored)
    {
        var (host, partner) = (await book.Of(stored.Host), await book.Of(stored.Partner));
        string[] known = [LocalSlot.Canonical(host.Zone), LocalSlot.Canonical(partner.Zone)];
        var elsewhere = stored
            .Voters.Select(v => v.Zone ?? stored.People.GetValueOrDefault(v.PersonId)?.Zone)
            .OfType<string>()
            .Where(LocalSlot.IsZone)
            .Select(LocalSlot.Canonical)
            .Distinct()
            .Except(known)
            .Select(z => new Customs(LocalHours.Office(z)));
        return new PollPlaces(host, partner, [host, partner, .. elsewhere]);
    }

    /// <summary>By which customs somebody in this zone lives.</summary>
    public Customs In(string zone) =>
        Customs.FirstOrDefault(c => LocalSlot.Canonical(c.Zone) == zone) ?? new Customs(LocalHours.Office(zone));
}
