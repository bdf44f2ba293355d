using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Scheduling.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

/// <summary>The application with a monthly group of six meetings in it, planned on the page as a secretary does.</summary>
public abstract class SeriesStage : IAsyncDisposable
{
    private protected App app { get; } = new();

    /// <summary>Where letters are worded: another node in tests of what it finds.</summary>
    private protected virtual IServiceProvider Services => app.Services;

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return app.DisposeAsync();
    }

    private protected Secretariat Secretariat => app.Services.GetRequiredService<Secretariat>();
    private protected SeriesChanges Series => app.Services.GetRequiredService<SeriesChanges>();

    private protected async Task<(Desk Desk, Guid Id)> Plan()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read("/meetings/new");
        await desk.Send(page, "form[data-once]", Typed());
        Assert.StartsWith("/series/", desk.At, StringComparison.Ordinal);
        return (desk, Guid.Parse(desk.At["/series/".Length..]));
    }

    private protected static (string, string?)[] Typed(params (string, string?)[] instead) =>
        [
            ("Form.TitleUk", "Група"),
            ("Form.TitleFr", "Comité"),
            ("Form.Date", "2027-01-12"),
            ("Form.Time", "15:00"),
            ("Form.Repeats", "Monthly"),
            ("Form.Times", "6"),
            .. instead,
        ];

    private protected async Task<Meeting> Meeting(Guid series, int index)
    {
        var ids = await app.Ask(db =>
            db.SeriesMeetings.Where(m => m.SeriesId == series)
                .OrderBy(m => m.Original)
                .Select(m => m.MeetingId)
                .ToListAsync()
        );
        return (await app.Meeting(ids[index]))!;
    }

    private protected async Task<Caller> Caller() => new((await app.PersonOf(App.Secretary)).Id, null, Side.Host, true);

    /// <summary>The last letter to somebody about a meeting or a series, worded as it would be sent.</summary>
    private protected async Task<(string Calendar, string Link)> Letter(
        Guid about,
        string email,
        LetterKind? kind = null
    )
    {
        var person = await app.PersonOf(email);
        var message = await app.Ask(db =>
            db.Outbox.AsNoTracking()
                .Where(m =>
                    (m.SubjectId == about || m.MeetingId == about)
                    && m.PersonId == person.Id
                    && m.Kind != LetterKind.Reminder
                    && (kind == null || m.Kind == kind)
                )
                .OrderByDescending(m => m.CreatedAt)
                .FirstAsync()
        );
        var writer = Services.GetServices<ILetterWriter>().Single(w => w.Writes(message.Kind));
        var letter = (await writer.Write(message, CancellationToken.None))!;
        var link =
            letter.Text.Split('\n').FirstOrDefault(l => l.StartsWith("http", StringComparison.Ordinal))
            ?? "http://none/";
        return (letter.Calendar!.Replace("\r\n ", "", StringComparison.Ordinal), link);
    }

    /// <summary>The application started again on the same data.</summary>
    private protected sealed class Restarted(App first, bool runsByItself = true)
        : Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            Microsoft.AspNetCore.Hosting.HostingAbstractionsWebHostBuilderExtensions.UseEnvironment(
                builder,
                "Development"
            );
            builder.UseSetting("MeetingHub:DataFolder", first.DataFolder);
            builder.UseSetting("MeetingHub:SeedDemo", "false");
            if (!runsByItself)
                builder.ConfigureServices(services => services.RemoveAll<IHostedService>());
        }
    }
}
