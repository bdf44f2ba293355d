using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using MeetingHub.Domain;
using MeetingHub.Web.Shared.Fetching;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>What was fetched of what was asked for, and what was not, each with its reason.</summary>
public sealed record DreamFetch(IReadOnlyList<DreamDocument> Documents, IReadOnlyList<DreamMiss> Missed);

public sealed record DreamMiss(string Asked, FetchFault Fault);

/// <summary>
/// Asks DREAM's public API. The address is a person's word: the guard lets it lead to public hosts alone, and how much and how
/// long is bounded.
/// </summary>
internal sealed partial class DreamClient(IOptions<DreamSettings> settings, IClock clock) : IDisposable
{
    public const int MostProjects = 100;
    private const int MostPages = 20;
    private const int LargestBody = 5 * 1024 * 1024;

    /// <summary>Of all answers together: what is fetched is read in memory, like an uploaded file.</summary>
    private const int MostBytes = 20 * 1024 * 1024;

    private readonly GuardedClient http = new(
        TrustedHosts.Parse(settings.Value.TrustedHosts)!,
        TimeSpan.FromSeconds(settings.Value.TimeoutSeconds),
        clock,
        LargestBody
    );

    public string Address => settings.Value.Address;

    /// <param name="root">The API's address.</param>
    /// <param name="asked">One project a line: its id, its code, or an address that holds one of them.</param>
    /// <param name="stop">Whoever stops keeps nothing.</param>
    public async Task<DreamFetch> Projects(Uri root, IReadOnlyList<string> asked, CancellationToken stop)
    {
        List<DreamDocument> documents = [];
        List<DreamMiss> missed = [];
        var bytes = 0;
        foreach (var line in asked.Take(MostProjects))
        {
            if (IdIn(line) is not { } id)
                missed.Add(new(line, FetchFault.AddressNotAllowed));
            else if (bytes >= MostBytes)
                missed.Add(new(line, FetchFault.TooLarge));
            else if (
                await Get(new(root, $"/marketplace/public/dream/ideas/{Uri.EscapeDataString(id)}"), stop) is var got
                && got.Body is { } body
            )
            {
                documents.Add(new(id, body));
                bytes += body.Length;
            }
            else
                missed.Add(new(line, got.Fault));
        }

        return new(documents, missed);
    }

    /// <summary>
    /// Which of these projects have changed since, by the API's list: a page at a time, each from where the last one ended.
    /// </summary>
    public async Task<(IReadOnlyList<string> Ids, FetchFault? Fault)> Changed(
        Uri root,
        IReadOnlySet<string> known,
        Instant since,
        CancellationToken stop
    )
    {
        HashSet<string> changed = new(StringComparer.Ordinal);
        var from = InstantPattern.ExtendedIso.Format(since);
        for (var page = 0; page < MostPages; page++)
        {
            var path = $"/marketplace/public/dream/ideas?order=asc&from={Uri.EscapeDataString(from)}";
            var (body, fault) = await Get(new(root, path), stop);
            if (body is null)
                return ([.. changed], fault);
            if (Page(body) is not { } listed)
                return ([.. changed], FetchFault.Garbled);
            changed.UnionWith(listed.SelectMany(l => new[] { l.Id, l.Code }).OfType<string>().Where(known.Contains));
            // The last page ends where it began: the row at the offset itself is given again.
            if (listed.Count == 0 || listed[^1].Updated is not { } last || last == from)
                return ([.. changed], null);
            from = last;
        }

        return ([.. changed], FetchFault.TooLarge);
    }

    public void Dispose() => http.Dispose();

    private async Task<(byte[]? Body, FetchFault Fault)> Get(Uri address, CancellationToken stop)
    {
        var fetched = await http.Send(
            address,
            a => new HttpRequestMessage(HttpMethod.Get, a) { Headers = { { "Accept", "application/json" } } },
            stop
        );
        return fetched switch
        {
            Fetched.Reply { Status: HttpStatusCode.OK } whole => (whole.Body, default),
            Fetched.Reply no => (null, no.Fault),
            Fetched.Failed failed => (null, failed.Why),
            _ => throw new InvalidOperationException("Neither a reply nor a failure."),
        };
    }

    private static List<(string? Id, string? Code, string? Updated)>? Page(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            var left = new LeftFields();
            return
            [
                .. new JsonFields(json.RootElement, left)
                    .Objects("data")
                    .Select(row => (Inner: row.Object("internal"), Outer: row.Object("external")))
                    .Select(row =>
                        (row.Inner?.Text("id", 100), row.Inner?.Text("code", 100), row.Outer?.Text("updated", 50))
                    ),
            ];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static string? IdIn(string line)
    {
        var found = Id().Match(line);
        return found.Success ? found.Value : null;
    }

    [GeneratedRegex(
        "DREAM-[A-Z]{2}-[0-9A-Za-z-]{1,60}|[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Id();
}
