using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Decks.Documents;
using MeetingHub.Web.Shared.Languages;
using MeetingHub.Web.Tests.Decks.Import;
using MeetingHub.Web.Tests.Shared.Imaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Documents;

/// <summary>A document is brought over the pages that people use, opened in a process of its own, and becomes a deck.</summary>
public sealed class BringTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private HttpClient secretary = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DeckLibrary Library => app.Services.GetRequiredService<DeckLibrary>();

    public async ValueTask InitializeAsync() => secretary = (await Desk.Of(app, App.Secretary)).Line;

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task A_pdf_becomes_a_deck_whose_words_can_be_translated_and_whose_file_is_clean()
    {
        var pdf = GivenPdf.Printed(("Школи", ["Дах зруйновано"]), ("Кроки", ["Ремонт"]));

        var deck = await Bring("план громади.pdf", pdf, "uk", "fr");

        Assert.StartsWith("---\ntitle: план громади\nlanguages: uk, fr\n---", deck.Draft, StringComparison.Ordinal);
        Assert.Contains(
            "# page-2\n\n```page\nfile: document.pdf\nnumber: 2\n```\n\n::: uk\n## Кроки",
            deck.Draft,
            StringComparison.Ordinal
        );
        var compiled = await Library.Compile(deck.Id, deck.Draft);
        Assert.Empty(compiled.Problems);
        var slide = compiled.Deck!.Slides[0];
        Assert.Equal("Школи", slide.In["uk"].Title);
        var html = new HtmlParser().ParseDocument(slide.In["uk"].Html);
        Assert.Equal("1", html.QuerySelector("canvas")!.GetAttribute("data-page"));
        Assert.NotNull(html.QuerySelector(".page-words.is-source h2"));

        using var answer = await secretary.GetAsync(html.QuerySelector("canvas")!.GetAttribute("data-pdf"), Stop);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains(
            "sandbox",
            string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            GivenPictures.Secret,
            System.Text.Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(Stop)),
            StringComparison.Ordinal
        );
        Assert.NotNull((await Library.Publish(deck.Id, (await app.PersonOf(App.Secretary)).Id)).Version);
    }

    [Fact]
    public async Task A_translated_page_shows_the_translation_beside_it()
    {
        var deck = await Bring("x.pdf", GivenPdf.Printed(("Школи", ["Дах"])), "uk", "fr");
        var text = deck.Draft + "\n::: fr\n## Écoles\n:::\n";
        var french = (await Library.Compile(deck.Id, text)).Deck!.Slides[0].In["fr"];

        Assert.Contains("<div class=\"page-words\"><h2>Écoles", french.Html, StringComparison.Ordinal);
        Assert.Contains("canvas", french.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file: other.pdf\nnumber: 1", "deck.problem.page_file")]
    [InlineData("file: document.pdf\nnumber: 9", "deck.problem.page_number")]
    [InlineData("file: document.pdf\nnumber: -1", "deck.problem.page_number")]
    [InlineData("file: document.pdf", "deck.problem.page_block")]
    [InlineData("onclick: x", "deck.problem.page_block")]
    public async Task A_page_that_is_not_there_is_a_problem_of_its_line(string block, string code)
    {
        var deck = await Bring("x.pdf", GivenPdf.Printed(("Школи", ["Дах"])), "uk");
        var compiled = await Library.Compile(deck.Id, deck.Draft + $"\n# more\n\n```page\n{block}\n```\n");
        Assert.Equal([code], compiled.Problems.Select(p => p.Code));
    }

    [Fact]
    public async Task A_broken_or_encrypted_pdf_says_what_to_do()
    {
        Assert.Contains(
            "print it to PDF anew",
            await Refusal("x.pdf", "%PDF-1.7 nonsense"u8.ToArray()),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "SVG",
            WebUtility.HtmlDecode(await PageAfter("x.pdf", "<svg onload=x()>"u8.ToArray())),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "neither a PDF",
            WebUtility.HtmlDecode(await PageAfter("x.pdf", "MZ"u8.ToArray())),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Slides_become_pages_with_their_words_and_notes()
    {
        Assert.True(
            app.Services.GetRequiredService<DocumentReader>().Office is not null,
            "This test needs LibreOffice (libreoffice-impress)."
        );
        var deck = await Bring("x.pptx", GivenSlides.Pptx(), "uk", "fr");

        Assert.Contains(
            "## Школи Ізюма\n\n- Дах зруйновано\n- Учні вдома\n:::\n\n::: notes uk\nСкажіть повільно.",
            deck.Draft,
            StringComparison.Ordinal
        );
        Assert.Contains("# page-2", deck.Draft, StringComparison.Ordinal);
        Assert.DoesNotContain("Прихована", deck.Draft, StringComparison.Ordinal);
        Assert.DoesNotContain("# page-3", deck.Draft, StringComparison.Ordinal);
        Assert.Empty((await Library.Compile(deck.Id, deck.Draft)).Problems);
    }

    [Fact]
    public async Task A_presentation_that_is_locked_has_macros_or_is_torn_says_what_to_do()
    {
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];
        Assert.Contains("protected by a password", await Refusal("x.pptx", locked), StringComparison.Ordinal);
        Assert.Contains(
            "macros",
            await Refusal("x.pptm", GivenSlides.Pptx(("ppt/vbaProject.bin", "macro"))),
            StringComparison.Ordinal
        );
        var half = GivenSlides.Pptx();
        Assert.Contains(
            "cannot be read as a presentation",
            await Refusal("x.pptx", half[..(half.Length / 2)]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_an_office_slides_are_answered_with_advice()
    {
        await using var bare = new App { Settings = new Dictionary<string, string> { ["Documents:Office"] = "off" } };
        Assert.Contains("Save as PDF", await Told(bare), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_that_hangs_is_ended_and_the_page_says_what_to_do()
    {
        var script = Path.Combine(Directory.CreateTempSubdirectory("meetinghub-web-").FullName, "office");
        await File.WriteAllTextAsync(script, "#!/bin/sh\nsleep 600\n", Stop);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var slow = new App
        {
            Settings = new Dictionary<string, string>
            {
                ["Documents:Office"] = script,
                ["Documents:TimeoutSeconds"] = "1",
            },
        };
        Assert.Contains("within the time allowed", await Told(slow), StringComparison.Ordinal);
    }

    private static async Task<string> Told(App app)
    {
        var reading = await app
            .Services.GetRequiredService<DocumentReader>()
            .Read("x.pptx", GivenSlides.Pptx(), _ => { }, Stop);
        Assert.NotNull(reading.Problem);
        return Texts.In("en")[reading.Problem.Code, [.. reading.Problem.Args]];
    }

    [Fact]
    public async Task A_job_of_somebody_else_is_not_there()
    {
        var location = await Send("x.pdf", GivenPdf.Printed(("a", ["b"])), "uk");
        await Ended(location);
        var partner = await Desk.Of(app, App.PartnerSecretary);
        await partner.Read(location);
        Assert.Equal(HttpStatusCode.NotFound, partner.Status);
    }

    [Fact]
    public async Task A_picture_is_added_described_removed_and_brought_back()
    {
        var deck = await app.Ask(db => db.Decks.AsNoTracking().FirstAsync());
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await Token($"/decks/{deck.Id}")), "__RequestVerificationToken" },
            { new StringContent("Школа без даху"), "Alt.uk" },
            { FileOf(GivenPictures.Photograph(1200, 800)), "picture", "Моя школа (1).JPG" },
        };
        var added = await secretary.PostAsync($"/decks/{deck.Id}/pictures", form, Stop);
        Assert.EndsWith("#pictures", added.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("fault", added.Headers.Location!.ToString(), StringComparison.Ordinal);

        const string name = "Моя-школа-1-.JPG";
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read($"/decks/{deck.Id}");
        Assert.Contains(name, page.QuerySelector(".pictures code")!.TextContent, StringComparison.Ordinal);
        var shown = await Compiled("![](Моя-школа-1-.JPG)");
        Assert.Contains("alt=\"Школа без даху\"", shown.Slides[0].In["uk"].Html, StringComparison.Ordinal);
        Assert.Contains("480w", shown.Slides[0].In["uk"].Html, StringComparison.Ordinal);
        Assert.Contains("width=\"1200\" height=\"800\"", shown.Slides[0].In["uk"].Html, StringComparison.Ordinal);
        Assert.Equal(["en", "fr"], shown.Slides[0].Unspoken.Select(u => u.Language).Order());

        page = await desk.Send(
            page,
            ".pictures form",
            ("Alt.fr", "École sans toit"),
            ("Alt.en", "School without a roof"),
            ("act", "describe")
        );
        Assert.Empty((await Compiled($"![]({name})")).Slides[0].Unspoken);
        page = await desk.Send(page, ".pictures form", ("act", "remove"));
        Assert.NotEmpty((await Library.Compile(deck.Id, Given.Deck($"# a\n![]({name})"))).Problems);
        await desk.Send(page, "#pictures form.notice", ("act", "restore"));
        Assert.Empty((await Compiled($"![]({name})")).Slides[0].Unspoken);

        var partner = await app.ClientFor(App.PartnerSecretary);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync($"/decks/{deck.Id}", Stop)).StatusCode);

        async Task<Web.Decks.Compiling.CompiledDeck> Compiled(string slide) =>
            (await Library.Compile(deck.Id, Given.Deck($"# a\n{slide}"))).Deck!;
    }

    [Fact]
    public async Task Pieces_over_the_web_carry_the_token_the_offset_and_their_owner()
    {
        var token = await Token("/decks");
        using var begin = new FormUrlEncodedContent([
            new("kind", "document"),
            new("fileName", "x.pdf"),
            new("length", "10"),
            new("__RequestVerificationToken", token),
        ]);
        var begun = await secretary.PostAsync("/uploads", begin, Stop);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var address = begun.Headers.Location!.ToString();

        Assert.Equal(HttpStatusCode.BadRequest, (await Piece(address, "0", [1, 2], null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Piece(address, "0", [1, 2, 3, 4], token)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Piece(address, "0", [1, 2, 3, 4], token)).StatusCode);
        using var ask = new HttpRequestMessage(HttpMethod.Head, address);
        var asked = await secretary.SendAsync(ask, Stop);
        Assert.Equal("4", asked.Headers.GetValues("Upload-Offset").Single());

        var stranger = await app.ClientFor(App.PartnerSecretary);
        using var peek = new HttpRequestMessage(HttpMethod.Head, address);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync(peek, Stop)).StatusCode);
    }

    private async Task<HttpResponseMessage> Piece(string address, string offset, byte[] bytes, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = FileOf(bytes) };
        request.Headers.Add("Upload-Offset", offset);
        if (token is not null)
            request.Headers.Add("RequestVerificationToken", token);
        return await secretary.SendAsync(request, Stop);
    }

    private async Task<DeckRow> Bring(string name, byte[] file, string source, params string[] others)
    {
        var job = await Ended(await Send(name, file, source, others));
        Assert.True(job.DeckId is not null, job.Problem?.Code);
        return (await Library.Find(job.DeckId.Value))!;
    }

    private async Task<string> Refusal(string name, byte[] file)
    {
        var location = await Send(name, file, "uk");
        Assert.Null((await Ended(location)).DeckId);
        return WebUtility.HtmlDecode(await secretary.GetStringAsync(location, Stop));
    }

    private async Task<string> PageAfter(string name, byte[] file) =>
        await secretary.GetStringAsync(await Send(name, file, "uk"), Stop);

    private async Task<DocumentJob> Ended(string location)
    {
        var jobs = app.Services.GetRequiredService<DocumentJobs>();
        var id = Guid.Parse(location[^36..]);
        await jobs.Ended(id);
        return jobs.Find(id, (await app.PersonOf(App.Secretary)).Id)!;
    }

    private async Task<string> Send(string name, byte[] file, string source, params string[] others)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await Token("/decks")), "__RequestVerificationToken" },
            { new StringContent(source), "source" },
            { FileOf(file), "document", name },
        };
        foreach (var other in others)
            form.Add(new StringContent(other), "Others");
        var answer = await secretary.PostAsync("/decks/documents", form, Stop);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static ByteArrayContent FileOf(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return content;
    }

    private async Task<string> Token(string path) =>
        (await Fields(path)).First(f => f.Key == "__RequestVerificationToken").Value;

    private async Task<List<KeyValuePair<string, string>>> Fields(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd("en");
        using var answer = await secretary.SendAsync(request, Stop);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Stop));
        return
        [
            .. page.QuerySelectorAll("main form")
                .First(f => f.GetAttribute("method") == "post")
                .QuerySelectorAll("input[name]")
                .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")),
        ];
    }
}
