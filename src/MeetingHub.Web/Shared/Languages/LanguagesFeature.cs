using System.Globalization;
using MeetingHub.Domain.Languages;
using Microsoft.AspNetCore.Localization;

namespace MeetingHub.Web.Shared.Languages;

public static class LanguagesFeature
{
    public const string Cookie = "language";

    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddSingleton<Texts>();
        services.AddScoped<Times>();
        return services.Configure<RequestLocalizationOptions>(o =>
        {
            var cultures = Language.All.Select(CultureInfo.GetCultureInfo).ToList();
            o.DefaultRequestCulture = new RequestCulture(Language.English);
            o.SupportedCultures = cultures;
            o.SupportedUICultures = cultures;
            o.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(http => Task.FromResult(Chosen(http))),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
    }

    public static void MapLanguages(this WebApplication app) =>
        app.MapGet(
            "/language/{code}",
            (string code, string? @return, HttpContext http) =>
            {
                if (Language.IsKnown(code))
                    Choose(http, code);
                return Results.LocalRedirect(IsOurs(@return) ? @return! : "/");
            }
        );

    public static void Choose(HttpContext http, string code) =>
        http.Response.Cookies.Append(
            Cookie,
            code,
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                IsEssential = true,
                Secure = http.Request.IsHttps,
            }
        );

    /// <summary>A path on this site and nothing that a browser would read as another one.</summary>
    public static bool IsOurs(string? path) =>
        path is ['/', ..]
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal);

    private static ProviderCultureResult? Chosen(HttpContext http) =>
        Language.IsKnown(http.Request.Cookies[Cookie]) ? new ProviderCultureResult(http.Request.Cookies[Cookie]) : null;
}
