using System.Text.Json;
using MeetingHub.Domain.Evidence;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>An answer of DREAM's API. It does not name its own project: whoever fetched it knows; a file must say it in <c>id</c>.</summary>
public sealed record DreamDocument(string? Id, ReadOnlyMemory<byte> Body);

/// <summary>Reads projects as DREAM's public API gives them: one, a list, or the API's <c>data</c>.</summary>
internal static class DreamReading
{
    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 64 };

    public static BringReading Read(IEnumerable<DreamDocument> documents, Registers known, BringTerms terms)
    {
        var left = new LeftFields();
        var reader = new DreamProject(terms, left);
        var gathering = new Gathering(known);
        // A project that was typed in by hand keeps the community's own id.
        var ours = known
            .Projects.Where(p => p.DreamId is not null)
            .GroupBy(p => p.DreamId!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        var index = 0;
        foreach (var document in documents)
        {
            try
            {
                using var json = JsonDocument.Parse(document.Body, Bounds);
                foreach (var (project, id) in ProjectsOf(json.RootElement, document.Id))
                {
                    if (index == BringTerms.MostProjects)
                        return new(null, BringFault.TooMany, $"{BringTerms.MostProjects}");
                    gathering.Add(project, index++, id, reader.Read, theirs => ours.GetValueOrDefault(theirs, theirs));
                }
            }
            catch (JsonException wrong)
            {
                return new(null, BringFault.NotJson, document.Id ?? $"{wrong.LineNumber + 1}");
            }
            catch (InvalidOperationException)
            {
                return new(null, BringFault.NotJson, document.Id ?? "");
            }
        }

        return index == 0
            ? new(null, BringFault.NoProjects)
            : new(new(gathering.Entries, gathering.Refused, left.All, null, reader.Pictures), null);
    }

    private static IEnumerable<(JsonElement Project, string? Id)> ProjectsOf(JsonElement root, string? id) =>
        root.ValueKind switch
        {
            JsonValueKind.Array => root.EnumerateArray().SelectMany(p => ProjectsOf(p, null)),
            JsonValueKind.Object when root.TryGetProperty("data", out var data) => ProjectsOf(data, id),
            // The API's list holds ids alone.
            JsonValueKind.Object when root.TryGetProperty("title", out _) => [(root, id)],
            _ => [],
        };
}
