using MeetingHub.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingHub.Web.Tests.Mail.Inbox;

/// <summary>The application's database without the application.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;

    public Database()
    {
        services = new ServiceCollection()
            .AddLogging()
            .AddData(new HubSettings { DataFolder = folder.Path })
            .BuildServiceProvider();
        using var db = Databases.CreateDbContext();
        db.Database.Migrate();
    }

    public IDbContextFactory<HubDb> Databases => services.GetRequiredService<IDbContextFactory<HubDb>>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
