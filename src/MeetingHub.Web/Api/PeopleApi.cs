using System.Net.Mail;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using MeetingHub.Web.Shared.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Api;

public sealed record NewPersonIn(
    string Name,
    string Language,
    string? Email = null,
    string? Zone = null,
    OrganisationRole Role = OrganisationRole.Member
);

public sealed record PersonOut(Guid Id, string Name, string? Email, string Language, string Zone, OrganisationRole Role)
{
    public static PersonOut Of(Person p) => new(p.Id, p.Name, p.Email, p.Language, p.Zone, p.Role);
}

public sealed record CommunityOut(Guid Id, LocalText Name, string Country, string Zone, string Language);

public static class PeopleApi
{
    public static void MapPeopleApi(this RouteGroupBuilder api)
    {
        var people = api.MapGroup("").WithTags("People");
        people
            .MapGet("me", async (CurrentPerson me) => TypedResults.Ok(PersonOut.Of(await me.Get())))
            .WithSummary("Who you are");
        people.MapGet("communities", Communities).WithSummary("The communities that MeetingHub knows");
        people.MapGet("people", List).WithSummary("The people of your community");
        people.MapPost("people", Add).WithSummary("Add a person to your community");
    }

    private static async Task<Ok<List<CommunityOut>>> Communities(HubDb db) =>
        TypedResults.Ok(
            await db
                .Communities.Select(c => new CommunityOut(c.Id, c.Name, c.Country, c.Zone, c.Language))
                .ToListAsync()
        );

    private static async Task<Ok<List<PersonOut>>> List(HubDb db, CurrentPerson current)
    {
        var me = await current.Get();
        var people = await db
            .People.AsNoTracking()
            .Where(p => p.CommunityId == me.CommunityId && p.CommunityId != null)
            .ToListAsync();
        return TypedResults.Ok(people.ConvertAll(PersonOut.Of));
    }

    private static async Task<Results<Created<PersonOut>, ProblemHttpResult>> Add(
        NewPersonIn entry,
        HubDb db,
        HttpContext http,
        CurrentPerson current,
        Accounts accounts,
        Texts texts
    )
    {
        var me = await current.Get();
        if (
            !me.IsSecretary
            || entry.Role == OrganisationRole.Administrator && me.Role != OrganisationRole.Administrator
        )
            return texts.Problem(Refusal.NotAllowed);
        if (PlainName.Of(entry.Name).Length == 0)
            return Problems.Problem(texts["newcomer.name_missing", ""], 422, "name_missing");
        if (!Language.IsKnown(entry.Language))
            return texts.Problem(Refusal.LanguageUnknown);
        if (entry.Zone is not null && !LocalSlot.IsZone(entry.Zone))
            return texts.Problem(Refusal.ZoneUnknown);
        if (entry.Email is not null && !MailAddress.TryCreate(entry.Email, out _))
            return Problems.Problem(texts["newcomer.address_wrong", entry.Email], 422, "email_invalid");
        var address = entry.Email?.Trim().ToLowerInvariant();
        var id = http.Operation();
        if (address is not null && await db.People.AnyAsync(p => p.Email == address && p.Id != id))
            return Problems.Problem(texts["people.address_taken"], 409, "email_taken");
        var zone = LocalSlot.Canonical(entry.Zone ?? me.Zone);
        var person = await accounts.Add(
            new(entry.Name, address, entry.Language, zone, me.CommunityId, entry.Role, LocalText.Empty),
            me.Id,
            id
        );
        return TypedResults.Created($"/api/v1/people/{person.Id}", PersonOut.Of(person));
    }
}
