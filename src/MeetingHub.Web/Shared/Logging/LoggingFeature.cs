using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace MeetingHub.Web.Shared.Logging;

public static class LoggingFeature
{
    public static void AddLogging(this WebApplicationBuilder builder) =>
        builder.Host.UseSerilog(
            (context, services, log) =>
            {
                log.MinimumLevel.Information()
                    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    // Reports failed hosts and bad requests with addresses in them.
                    .MinimumLevel.Override("Microsoft.AspNetCore.Server.Kestrel", LogEventLevel.Error)
                    // Says of every page with a form that it is stored less than its headers asked for.
                    .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error)
                    .MinimumLevel.Override("System", LogEventLevel.Warning)
                    .Enrich.With<NoAddress>()
                    .ReadFrom.Services(services);
                if (context.HostingEnvironment.IsDevelopment())
                    log.MinimumLevel.Override("MeetingHub.Web.Log", LogEventLevel.Warning)
                        .WriteTo.Console(
                            formatProvider: System.Globalization.CultureInfo.InvariantCulture,
                            restrictedToMinimumLevel: LogEventLevel.Warning
                        );
                else
                    log.WriteTo.Console(new CompactJsonFormatter());
            }
        );

    /// <summary>
    /// One line a request, by the route's pattern and never by its address: a personal link, a feed and a set-up link carry
    /// their secret in the path, and names stand in queries.
    /// </summary>
    public static void UseRequestLog(this WebApplication app) =>
        app.UseSerilogRequestLogging(o =>
        {
            o.MessageTemplate = "{RequestMethod} {Route} {StatusCode} in {Elapsed:0} ms";
            o.IncludeQueryInRequestPath = false;
            o.GetMessageTemplateProperties = (http, _, elapsed, status) =>
                [
                    new LogEventProperty("RequestMethod", new ScalarValue(http.Request.Method)),
                    new LogEventProperty("Route", new ScalarValue(RouteOf(http))),
                    new LogEventProperty("StatusCode", new ScalarValue(status)),
                    new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
                ];
        });

    private static string RouteOf(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
}
