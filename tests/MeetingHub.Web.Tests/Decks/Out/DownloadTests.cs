using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Domain.Terms;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Decks.Import;
using MeetingHub.Web.Decks.Out.Pack;
using MeetingHub.Web.Live;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Shared.Imaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Out;

public sealed class DownloadTests : IAsyncDisposable
{
    private readonly App app = new() { Instead = s => s.AddSingleton<ITermBook, Terms>() };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DeckLibrary Library => app.Services.GetRequiredService<DeckLibrary>();

    [Fact]
    public async Task A_hand_out_has_a_name_that_its_reader_can_read_and_is_made_once()
    {
        var (deck, version) = await Demo();
        var secretary = await app.ClientFor(App.Secretary);
        var answer = await secretary.GetAsync(
            $"/decks/{deck}/versions/{version}/handout.pdf?language=uk&with=fr",
            Stop
        );

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "Ізюм – що зруйновано і що відбудовуємо (uk, fr).pdf",
            answer.Content.Headers.ContentDisposition!.FileNameStar
        );
        var pdf = await answer.Content.ReadAsByteArrayAsync(Stop);
        Assert.Contains("Qui nous sommes", Frozen.TextOf(pdf));
        Assert.Equal(
            pdf,
            await secretary.GetByteArrayAsync($"/decks/{deck}/versions/{version}/handout.pdf?language=uk&with=fr", Stop)
        );
        Assert.Single(Directory.GetFiles(Path.Combine(app.DataFolder, "files"), "*.pdf"));
    }

    [Theory]
    [InlineData("handout.pdf")]
    [InlineData("offline.html")]
    public async Task Another_community_gets_nothing(string file)
    {
        var (deck, version) = await Demo();
        var stranger = await app.ClientFor(App.PartnerSecretary);
        Assert.Equal(HttpStatusCode.NotFound, await Status(stranger, $"/decks/{deck}/versions/{version}/{file}"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(stranger, $"/decks/{deck}/bundle.zip"));
        var nobody = app.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.Redirect, await Status(nobody, $"/decks/{deck}/versions/{version}/{file}"));
    }

    [Fact]
    public async Task A_made_file_has_no_address_of_its_own()
    {
        var (deck, version) = await Demo();
        var secretary = await app.ClientFor(App.Secretary);
        await secretary.GetByteArrayAsync($"/decks/{deck}/versions/{version}/handout.pdf?notes=true", Stop);
        var made = Path.GetFileName(Directory.GetFiles(Path.Combine(app.DataFolder, "files"), "*.pdf").Single());
        Assert.Equal(HttpStatusCode.NotFound, await Status(secretary, $"/files/{made}"));
    }

    [Fact]
    public async Task A_guest_of_the_meeting_takes_the_slides_without_notes_until_the_link_is_revoked()
    {
        var (meeting, seat) = (await Meeting(), SeatRole.Participant);
        var guest = await Guest(meeting, seat);

        var pdf = await guest.GetByteArrayAsync($"/m/{meeting.Id}/deck/handout.pdf?language=uk&notes=true", Stop);
        var html = await guest.GetStringAsync($"/m/{meeting.Id}/deck/offline.html?notes=true", Stop);
        foreach (var text in new[] { Frozen.TextOf(pdf).Replace('\n', ' '), html })
        {
            Assert.Contains("Хто ми", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Дякуємо, що знайшли час", text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, await Status(app.CreateClient(), $"/m/{meeting.Id}/deck/handout.pdf"));
        var host = Someone(meeting, Side.Partner, seat);
        await app
            .Services.GetRequiredService<Secretariat>()
            .RevokeLinks(meeting.Id, Steering(meeting, Side.Partner), host.Id);
        Assert.Equal(HttpStatusCode.NotFound, await Status(guest, $"/m/{meeting.Id}/deck/handout.pdf"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(guest, $"/m/{meeting.Id}/deck/offline.html"));
    }

    [Fact]
    public async Task A_deck_and_its_pictures_come_back_as_they_left()
    {
        using var bitmap = new SKBitmap(40, 30);
        bitmap.Erase(SKColors.Teal);
        var picture = Pictures.Redraw("x", bitmap.Encode(SKEncodedImageFormat.Webp, 80).ToArray()).Picture!;
        var me = await app.PersonOf(App.Secretary);
        var text = Given.Deck("# a\n::: uk\n## Школа\n:::\n\n![Школа](моя%20школа.jpg)\n");
        var made = await Library.Create(
            me.CommunityId!.Value,
            text,
            me.Id,
            new Dictionary<string, DrawnPicture> { ["моя школа.jpg"] = picture, ["left over.jpg"] = picture }
        );

        var secretary = await app.ClientFor(App.Secretary);
        var zip = await secretary.GetByteArrayAsync($"/decks/{made.Id}/bundle.zip", Stop);
        var reading = DeckUpload.Read(new MemoryStream(zip), "bundle.zip");

        Assert.True(reading.Succeeded, reading.Problem?.Code);
        Assert.Equal(made.Draft, reading.Upload.Markdown);
        Assert.Equal(["моя школа.jpg"], reading.Upload.Pictures.Keys);
        var again = await Library.Create(me.CommunityId.Value, reading.Upload.Markdown, me.Id, reading.Upload.Pictures);
        Assert.True((await Library.Publish(again.Id, me.Id)).Version is not null);
    }

    [Fact]
    public async Task A_pack_holds_slides_notes_and_terms_and_tells_what_changed_since()
    {
        var (deck, version) = await Demo();
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read($"/decks/{deck}");
        page = await desk.Send(page, "form[action$='/packs']");
        var link = page.QuerySelector("a[href$='/pack.zip']")!.GetAttribute("href")!;
        Assert.Null(page.QuerySelector("#downloads .notice.warn"));

        var secretary = await app.ClientFor(App.Secretary);
        using var zip = new ZipArchive(new MemoryStream(await secretary.GetByteArrayAsync(link, Stop)));
        Assert.Equal(
            [
                "README.txt",
                "slides-en.pdf",
                "slides-fr.pdf",
                "slides-uk-en.pdf",
                "slides-uk-fr.pdf",
                "slides-uk.pdf",
                "terms.csv",
            ],
            zip.Entries.Select(e => e.Name).Order(StringComparer.Ordinal)
        );
        Assert.Contains(version[..32], Text(zip, "README.txt"), StringComparison.Ordinal);
        Assert.Contains("jumelage", Text(zip, "terms.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("not-in-the-deck", Text(zip, "terms.csv"), StringComparison.Ordinal);
        Assert.Contains("Дякуємо", PdfText(zip, "slides-uk.pdf"), StringComparison.Ordinal);

        var row = (await Library.Find(deck))!;
        await Library.Save(
            deck,
            row.Revision,
            row.Draft.Replace("## Хто ми", "## Хто ми такі", StringComparison.Ordinal),
            row.UpdatedBy!.Value
        );
        page = await desk.Read($"/decks/{deck}");
        Assert.EndsWith(
            "slides 2",
            page.QuerySelector("#downloads .notice.warn")!.TextContent.Trim(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, await Status(await app.ClientFor(App.PartnerSecretary), link));
    }

    [Fact]
    public async Task Names_of_a_meeting_leave_only_with_its_interpreters_and_those_who_present()
    {
        var meeting = await Meeting();
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Send(await desk.Read($"/meetings/{meeting.Id}"), "form[action$='/packs']");
        var link = page.QuerySelector("a[href$='/pack.zip']")!.GetAttribute("href")!;

        var interpreter = await app.ClientFor(App.Interpreter);
        Assert.Equal(HttpStatusCode.NotFound, await Status(interpreter, link));
        await Seat(meeting, await app.PersonOf(App.Interpreter));
        using var zip = new ZipArchive(new MemoryStream(await interpreter.GetByteArrayAsync(link, Stop)));
        var name = (await app.PersonOf(App.PartnerHead)).Name;
        Assert.Contains(name, Text(zip, "people.csv"), StringComparison.Ordinal);
        Assert.Contains(name.Split(' ')[^1], PdfText(zip, "slides-fr.pdf"), StringComparison.Ordinal);
        Assert.DoesNotContain("@", Text(zip, "people.csv"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, await Status(await Guest(meeting, SeatRole.Participant), link));
        Assert.Equal(
            HttpStatusCode.NotFound,
            await Status(
                await app.ClientFor(App.PartnerSecretary),
                link.Replace("/m/", "/decks/", StringComparison.Ordinal)
            )
        );
        // Not on the deck's page either: not everybody of the community sits in that meeting.
        Assert.Null((await desk.Read($"/decks/{meeting.Deck!.DeckId}")).QuerySelector("a[href$='/pack.zip']"));
    }

    [Fact]
    public async Task The_files_are_offered_in_the_room_and_beside_the_record()
    {
        var meeting = await Meeting();
        var desk = await Desk.Of(app, App.PartnerHead);
        foreach (var path in new[] { $"/m/{meeting.Id}", $"/m/{meeting.Id}/record", $"/meetings/{meeting.Id}" })
            Assert.NotNull(
                (await desk.Read(path)).QuerySelector($"#deck-files a[href='/m/{meeting.Id}/deck/offline.html']")
            );
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<(Guid Deck, string Version)> Demo() =>
        await app.Ask(async db =>
        {
            var version = await db.DeckVersions.FirstAsync();
            return (version.DeckId, version.Version);
        });

    private async Task<Meeting> Meeting() => (await app.Meeting(await app.DemoMeeting))!;

    private async Task<HttpClient> Guest(Meeting meeting, SeatRole role)
    {
        var seat = Someone(meeting, Side.Partner, role);
        var made = await app
            .Services.GetRequiredService<Secretariat>()
            .NewLink(meeting.Id, Steering(meeting, Side.Partner), seat.Id);
        if (!meeting.IsAdmitted(seat))
            await app
                .Services.GetRequiredService<MeetingLog>()
                .Do(meeting.Id, new Command(null, (m, _) => Attending.Admit(m, Steering(m, Side.Partner), [seat.Id])));
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Links[seat.Id]);
        return client;
    }

    private async Task Seat(Meeting meeting, Person person)
    {
        var seat = new Invitee(Guid.CreateVersion7(), person.Id, Side.Host, SeatRole.Interpreter, false, "uk", true);
        var result = await app
            .Services.GetRequiredService<Secretariat>()
            .Invite(meeting.Id, Steering(meeting, Side.Host), Guid.CreateVersion7(), [seat]);
        Assert.Null(result.Refusal);
    }

    private static Seat Someone(Meeting meeting, Side side, SeatRole role) =>
        meeting.Seats.Values.First(s => s.Side == side && s.Role == role && !s.HasAccount);

    private static Caller Steering(Meeting meeting, Side side) => new(Guid.NewGuid(), null, side, true);

    private static async Task<HttpStatusCode> Status(HttpClient client, string path) =>
        (await client.GetAsync(path, Stop)).StatusCode;

    private static string Text(ZipArchive zip, string name) => Encoding.UTF8.GetString(Bytes(zip, name));

    private static string PdfText(ZipArchive zip, string name) => Frozen.TextOf(Bytes(zip, name));

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private sealed class Terms : ITermBook
    {
        public Task<IReadOnlyList<Term>> Of(Guid communityId, CancellationToken stop = default) =>
            Task.FromResult<IReadOnlyList<Term>>([
                new(LocalText.Of(("uk", "громада"), ("fr", "jumelage")), "=1+1"),
                new(LocalText.Of(("uk", "not-in-the-deck"), ("fr", "not-in-the-deck")), null),
            ]);
    }
}
