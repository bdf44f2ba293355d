using MeetingHub.Domain.Time;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Finding;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Scheduling.Polls;

public static class PollsFeature
{
    public static IServiceCollection AddPolls(this IServiceCollection services)
    {
        services.AddSingleton<PollPost>();
        services.AddSingleton<PollSecretariat>();
        services.AddSingleton<PollMeeting>();
        services.AddSingleton<BallotBox>();
        services.AddSingleton<ILetterWriter, PollLetterWriter>();
        services.AddSingleton<PollKeeper>();
        services.AddHostedService(s => s.GetRequiredService<PollKeeper>());
        return services;
    }

    public static void MapPolls(this WebApplication app) =>
        app.MapGet("/polls/times", PreviewTime).RequireAuthorization();

    /// <summary>One row's clocks as a fragment, while somebody types.</summary>
    private static async Task<RazorComponentResult<PollTimePreview>> PreviewTime(
        string? date,
        string? time,
        string? zone,
        int? minutes,
        int? row,
        HourChoice? hour,
        Guid? partner,
        HubDb db,
        CurrentPerson current,
        PlaceBook places
    )
    {
        var me = await current.Get();
        var typed = new PollTimeRow
        {
            Date = date,
            Time = time,
            Hour = hour ?? HourChoice.Unasked,
        };
        var sides = await db
            .Communities.AsNoTracking()
            .Where(c => c.Id == me.CommunityId || c.Id == partner)
            .ToListAsync();
        return new RazorComponentResult<PollTimePreview>(
            new Dictionary<string, object?>
            {
                [nameof(PollTimePreview.Row)] = typed,
                [nameof(PollTimePreview.Zone)] = zone,
                [nameof(PollTimePreview.Minutes)] = minutes ?? 60,
                [nameof(PollTimePreview.HourName)] = $"Form.Times[{row ?? 0}].Hour",
                [nameof(PollTimePreview.Sides)] = await places.Of(
                    sides.Find(c => c.Id == me.CommunityId),
                    sides.Find(c => c.Id == partner),
                    []
                ),
            }
        );
    }
}
