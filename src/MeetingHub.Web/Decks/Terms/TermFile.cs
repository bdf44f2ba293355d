using System.Text;
using CsvHelper;
using MeetingHub.Domain;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Terms;
using MeetingHub.Web.Shared;

namespace MeetingHub.Web.Decks.Terms;

/// <summary>A line of a file that is no term, and why: the key of a text.</summary>
public sealed record TermFault(long Line, string Code);

public sealed record TermReading(IReadOnlyList<Term> Terms, IReadOnlyList<TermFault> Faults);

/// <summary>Terms as a CSV file with the columns uk, fr, en and note, in any order; others are passed over.</summary>
internal static class TermFile
{
    public const int LargestBytes = 1024 * 1024;
    public const int MostTerms = 2000;
    public const int LongestNote = 500;
    private const int LongestRow = 8 * 1024;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The terms that come with MeetingHub.</summary>
    public static IReadOnlyList<Term> Packaged()
    {
        using var file = typeof(TermFile).Assembly.GetManifestResourceStream("terms.csv")!;
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return Read(copy.ToArray()).Terms;
    }

    public static byte[] Write(IEnumerable<Term> terms) =>
        SpreadsheetCsv.Write(
            [.. Language.All, "note"],
            terms.Select(t => Language.All.Select(l => t.Words.Exactly(l) ?? "").Append(t.Note ?? ""))
        );

    public static TermReading Read(byte[] bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            using var source = new MemoryStream(bytes);
            using var reader = CsvReader.Create(
                source,
                new CsvReaderOptions
                {
                    MaxRecordSize = LongestRow,
                    TrackLineNumbers = true,
                    SkipEmptyLines = true,
                }
            );
            reader.ReadHeader();
            var columns = (reader.Headers ?? []).Select(h => h.Trim().TrimStart('\uFEFF').ToLowerInvariant()).ToList();
            return columns.Exists(Language.IsKnown) ? Rows(reader, columns) : Fault(1, "terms.fault.columns");
        }
        catch (DecoderFallbackException)
        {
            return Fault(0, "terms.fault.not_utf8");
        }
        catch (CsvFormatException e)
        {
            return Fault(e.LineNumber, "terms.fault.row");
        }
    }

    private static TermReading Rows(CsvReader reader, List<string> columns)
    {
        List<Term> terms = [];
        List<TermFault> faults = [];
        while (reader.Read())
        {
            if (terms.Count == MostTerms)
            {
                faults.Add(new(reader.LineNumber, "terms.fault.too_many"));
                break;
            }

            var cells = columns
                .Take(reader.FieldCount)
                .Select((name, at) => KeyValuePair.Create(name, GuardedText.Bare(Typed.Text(reader.GetString(at)))))
                .DistinctBy(c => c.Key)
                .ToDictionary();
            var term = new Term(LocalText.Of(cells), Typed.Note(cells.GetValueOrDefault("note")));
            if (FaultOf(term) is { } code)
                faults.Add(new(reader.LineNumber, code));
            else
                terms.Add(term);
        }

        return new(terms, faults);
    }

    /// <summary>What keeps a term from being one, or null.</summary>
    public static string? FaultOf(Term term) =>
        term.Words.IsEmpty ? "terms.fault.empty"
        : term.Words.Texts.Values.Any(w => w.Length > Term.MaxLength) || term.Note?.Length > LongestNote
            ? "terms.fault.too_long"
        : null;

    private static TermReading Fault(long line, string code) => new([], [new(line, code)]);
}
