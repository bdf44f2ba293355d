using System.Text.Json;
using MeetingHub.Domain.Evidence;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>
/// Reads OC4IDS 0.9: a package of projects, a list of them, or one. Everything in it is somebody else's word; what is
/// there already and OC4IDS has no field for (access, what we ask, priority) stays as it is.
/// </summary>
internal static class Oc4idsReading
{
    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 64 };

    public static BringReading Read(ReadOnlyMemory<byte> file, Registers known, BringTerms terms)
    {
        try
        {
            using var json = JsonDocument.Parse(WithoutMark(file), Bounds);
            return Read(json.RootElement, known, terms);
        }
        catch (JsonException wrong)
        {
            return new(null, BringFault.NotJson, $"{wrong.LineNumber + 1}");
        }
        // Half of a character, written as an escape, is JSON and no text.
        catch (InvalidOperationException)
        {
            return new(null, BringFault.NotJson, "");
        }
    }

    private static BringReading Read(JsonElement root, Registers known, BringTerms terms)
    {
        var left = new LeftFields();
        var (projects, source) = ProjectsOf(root, left);
        if (projects.Count == 0)
            return new(null, BringFault.NoProjects);
        if (projects.Count > BringTerms.MostProjects)
            return new(null, BringFault.TooMany, $"{BringTerms.MostProjects}");

        var order = OrderOf(projects, terms);
        var reader = new Oc4idsProject(terms, order?.Order ?? CoordinateOrder.LongitudeFirst, source, left);
        var gathering = new Gathering(known);
        for (var index = 0; index < projects.Count; index++)
            gathering.Add(projects[index], index, null, reader.Read);
        return new(new(gathering.Entries, gathering.Refused, left.All, order, []), null);
    }

    private static (IReadOnlyList<JsonElement> Projects, string? Source) ProjectsOf(JsonElement root, LeftFields left)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return ([.. root.EnumerateArray()], null);
        if (root.ValueKind != JsonValueKind.Object)
            return ([], null);
        if (root.TryGetProperty("projects", out var list) && list.ValueKind == JsonValueKind.Array)
            return ([.. list.EnumerateArray()], new JsonFields(root, new LeftFields()).Link("uri"));
        return root.TryGetProperty("id", out _) ? ([root], null) : ([], null);
    }

    private static CoordinateReading? OrderOf(IReadOnlyList<JsonElement> projects, BringTerms terms)
    {
        var pairs = projects.Where(p => p.ValueKind == JsonValueKind.Object).SelectMany(Oc4idsProject.Pairs).ToList();
        if (pairs.Count == 0)
            return null;
        var reading = CoordinateReading.Of(pairs, terms.Box, CoordinateOrder.LongitudeFirst);
        return terms.Order is not { } chosen || chosen == reading.Order
            ? reading
            : new(chosen, false, reading.Against, reading.For);
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> file) =>
        file.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? file[3..] : file;
}
