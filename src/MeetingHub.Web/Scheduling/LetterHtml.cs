using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MeetingHub.Web.Scheduling;

/// <summary>A letter's page as HTML, made by the same components that make pages.</summary>
public sealed class LetterHtml(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    /// <typeparam name="TBody">The component; its parameter is called Letter.</typeparam>
    public async Task<string> Of<TBody>(object letter)
        where TBody : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Letter"] = letter });
            return (await renderer.RenderComponentAsync<TBody>(parameters)).ToHtmlString();
        });
    }
}
