using System.Net.Mail;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using MeetingHub.Web.Shared.Security;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Meetings;

/// <summary>
/// Turns typed names into people and invitees. A known address is the person it belongs to, under the name that they gave
/// themselves; an unknown one becomes a guest without an account.
/// </summary>
public sealed class Newcomers(HubDb db, Accounts accounts, Texts texts)
{
    public async Task<(IReadOnlyList<Invitee> Invited, string? Wrong)> Make(
        IEnumerable<NewcomerRow> rows,
        Person by,
        Community partner,
        Guid host
    )
    {
        var typed = rows.Where(r => !string.IsNullOrWhiteSpace(r.Name) || !string.IsNullOrWhiteSpace(r.Email)).ToList();
        foreach (var row in typed)
        {
            if (PlainName.Of(row.Name).Length == 0)
                return ([], texts["newcomer.name_missing", row.Email]);
            if (row.Email is { Length: > 0 } address && !MailAddress.TryCreate(address, out _))
                return ([], texts["newcomer.address_wrong", address]);
            if (!Language.IsKnown(row.Language))
                return ([], texts["refusal.language_unknown"]);
        }

        var invited = new List<Invitee>();
        foreach (var row in typed)
        {
            var zone = row.Side == Side.Partner ? partner.Zone : (await db.Communities.FindAsync(host))!.Zone;
            var person = await Known(row.Email) ?? await accounts.Add(Guest(row, zone), by.Id);
            invited.Add(
                new Invitee(
                    Guid.CreateVersion7(),
                    person.Id,
                    row.Side,
                    row.Role,
                    row.MayPresent ?? row.Role == SeatRole.Head,
                    person.Language,
                    person.HasAccount
                )
            );
        }

        return (invited.DistinctBy(i => i.PersonId).ToList(), null);
    }

    private async Task<Person?> Known(string? email)
    {
        var address = email?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(address)
            ? null
            : await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Email == address);
    }

    private static Accounts.NewPerson Guest(NewcomerRow row, string zone) =>
        new(
            row.Name!,
            string.IsNullOrWhiteSpace(row.Email) ? null : row.Email,
            row.Language,
            zone,
            null,
            OrganisationRole.Guest,
            LocalText.Empty
        );
}
