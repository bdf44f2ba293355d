using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace MeetingHub.Web.Tests;

/// <summary>Somebody at a browser without scripts: reads pages, fills in the forms that stand on them, and sends those.</summary>
public sealed class Desk(App app, string language = "en")
{
    private readonly HttpClient client = app.CreateClient(
        new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }
    );

    /// <summary>The browser's line with its cookies, for what no form sends.</summary>
    public HttpClient Line => client;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last form led to, or the last page itself.</summary>
    public string At { get; private set; } = "";

    public static async Task<Desk> Of(App app, string email, string language = "en")
    {
        var desk = new Desk(app, language);
        var page = await desk.Read("/sign-in");
        await desk.Send(page, "main form", ("Email", email), ("Password", App.Password));
        Assert.NotEqual("/sign-in", desk.At);
        return desk;
    }

    public async Task<IHtmlDocument> Read(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Take(request);
    }

    /// <summary>
    /// Sends the form with what stands in it and these values instead; a field's name may be given without its form's name
    /// before the dot. Follows where it leads.
    /// </summary>
    public async Task<IHtmlDocument> Send(
        IHtmlDocument page,
        string selector,
        params (string Name, string? Value)[] values
    )
    {
        var form =
            page.QuerySelector(selector) as IHtmlFormElement
            ?? page.QuerySelector(selector)?.Closest("form") as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form {selector} at {At}.");
        var fields = Standing(form);
        foreach (var (name, value) in values)
        {
            fields.RemoveAll(f => IsCalled(f.Key, name));
            if (value is not null)
                fields.Add(KeyValuePair.Create(FullName(form, name), value));
        }

        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            form.GetAttribute("action") is { Length: > 0 } action ? action : At
        )
        {
            Content = new FormUrlEncodedContent(fields),
        };
        return await Take(request);
    }

    /// <summary>Sends a form with a file in it; the form's own fields come before the file, as they stand.</summary>
    public async Task<IHtmlDocument> SendFile(
        IHtmlDocument page,
        string selector,
        (string Field, string FileName, byte[] Content) file,
        params (string Name, string Value)[] values
    )
    {
        var form = (IHtmlFormElement)page.QuerySelector(selector)!;
        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in Standing(form).Where(f => !IsCalled(f.Key, file.Field)))
        {
            var said = values.FirstOrDefault(v => IsCalled(name, v.Name)).Value ?? value;
            parts.Add(new StringContent(said), name);
        }

        parts.Add(new ByteArrayContent(file.Content), file.Field, file.FileName);
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action") ?? At)
        {
            Content = parts,
        };
        return await Take(request);
    }

    /// <summary>What a link or a form gives to keep, as the browser would save it.</summary>
    public async Task<byte[]> Download(string path)
    {
        using var response = await client.GetAsync(path);
        Status = response.StatusCode;
        return await response.Content.ReadAsByteArrayAsync();
    }

    private async Task<IHtmlDocument> Take(HttpRequestMessage request)
    {
        At = request.RequestUri!.OriginalString;
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await client.SendAsync(request);
        Status = response.StatusCode;
        if (response.Headers.Location is { } next)
            return await Read(next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    private static List<KeyValuePair<string, string>> Standing(IHtmlFormElement form) =>
        [
            .. form.QuerySelectorAll("input[name], select[name], textarea[name]")
                .Where(e => !e.HasAttribute("disabled"))
                .Where(e => e is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false })
                .Select(e =>
                    KeyValuePair.Create(
                        e.GetAttribute("name")!,
                        e switch
                        {
                            IHtmlInputElement i => i.Value,
                            IHtmlSelectElement s => s.Value ?? "",
                            IHtmlTextAreaElement t => t.Value,
                            _ => "",
                        }
                    )
                ),
        ];

    private static bool IsCalled(string field, string name) =>
        field == name || field.EndsWith("." + name, StringComparison.Ordinal);

    private static string FullName(IHtmlFormElement form, string name) =>
        form.QuerySelectorAll("[name]").Select(e => e.GetAttribute("name")!).FirstOrDefault(n => IsCalled(n, name))
        ?? name;
}
