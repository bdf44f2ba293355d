using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using Microsoft.AspNetCore.SignalR;

namespace MeetingHub.Web.Live;

public static class LiveFeature
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services
            .AddSignalR(o =>
            {
                // A dead phone is noticed within six seconds; the client's own numbers match (wwwroot/js/live/line.js).
                o.KeepAliveInterval = TimeSpan.FromSeconds(2);
                o.ClientTimeoutInterval = TimeSpan.FromSeconds(6);
                o.MaximumReceiveMessageSize = 32 * 1024;
                o.StatefulReconnectBufferSize = 0;
            })
            .AddJsonProtocol(o => EventJson.Configure(o.PayloadSerializerOptions));
        services.AddSingleton<Rooms>();
        services.AddSingleton<LiveViews>();
        services.AddSingleton<Broadcaster>();
        services.AddSingleton<IListener>(s => s.GetRequiredService<Broadcaster>());
        services.AddSingleton<Roll>();
        services.AddSingleton<AskLimit>();
        services.AddSingleton<DeckShelf>();
        services.AddSingleton<DeckPages>();
        services.AddScoped<RoomEntries>();
        services.AddScoped<Walkin>();
        services.AddSingleton<ShortCodes>();
        services.AddHostedService<Heartbeats>();
        services.AddHostedService<AttendanceRecorder>();
        return services;
    }

    public static void MapLive(this WebApplication app)
    {
        app.MapHub<LiveHub>("/m/{meetingId:guid}/live");
        app.MapGet("/m/{meetingId:guid}/notes", Notes);
    }

    /// <summary>Speaker notes are for those who present or interpret, never for the room.</summary>
    private static async Task<IResult> Notes(
        Guid meetingId,
        HttpContext http,
        MeetingLog log,
        Door door,
        DeckShelf shelf,
        NodaTime.IClock clock
    )
    {
        if (
            await log.Find(meetingId) is not { } meeting
            || await door.CallerOf(http, meeting) is not { } caller
            || Attending.CannotEnter(meeting, caller, clock.GetCurrentInstant()) is not null
        )
            return Results.NotFound();
        var reads =
            Presenting.MayPresent(meeting, caller) || meeting.Seats[caller.SeatId!.Value].Role == SeatRole.Interpreter;
        if (!reads)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        http.Response.Headers.CacheControl = "no-store";
        return meeting.Deck is { } deck && await shelf.Notes(deck.DeckId, deck.Version) is { } notes
            ? Results.Text(notes, "application/json")
            : Results.Text("{}", "application/json");
    }
}
