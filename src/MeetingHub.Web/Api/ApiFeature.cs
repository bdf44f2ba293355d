using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using MeetingHub.Web.Shared.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace MeetingHub.Web.Api;

public static class ApiFeature
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => EventJson.Configure(o.SerializerOptions));
        // A request that cannot be read is told as a problem, in Production too.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddScoped<ApiDoor>();
        return services.AddOpenApi(
            "v1",
            o =>
            {
                o.ShouldInclude = endpoint =>
                    endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
                o.AddDocumentTransformer((document, _, _) => Introduce(document));
            }
        );
    }

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info.Title = "MeetingHub";
        document.Info.Description =
            "Meetings, people, decks, action items and records. Sign in with a personal access token from your profile page. "
            + "Refusals are problem details (RFC 9457) with a stable `code`. Writes take an `Idempotency-Key`: the same request "
            + "under the same key happens once.";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] },
        ];
        return Task.CompletedTask;
    }

    public static void MapApi(this WebApplication app)
    {
        // By token alone: a cookie would let any page that a secretary visits write in their name.
        var byToken = new AuthorizationPolicyBuilder(BearerScheme.Name).RequireAuthenticatedUser().Build();
        var api = app.MapGroup("/api/v1").RequireAuthorization(byToken).ProducesProblem(422).ProducesProblem(404);
        api.MapPeopleApi();
        api.MapMeetingsApi();
        api.MapDecksApi();
        api.MapAgreementsApi();
        api.MapFallback((Texts texts) => texts.Problem(Refusal.NotFound));

        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/api", DescribeTo);
    }

    // The browsable page styles itself inline: allowed there alone, where nothing that a user wrote is shown. Its scripts carry
    // this request's nonce, and it asks no other host for fonts, telemetry or anything else.
    private static void DescribeTo(ScalarOptions options, HttpContext http)
    {
        options.WithTitle("MeetingHub API").WithOpenApiRoutePattern("/openapi/v1.json").WithNonce(http.Nonce());
        options.DefaultFonts = false;
        options.Telemetry = false;
        options.DisableAgent();
        http.AllowInlineStyles();
    }

    public static void UseApi(this WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api/v1"), api => api.UseMiddleware<Idempotency>());
}
