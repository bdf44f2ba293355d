using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Agreements.Record;
using MeetingHub.Web.Calendar;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Agreements;

public static class AgreementsFeature
{
    public static IServiceCollection AddAgreements(this IServiceCollection services)
    {
        services.AddSingleton<ISummary, ActionItemRows>();
        services.AddScoped<Register>();
        services.AddScoped<Records>();
        return services;
    }

    public static void MapAgreements(this WebApplication app)
    {
        foreach (var place in new[] { "/meetings", "/m" })
            app.MapGet($"{place}/{{id:guid}}/record.{{form:regex(^(docx|json|csv|ics)$)}}", Download);
        app.MapGet("/actions.csv", RegisterCsv).RequireAuthorization();
        app.MapGet("/actions.ics", RegisterIcs).RequireAuthorization();
    }

    private static async Task<IResult> Download(
        Guid id,
        string form,
        Records records,
        HttpContext http,
        Addresses addresses
    )
    {
        if (await records.For(http, id) is not { Source: var source })
            return Results.NotFound();
        var m = source.Meeting;
        return form switch
        {
            "docx" => Results.File(
                RecordDocx.Write(source.Sheet(m.HostLanguage), source.Sheet(m.PartnerLanguage)),
                RecordDocx.ContentType,
                "record.docx"
            ),
            "json" => Results.File(
                RecordJson.Write(source.Minutes, source.Names, source.Host, source.Partner, source.Decks),
                "application/json"
            ),
            "csv" => Csv(ActionItemLine.Of(m, source.Host, source.Partner)),
            _ => Ics(m.Items.Select(i => Todo(i, m.Id, addresses, Reader(http), m.CalendarStamp))),
        };
    }

    private static async Task<IResult> RegisterCsv(
        Guid? partner,
        string? status,
        Guid? owner,
        bool? overdue,
        Register register,
        CurrentPerson current,
        MeetingLog log,
        HubDb db
    )
    {
        var entries = Register.Filter(
            await register.Of(await current.Get()),
            new(partner, status, owner, overdue ?? false)
        );
        var communities = await db.Communities.AsNoTracking().ToDictionaryAsync(c => c.Id);
        var lines = new List<ActionItemLine>();
        foreach (var entry in entries)
        {
            var meeting = (await log.Find(entry.MeetingId))!;
            lines.Add(
                new ActionItemLine(meeting, communities[meeting.HostId], communities[meeting.PartnerId], entry.Item)
            );
        }

        return Csv(lines);
    }

    private static async Task<IResult> RegisterIcs(
        Guid? partner,
        string? status,
        Guid? owner,
        bool? overdue,
        Register register,
        CurrentPerson current,
        Addresses addresses,
        HttpContext http
    )
    {
        var entries = Register.Filter(
            await register.Of(await current.Get()),
            new(partner, status, owner, overdue ?? false)
        );
        return Ics(entries.Select(e => Todo(e.Item, e.MeetingId, addresses, Reader(http), e.UpdatedAt)));
    }

    private static IResult Csv(IEnumerable<ActionItemLine> lines) =>
        Results.File(ActionItemsCsv.Write(lines), "text/csv; charset=utf-8", "action-items.csv");

    private static IResult Ics(IEnumerable<TodoEntry> todos) =>
        Results.File(
            System.Text.Encoding.UTF8.GetBytes(TodoCalendar.Write([.. todos])),
            "text/calendar; charset=utf-8",
            "action-items.ics"
        );

    private static TodoEntry Todo(
        ActionItem item,
        Guid meetingId,
        Addresses addresses,
        string language,
        NodaTime.Instant changed
    ) =>
        new(
            item.Id,
            changed,
            item.Wording.Text.In(language),
            item.Wording.Owner.In(language),
            item.Wording.Due,
            item.Status switch
            {
                ActionStatus.InProgress => TodoStatus.InProcess,
                ActionStatus.Done => TodoStatus.Completed,
                ActionStatus.Dropped => TodoStatus.Cancelled,
                _ => TodoStatus.NeedsAction,
            },
            new Uri($"{addresses.Root}/m/{meetingId}")
        );

    private static string Reader(HttpContext http) => http.RequestServices.GetRequiredService<Texts>().Language;
}
