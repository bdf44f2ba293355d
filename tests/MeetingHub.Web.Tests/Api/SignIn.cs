using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Api;

/// <summary>A browser with somebody's session.</summary>
public static partial class SignIn
{
    public static async Task<HttpClient> As(WebApplicationFactory<Program> app, string email)
    {
        var stop = TestContext.Current.CancellationToken;
        var browser = app.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = true });
        var page = await browser.GetStringAsync("/sign-in", stop);
        var fields = Hidden().Matches(page).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value);
        foreach (var name in Input().Matches(page).Select(m => m.Groups["name"].Value))
        {
            if (name.Contains("mail", StringComparison.OrdinalIgnoreCase))
                fields[name] = email;
            else if (name.Contains("assword", StringComparison.Ordinal))
                fields[name] = App.Password;
        }

        using var form = new FormUrlEncodedContent(fields);
        await browser.PostAsync("/sign-in", form, stop);
        return browser;
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""", RegexOptions.None, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("""<input[^>]* name="(?<name>[^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Input();
}
