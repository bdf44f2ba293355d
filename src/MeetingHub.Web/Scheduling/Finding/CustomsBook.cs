using MeetingHub.Domain.Time;
using MeetingHub.Domain.Time.Search;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Holidays;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Scheduling.Finding;

/// <summary>
/// By which customs each person lives: those of their community while they are in its zone, with rules of their own after it;
/// elsewhere office hours of the zone that they are in.
/// </summary>
public sealed class CustomsBook(HubDb db)
{
    public async Task<IReadOnlyDictionary<Guid, Customs>> Of(IReadOnlyCollection<Person> people)
    {
        var ids = people.Select(p => p.Id).ToList();
        var communityIds = people.Select(p => p.CommunityId).OfType<Guid>().Distinct().ToList();
        var communities = await db
            .Communities.AsNoTracking()
            .Where(c => communityIds.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id);
        var rules = await db
            .TimeRules.AsNoTracking()
            .Where(r => communityIds.Contains(r.CommunityId ?? default) || ids.Contains(r.PersonId ?? default))
            .OrderBy(r => r.AddedAt)
            .ToListAsync();
        var ofCommunity = communities.Values.ToDictionary(c => c.Id, c => Of(c, Rules(rules, c.Id, null)));
        var elsewhere = new Dictionary<string, Customs>(StringComparer.Ordinal);

        Customs OfPerson(Person person)
        {
            var own = rules.Where(r => r.PersonId == person.Id).Select(r => r.Rule).ToList();
            var zone = LocalSlot.Canonical(person.Zone);
            var home =
                person.CommunityId is { } id && communities[id] is var c && LocalSlot.Canonical(c.Zone) == zone
                    ? c
                    : null;
            return (home, own.Count) switch
            {
                ({ }, 0) => ofCommunity[home.Id],
                ({ }, _) => Of(home, Rules(rules, home.Id, person.Id)),
                (null, 0) => elsewhere.TryGetValue(zone, out var known)
                    ? known
                    : elsewhere[zone] = new Customs(LocalHours.Office(zone)),
                _ => new Customs(LocalHours.Office(zone), own, [], HolidayWeight.Observed),
            };
        }

        return people.DistinctBy(p => p.Id).ToDictionary(p => p.Id, OfPerson);
    }

    public async Task<Customs> Of(Community community)
    {
        var rules = await db
            .TimeRules.AsNoTracking()
            .Where(r => r.CommunityId == community.Id)
            .OrderBy(r => r.AddedAt)
            .ToListAsync();
        return Of(community, Rules(rules, community.Id, null));
    }

    private static Customs Of(Community c, List<TimeRule> rules) =>
        new(
            c.Hours,
            rules,
            HolidayCalendar.Of(c.Country, c.Region),
            c.HolidayWeight ?? HolidayCalendar.UsualWeight(c.Country)
        );

    private static List<TimeRule> Rules(List<TimeRuleRow> all, Guid communityId, Guid? personId) =>
        [
            .. all.Where(r => r.CommunityId == communityId || (personId is not null && r.PersonId == personId))
                .OrderBy(r => r.PersonId is not null)
                .Select(r => r.Rule),
        ];
}
