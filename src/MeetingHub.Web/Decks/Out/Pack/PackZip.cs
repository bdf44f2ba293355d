using System.IO.Compression;
using System.Text;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Terms;
using MeetingHub.Web.Decks.Out.Paper;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using NodaTime;

namespace MeetingHub.Web.Decks.Out.Pack;

/// <summary>All that goes into a pack.</summary>
internal sealed record PackContent(
    FrozenDeck Frozen,
    Meeting? Meeting,
    IReadOnlyList<PackPerson> People,
    IReadOnlyList<Term> Terms,
    Instant MadeAt
);

/// <summary>
/// One zip: for each language the slides with notes, names and terms; the source language beside each other one; the same
/// names and terms as tables; and a leaf that says what this is, of which version, made when.
/// </summary>
internal static class PackZip
{
    public static byte[] Write(PackContent content, Func<string, byte[]?> pictures)
    {
        var languages = content.Frozen.Deck.Languages;
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            Put(
                zip,
                "README.txt",
                Encoding.UTF8.GetBytes(string.Join("\n\n", languages.Select(l => LeafIn(l, content))))
            );
            foreach (var language in languages)
                Put(zip, $"slides-{language}.pdf", Pdf(content, language, null, pictures));
            foreach (var other in languages.Skip(1))
                Put(zip, $"slides-{languages[0]}-{other}.pdf", Pdf(content, languages[0], other, pictures));
            if (content.Terms.Count > 0)
                Put(
                    zip,
                    "terms.csv",
                    SpreadsheetCsv.Write(["uk", "fr", "en", "note"], PackTerms.Rows(content.Terms, Language.All))
                );
            if (content.People.Count > 0)
                Put(
                    zip,
                    "people.csv",
                    SpreadsheetCsv.Write(["name", "role", "community"], content.People.Select(CsvOf))
                );
        }

        return stream.ToArray();
    }

    private static byte[] Pdf(PackContent content, string language, string? with, Func<string, byte[]?> pictures)
    {
        var texts = Texts.In(language);
        List<Appendix> appendices = [];
        if (content.People.Count > 0)
            appendices.Add(PackPeople.Sheet(content.People, texts));
        if (content.Terms.Count > 0)
            appendices.Add(PackTerms.Sheet(content.Terms, content.Frozen.Deck.Languages, texts));
        return HandOutMaking.Pdf(content.Frozen, new(language, with, HasNotes: true), appendices, pictures);
    }

    private static string LeafIn(string language, PackContent content)
    {
        var texts = Texts.In(language);
        var times = Times.In(language);
        var title = content.Frozen.Deck.Title.In(language);
        List<string> lines =
        [
            texts["out.pack_for", title],
            texts["out.pack_version", content.Frozen.Version[..32], times.ShortAt(content.Frozen.PublishedAt, "UTC")],
            texts["out.pack_made", times.ShortAt(content.MadeAt, "UTC")],
        ];
        if (content.Meeting is { } meeting)
            lines.Add(
                $"{meeting.Plan.Title.In(language)} · {times.At(meeting.Plan.Start, meeting.Plan.Zone)} ({times.Zone(meeting.Plan.Zone)})"
            );
        foreach (var item in content.Meeting?.Plan.Agenda ?? [])
            lines.Add($"– {item.Title.In(language)} ({texts["unit.minutes", item.Minutes]})");
        lines.Add(texts["out.pack_keep"]);
        return string.Join('\n', lines);
    }

    private static IReadOnlyList<string> CsvOf(PackPerson person) =>
        [person.Name, Domain.Code.Of(person.Role), person.Community.In(Language.English)];

    private static void Put(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(bytes);
    }
}
