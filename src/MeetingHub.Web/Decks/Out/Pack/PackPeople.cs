using MeetingHub.Domain;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks.Out.Paper;
using MeetingHub.Web.Shared.Languages;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Decks.Out.Pack;

/// <summary>Somebody whose name an interpreter will have to say. Names and what they do; no addresses.</summary>
internal sealed record PackPerson(string Name, Domain.Languages.LocalText Community, SeatRole Role, bool Speaks);

internal static class PackPeople
{
    public static async Task<IReadOnlyList<PackPerson>> Of(Meeting meeting, HubDb db)
    {
        var ids = meeting.Seats.Values.Where(s => !s.IsRemoved).Select(s => s.PersonId).ToList();
        var names = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var communities = await db
            .Communities.Where(c => c.Id == meeting.HostId || c.Id == meeting.PartnerId)
            .ToDictionaryAsync(c => c.Id, c => c.Name);
        return
        [
            .. meeting
                .Seats.Values.Where(s => !s.IsRemoved && s.Role != SeatRole.Chamber && names.ContainsKey(s.PersonId))
                .OrderBy(s => s.Side)
                .ThenBy(s => s.Role)
                .ThenBy(s => names[s.PersonId], StringComparer.Ordinal)
                .Select(s => new PackPerson(
                    names[s.PersonId],
                    communities[meeting.CommunityOf(s.Side)],
                    s.Role,
                    s.MayPresent || s.Role == SeatRole.Head
                )),
        ];
    }

    public static Appendix Sheet(IReadOnlyList<PackPerson> people, Texts texts) =>
        new(
            texts["out.people"],
            [
                PackTable.Of(
                    [texts["field.name"], texts["field.role"], texts["out.community"]],
                    people.Select(p =>
                        new[]
                        {
                            p.Name,
                            texts.Of(p.Role) + (p.Speaks ? $" · {texts["meeting.may_present"]}" : ""),
                            p.Community.In(texts.Language),
                        }
                    )
                ),
            ]
        );
}
