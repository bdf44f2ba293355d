using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Shared;

/// <summary>What can be done at the command line instead of serving: <c>token e-mail</c>, <c>restored</c>.</summary>
public static class Verbs
{
    public static async Task<int?> Run(WebApplication app, string[] args) =>
        args switch
        {
            ["token", var email, ..] => await Token(app, email),
            ["restored", ..] => await Restored(app),
            _ => null,
        };

    private static async Task<int> Token(WebApplication app, string email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var address = email.Trim().ToLowerInvariant();
        if (await db.People.FirstOrDefaultAsync(p => p.Email == address && p.HasAccount) is not { } person)
        {
            await Console.Error.WriteLineAsync($"No account has the address {email}.");
            return 1;
        }

        Console.WriteLine(await app.Services.GetRequiredService<PersonalTokens>().Make(person.Id, "command line"));
        return 0;
    }

    private static async Task<int> Restored(WebApplication app)
    {
        Console.WriteLine($"New epoch: {await app.Services.GetRequiredService<Epoch>().Draw()}");
        return 0;
    }
}
