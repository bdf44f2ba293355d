using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Data;

/// <summary>SQLite knows no NodaTime: instants are kept as ticks, which sort; dates and times of day as ISO text.</summary>
public sealed class SqliteHubDb(DbContextOptions<SqliteHubDb> options) : HubDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<Instant>().HaveConversion<InstantConverter>();
        conventions.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        conventions.Properties<LocalDateTime>().HaveConversion<LocalDateTimeConverter>();
        conventions.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
    }

    private sealed class InstantConverter()
        : ValueConverter<Instant, long>(i => i.ToUnixTimeTicks(), t => Instant.FromUnixTimeTicks(t));

    private sealed class LocalDateConverter()
        : ValueConverter<LocalDate, string>(
            d => LocalDatePattern.Iso.Format(d),
            s => LocalDatePattern.Iso.Parse(s).GetValueOrThrow()
        );

    private sealed class LocalDateTimeConverter()
        : ValueConverter<LocalDateTime, string>(
            d => LocalDateTimePattern.GeneralIso.Format(d),
            s => LocalDateTimePattern.GeneralIso.Parse(s).GetValueOrThrow()
        );

    private sealed class LocalTimeConverter()
        : ValueConverter<LocalTime, string>(
            t => LocalTimePattern.GeneralIso.Format(t),
            s => LocalTimePattern.GeneralIso.Parse(s).GetValueOrThrow()
        );
}
