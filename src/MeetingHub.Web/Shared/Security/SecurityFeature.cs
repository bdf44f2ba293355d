using System.Globalization;
using System.Threading.RateLimiting;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.RateLimiting;

namespace MeetingHub.Web.Shared.Security;

public static class SecurityFeature
{
    public const string SignInLimit = "sign-in";
    public const string JoinLimit = "join";
    public const string ApiLimit = "api";

    public static IServiceCollection AddSecurity(this IServiceCollection services, HubSettings settings)
    {
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "antiforgery";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
        return services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = Explain;
            // Only what changes something counts: a page may be looked at as often as one likes.
            o.AddPolicy(SignInLimit, http => ByAddress(http, settings.SignInsAMinute));
            o.AddPolicy(JoinLimit, http => ByAddress(http, settings.JoinsAMinute));
            o.AddPolicy(ApiLimit, http => ByPerson(http, settings.ApiRequestsAMinute));
        });
    }

    private static RateLimitPartition<string> ByAddress(HttpContext http, int perMinute) =>
        HttpMethods.IsGet(http.Request.Method)
            ? RateLimitPartition.GetNoLimiter("get")
            : RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }
            );

    private static RateLimitPartition<Guid> ByPerson(HttpContext http, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(
            http.User.Person() ?? default,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }
        );

    private static async ValueTask Explain(OnRejectedContext context, CancellationToken stop)
    {
        var http = context.HttpContext;
        http.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
        var texts = http.RequestServices.GetRequiredService<Texts>();
        if (Problems.IsProgram(http))
        {
            await texts.Problem(Refusal.RateLimited).ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(texts.Text(Refusal.RateLimited), stop);
    }
}
