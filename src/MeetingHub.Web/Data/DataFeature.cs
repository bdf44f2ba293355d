using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;

namespace MeetingHub.Web.Data;

public static class DataFeature
{
    public static IServiceCollection AddData(this IServiceCollection services, HubSettings settings)
    {
        var folder = new DataFolder(settings.DataFolder);
        Directory.CreateDirectory(folder.Root);
        var connection = new SqliteConnectionStringBuilder { DataSource = folder.Database, DefaultTimeout = 4 };
        services.AddSingleton(folder);
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton<FileStore>();
        services.AddSingleton<Epoch>();
        services.AddPooledDbContextFactory<SqliteHubDb>(o =>
            o.UseSqlite(
                    connection.ConnectionString,
                    sqlite => sqlite.MigrationsAssembly(typeof(HubDb).Assembly.GetName().Name)
                )
                .AddInterceptors(new SqlitePragmas())
                // Said of each migration that builds a table anew: such a one stands by itself here.
                .ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning))
        );
        services.AddSingleton<IDbContextFactory<HubDb>, Databases>();
        services.AddScoped<HubDb>(s => s.GetRequiredService<IDbContextFactory<SqliteHubDb>>().CreateDbContext());
        services
            .AddDataProtection()
            .SetApplicationName("MeetingHub")
            .PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database");
        return services;
    }

    /// <summary>Brings the database to this version's shape before the first request.</summary>
    public static async Task Migrate(this IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
        await services.GetRequiredService<Epoch>().Load();
    }

    private sealed class Databases(IDbContextFactory<SqliteHubDb> sqlite) : IDbContextFactory<HubDb>
    {
        public HubDb CreateDbContext() => sqlite.CreateDbContext();
    }
}
