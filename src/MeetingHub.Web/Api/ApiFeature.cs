using System.Text.Json.Serialization;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Security;
using Microsoft.AspNetCore.Authorization;

namespace MeetingHub.Web.Api;

public static class ApiFeature
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o =>
        {
            var json = EventJson.Configure(o.SerializerOptions);
            // What the document calls required is required, and a number is a number.
            json.RespectNullableAnnotations = true;
            json.RespectRequiredConstructorParameters = true;
            json.NumberHandling = JsonNumberHandling.Strict;
        });
        // A request that cannot be read is told as a problem, in Production too.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddScoped<ApiDoor>();
        return services.AddOpenApi("v1", OpenApiDocuments.Describe);
    }

    public static void MapApi(this WebApplication app)
    {
        // By token alone: a cookie would let any page that a secretary visits write in their name.
        var byToken = new AuthorizationPolicyBuilder(BearerScheme.Name).RequireAuthenticatedUser().Build();
        var api = app.MapGroup("/api/v1")
            .RequireAuthorization(byToken)
            .RequireRateLimiting(SecurityFeature.ApiLimit)
            .DisableAntiforgery();
        foreach (var status in new[] { 400, 401, 403, 404, 422, 429, 503 })
            api.ProducesProblem(status);
        api.MapPeopleApi();
        api.MapMeetingsApi();
        api.MapSeatsApi();
        api.MapTimesApi();
        api.MapDecksApi();
        api.MapRegistersApi();
        api.MapReleasesApi();
        api.MapViewsApi();
        api.MapAgreementsApi();

        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapApiReference();
    }

    public static void UseApi(this WebApplication app) =>
        app.UseWhen(Problems.IsProgram, api => api.UseMiddleware<Idempotency>());
}
