using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Finding;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Meetings;

public static class MeetingsFeature
{
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddSingleton<ISummary, MeetingRows>();
        services.AddScoped<Newcomers>();
        return services;
    }

    public static void MapMeetings(this WebApplication app) =>
        app.MapGet("/meetings/times", PreviewTimes).RequireAuthorization();

    /// <summary>The form's clocks as a fragment, while somebody types.</summary>
    private static async Task<RazorComponentResult<TimesPreview>> PreviewTimes(
        string? date,
        string? time,
        string? zone,
        int? minutes,
        HourChoice? hour,
        Guid? partner,
        MeetingKind? kind,
        string? fallbackDate,
        string? fallbackTime,
        HourChoice? fallbackHour,
        string[]? zones,
        HubDb db,
        CurrentPerson current,
        PlaceBook places,
        IClock clock
    )
    {
        var me = await current.Get();
        var form = new MeetingForm
        {
            Date = date,
            Time = time,
            Zone = zone,
            Hour = hour ?? HourChoice.Unasked,
            FallbackDate = fallbackDate,
            FallbackTime = fallbackTime,
            FallbackHour = fallbackHour ?? HourChoice.Unasked,
        };
        var host = await db.Communities.AsNoTracking().FirstOrDefaultAsync(c => c.Id == me.CommunityId);
        var other = await db.Communities.AsNoTracking().FirstOrDefaultAsync(c => c.Id == partner);
        return new RazorComponentResult<TimesPreview>(
            new Dictionary<string, object?>
            {
                [nameof(TimesPreview.Slot)] = form.Slot,
                [nameof(TimesPreview.Fallback)] = form.FallbackSlot,
                [nameof(TimesPreview.Kind)] = kind ?? MeetingKind.WorkingMeeting,
                [nameof(TimesPreview.Sides)] = new[] { other, host }.OfType<Community>().ToList(),
                [nameof(TimesPreview.Minutes)] = minutes ?? 60,
                [nameof(TimesPreview.Now)] = clock.GetCurrentInstant(),
                [nameof(TimesPreview.Places)] = await places.Of(host, other, zones ?? []),
            }
        );
    }
}
