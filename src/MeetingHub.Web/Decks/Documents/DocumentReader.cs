using System.Text.Json;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Decks.Import;
using MeetingHub.Web.Decks.Import.Pdf;
using MeetingHub.Web.Decks.Import.Slides;
using MeetingHub.Web.Shared.Running;
using MeetingHub.Web.Shared.Uploads;

namespace MeetingHub.Web.Decks.Documents;

/// <summary>A document as it may be kept: the clean PDF, what each page says, and what its speaker says beside.</summary>
public sealed record ReadDocument(
    byte[] Pdf,
    IReadOnlyList<PdfPage> Pages,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> LeftOut
);

public sealed record DocumentReading(ReadDocument? Document, DeckProblem? Problem);

/// <summary>From a stranger's PDF or presentation to pages, each step in a cell of its own.</summary>
internal sealed class DocumentReader(Cell cell, DocumentSettings settings, ILogger<DocumentReader> logger)
{
    public const int MaxBytes = 25 * 1024 * 1024;

    private const long Megabyte = 1024 * 1024;
    private static readonly CellLimits ToRead = new(TimeSpan.FromSeconds(60), 1024 * Megabyte, 100 * Megabyte);

    public string? Office { get; } = settings.Program();

    /// <summary>
    /// Which of the kinds that are taken a file is by its first bytes and its name's ending; null: none of them. Presentations are PPTX
    /// alone: of others what leads elsewhere (a picture at file:///) could not be taken out before the office opens them.
    /// </summary>
    public static DocumentKind? KindOf(string fileName, ReadOnlySpan<byte> bytes) =>
        (FileKinds.Of(bytes), Path.GetExtension(fileName).ToLowerInvariant()) switch
        {
            (FileKind.Pdf, _) => DocumentKind.Pdf,
            (FileKind.Zip, ".pptx" or ".pptm" or ".ppsx" or ".potx") => DocumentKind.Slides,
            (FileKind.Ole, ".pptx") => DocumentKind.LockedSlides,
            _ => null,
        };

    public async Task<DocumentReading> Read(
        string fileName,
        byte[] bytes,
        Action<DocumentStage> tell,
        CancellationToken stop
    )
    {
        if (FileKinds.Of(bytes) == FileKind.Markup)
            return Refused(DeckProblem.FileMarkup, fileName);
        using var folder = new TemporaryFolder("document");
        return KindOf(fileName, bytes) switch
        {
            DocumentKind.Pdf => await ReadPdf(bytes, fileName, [], folder.Path, tell, stop),
            DocumentKind.Slides => await ReadSlides(bytes, fileName, folder.Path, tell, stop),
            DocumentKind.LockedSlides => Refused(DeckProblem.SlidesEncrypted, fileName),
            _ => Refused(DeckProblem.FileType, fileName),
        };
    }

    private async Task<DocumentReading> ReadSlides(
        byte[] bytes,
        string fileName,
        string folder,
        Action<DocumentStage> tell,
        CancellationToken stop
    )
    {
        tell(DocumentStage.Checking);
        var inner = Directory.CreateDirectory(Path.Combine(folder, "slides")).FullName;
        if (await Opened<SlidesReading>(CellDoor.Slides, bytes, inner, stop) is not { } reading)
            return Refused(DeckProblem.SlidesTooHard, fileName);
        if (reading.Problem is { } problem)
            return Refused(problem, fileName);
        var clean = await File.ReadAllBytesAsync(Path.Combine(inner, CellDoor.Copy), stop);
        return await Convert(clean, Path.ChangeExtension(fileName, ".pptx"), reading.Slides, folder, tell, stop);
    }

    private async Task<DocumentReading> Convert(
        byte[] bytes,
        string fileName,
        IReadOnlyList<SlideSaid> said,
        string folder,
        Action<DocumentStage> tell,
        CancellationToken stop
    )
    {
        if (Office is not { } office)
            return Refused(DeckProblem.SlidesNoOffice, fileName);
        tell(DocumentStage.Converting);
        var room = Directory.CreateDirectory(Path.Combine(folder, "office")).FullName;
        // The name is ours: a stranger's would be read as options and paths by whatever starts in there.
        var file = Path.Combine(room, "deck" + Path.GetExtension(fileName).ToLowerInvariant());
        await File.WriteAllBytesAsync(file, bytes, stop);
        string[] arguments =
        [
            $"-env:UserInstallation={new Uri(Path.Combine(room, "profile")).AbsoluteUri}",
            .. (string[])["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"],
            .. (string[])["--convert-to", "pdf:impress_pdf_Export", "--outdir", room, file],
        ];
        var limits = new CellLimits(TimeSpan.FromSeconds(settings.TimeoutSeconds), 4096 * Megabyte, 200 * Megabyte);
        await cell.Run(office, arguments, room, limits, isDotnet: false, stop);
        var pdf = Path.Combine(room, "deck.pdf");
        if (!File.Exists(pdf) || new FileInfo(pdf).Length > 4 * MaxBytes)
        {
            logger.LogInformation("The office made no pages of a presentation");
            return Refused(DeckProblem.SlidesTooHard, fileName);
        }

        return await ReadPdf(await File.ReadAllBytesAsync(pdf, stop), fileName, said, folder, tell, stop);
    }

    private async Task<DocumentReading> ReadPdf(
        byte[] bytes,
        string fileName,
        IReadOnlyList<SlideSaid> said,
        string folder,
        Action<DocumentStage> tell,
        CancellationToken stop
    )
    {
        tell(DocumentStage.Reading);
        var inner = Directory.CreateDirectory(Path.Combine(folder, "pdf")).FullName;
        if (await Opened<PdfReading>(CellDoor.Pdf, bytes, inner, stop) is not { } reading)
            return Refused(DeckProblem.PdfTooHard, fileName);
        if (reading.Problem is { } problem)
            return Refused(problem, fileName, $"{PdfRoom.MaxPages}");
        var copy = await File.ReadAllBytesAsync(Path.Combine(inner, CellDoor.Copy), stop);
        if (copy.Length > MaxBytes)
            return Refused(DeckProblem.FileTooLarge, fileName);
        // As many pages as slides: then the n-th page is the n-th slide, whose words are better known from the file itself.
        var isPaired = said.Count == reading.Pages.Count;
        var pages = isPaired ? reading.Pages.Zip(said, (p, s) => p with { Text = s.Text }).ToList() : reading.Pages;
        var notes = pages.Index().Select(p => isPaired ? said[p.Index].Notes : "").ToList();
        return new(new(copy, pages, notes, reading.LeftOut), null);
    }

    private async Task<T?> Opened<T>(string verb, byte[] bytes, string folder, CancellationToken stop)
        where T : class
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, CellDoor.Incoming), bytes, stop);
        var (program, arguments) = CellDoor.Call(verb, folder);
        var isRead = await cell.Run(program, arguments, folder, ToRead, isDotnet: true, stop);
        var reading = Path.Combine(folder, CellDoor.Reading);
        return isRead && File.Exists(reading)
            ? JsonSerializer.Deserialize<T>(await File.ReadAllBytesAsync(reading, stop))
            : null;
    }

    private static DocumentReading Refused(string code, params string[] what) => new(null, new(code, 0, what));
}

internal enum DocumentKind
{
    Pdf,
    Slides,
    LockedSlides,
}
