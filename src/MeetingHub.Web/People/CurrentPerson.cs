using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.People;

/// <summary>The signed-in person behind a page, read once a request.</summary>
public sealed class CurrentPerson(HubDb db, IHttpContextAccessor http)
{
    private Person? found;

    public async Task<Person?> Find() =>
        found ??= http.HttpContext?.User.Person() is { } id
            ? await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id)
            : null;

    public async Task<Person> Get() =>
        await Find() ?? throw new InvalidOperationException("This page is for those signed in.");
}
