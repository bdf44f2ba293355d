namespace MeetingHub.Web.Graph;

/// <summary>
/// A gateway's error page says nothing but its status. The SDK would stumble over the HTML and lose both that and Retry-After,
/// so the page is left out before it gets there.
/// </summary>
internal sealed class StatusAlone : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var answer = await base.SendAsync(request, stop);
        if (!answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType != "application/json")
        {
            answer.Content.Dispose();
            answer.Content = new ByteArrayContent([]);
        }

        return answer;
    }
}
