using System.Net;
using System.Text.RegularExpressions;

namespace MeetingHub.Benchmarks.Imports;

/// <summary>The demo's secretary at a browser without scripts, with as many forms as the measurement needs.</summary>
internal sealed partial class Secretary : IDisposable
{
    private readonly HttpClient client;

    private Secretary(string address) =>
        client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = new Uri(address),
            Timeout = TimeSpan.FromMinutes(5),
        };

    public static async Task<Secretary> SignIn(string address)
    {
        var secretary = new Secretary(address);
        var page = await secretary.client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var prefix = EmailField().Match(page).Groups["value"].Value;
        await secretary.Post(
            "/sign-in",
            page,
            (prefix + "Email", "secretary@izium.example"),
            (prefix + "Password", "meet-in-the-middle")
        );
        return secretary;
    }

    public async Task<string> Bring(string path)
    {
        var page = await client.GetStringAsync(new Uri("/evidence/import", UriKind.Relative));
        await using var file = File.OpenRead(path);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(page).Groups["value"].Value), "__RequestVerificationToken" },
            { new StringContent("Damages"), "Register" },
            { new StreamContent(file), "File", "damages.csv" },
        };
        using var answer = await client.PostAsync(new Uri("/evidence/import/file", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    public async Task WriteAll(string import)
    {
        var page = await client.GetStringAsync(new Uri(import, UriKind.Relative));
        await Post(import, page, ("_handler", "write"), ("Choice", "all"));
        await Reaches(import, "done");
    }

    public async Task Reaches(string import, string stage)
    {
        string now;
        do
        {
            await Task.Delay(20);
            now = await client.GetStringAsync(new Uri($"{import}/progress", UriKind.Relative));
        } while (now.Contains("ing\"", StringComparison.Ordinal));
        if (!now.Contains($"\"{stage}\"", StringComparison.Ordinal))
            throw new InvalidOperationException(now);
    }

    public void Dispose() => client.Dispose();

    private async Task Post(string path, string page, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", Token().Match(page).Groups["value"].Value),
            .. fields.All(f => f.Name != "_handler")
                ? [KeyValuePair.Create("_handler", Handler().Match(page).Groups["value"].Value)]
                : Array.Empty<KeyValuePair<string, string>>(),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
        ]);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();

    [GeneratedRegex("name=\"_handler\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Handler();

    [GeneratedRegex("name=\"(?<value>[^\"]*)Email\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EmailField();
}
