using MeetingHub.Web.Api;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Evidence.Pictures;
using MeetingHub.Web.Shared.Languages;
using MeetingHub.Web.Shared.Logging;
using MeetingHub.Web.Shared.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.ResponseCompression;

namespace MeetingHub.Web.Shared;

public static class PagesFeature
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<Addresses>();
        services.AddResponseCompression(o =>
        {
            // Pages carry no secret that an attacker could guess byte by byte (BREACH): antiforgery tokens differ each time.
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o =>
            o.Level = System.IO.Compression.CompressionLevel.Fastest
        );
        return services;
    }

    /// <summary>The order in which a request passes through the house.</summary>
    public static void UseHub(this WebApplication app)
    {
        // Each of these would be passed a thousand times as a hall comes in, and held in memory while it sits.
        app.UseWhen(IsPage, pages => pages.UseResponseCompression());
        app.UseRequestLog();
        app.UseWhen(IsPage, pages => pages.UseSecurityHeaders().UseRequestLocalization());
        app.UseMiddleware<FaultPage>();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseStatusCodePagesWithReExecute("/missing", createScopeForStatusCodePages: true);
        app.UseWhen(Problems.IsProgram, api => api.UseStatusCodePages(Explain));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseUploadLimits();
        app.UseEvidenceUploads();
        app.UseUnstoredEvidence();
        app.UseApi();
        app.UseAntiforgery();
    }

    private static Task Explain(StatusCodeContext bare)
    {
        var http = bare.HttpContext;
        var texts = http.RequestServices.GetRequiredService<Texts>();
        return texts.Problem(http.Response.StatusCode).ExecuteAsync(http);
    }

    // The room's line is a WebSocket: it shows nothing, and its refusals speak the seat's language.
    private static bool IsPage(HttpContext http) =>
        http.Request.Path.Value?.EndsWith("/live", StringComparison.Ordinal) != true
        || !http.Request.Path.StartsWithSegments("/m");

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<Layout.App>();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }
}
