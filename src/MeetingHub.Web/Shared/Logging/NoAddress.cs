using Serilog.Core;
using Serilog.Events;

namespace MeetingHub.Web.Shared.Logging;

/// <summary>
/// Takes the request's path out of whatever is logged while it runs. The host adds it to every line; secrets of personal links and
/// ids of guarded rows stand in it.
/// </summary>
internal sealed class NoAddress : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) =>
        logEvent.RemovePropertyIfPresent("RequestPath");
}
