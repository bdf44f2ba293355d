using System.Buffers;
using System.Text.Json;
using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Shared.Fetching;
using NodaTime;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>Where projects are brought from.</summary>
public enum BringSource
{
    Oc4ids,
    Dream,
}

/// <summary>Reads what is to be brought in, shows it, and writes what was shown.</summary>
internal sealed class Bringing(RegisterBook book, StagedFiles staged, DreamClient dream, IClock clock)
{
    /// <summary>Since when to look for changes of a project that says nothing of its own age.</summary>
    private static readonly Instant Beginning = Instant.FromUtc(2023, 1, 1, 0, 0);

    public async Task<(BringReading Reading, Registers Known)> Look(
        Guid communityId,
        BringSource source,
        byte[] file,
        BringTerms terms,
        CancellationToken stop
    )
    {
        var known = await book.All(communityId, stop);
        return (
            source == BringSource.Oc4ids
                ? Oc4idsReading.Read(file, known, terms)
                : DreamReading.Read([new(null, file)], known, terms),
            known
        );
    }

    public async Task<RegisterBook.Written?> Write(
        Guid communityId,
        Guid by,
        BringSource source,
        string? token,
        BringTerms terms,
        CancellationToken stop
    )
    {
        if (await staged.Find(communityId, token, stop) is not { } file)
            return null;
        var (reading, _) = await Look(communityId, source, file, terms, stop);
        if (reading.Brought is not { } brought || terms.IsUnclear(brought))
            return null;
        var written = await book.Write(communityId, by, "import", brought.Entries, null, stop);
        staged.Drop(communityId, token);
        return written;
    }

    /// <summary>Asks DREAM for these projects; without any, for those of ours that have changed there.</summary>
    public async Task<(byte[]? File, IReadOnlyList<DreamMiss> Missed)> Fetch(
        Guid communityId,
        Uri root,
        IReadOnlyList<string> asked,
        CancellationToken stop
    )
    {
        List<DreamMiss> missed = [];
        if (asked.Count == 0)
        {
            var ours = (await book.All(communityId, stop)).Projects.Where(p => p.DreamId is not null).ToList();
            if (ours.Count == 0)
                return (null, []);
            var since = ours.Min(p => p.UpdatedAt) is { } day
                ? Instant.Max(Beginning, day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant())
                : Beginning;
            since = Instant.Min(since, clock.GetCurrentInstant());
            var (changed, fault) = await dream.Changed(root, ours.Select(p => p.DreamId!).ToHashSet(), since, stop);
            asked = changed;
            if (fault is { } why)
                missed.Add(new(root.Host, why));
        }

        var fetch = await dream.Projects(root, asked, stop);
        missed.AddRange(fetch.Missed);
        return (fetch.Documents.Count == 0 ? null : Together(fetch.Documents, missed), missed);
    }

    /// <summary>The answers as one file that <see cref="DreamReading"/> reads, each project with the id it was asked by.</summary>
    private static byte[] Together(IReadOnlyList<DreamDocument> documents, List<DreamMiss> missed)
    {
        var file = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(file))
        {
            json.WriteStartArray();
            foreach (var document in documents)
            {
                try
                {
                    using var body = JsonDocument.Parse(document.Body, new JsonDocumentOptions { MaxDepth = 60 });
                    var root = body.RootElement;
                    if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("data", out var data))
                        root = data;
                    if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("title", out _))
                    {
                        missed.Add(new(document.Id!, FetchFault.Garbled));
                        continue;
                    }

                    json.WriteStartObject();
                    json.WriteString("id", document.Id);
                    foreach (var field in root.EnumerateObject().Where(f => f.Name != "id"))
                        field.WriteTo(json);
                    json.WriteEndObject();
                }
                catch (JsonException)
                {
                    missed.Add(new(document.Id!, FetchFault.Garbled));
                }
            }

            json.WriteEndArray();
        }

        return file.WrittenSpan.ToArray();
    }
}
