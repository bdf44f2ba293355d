using System.Net;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Evidence.Pictures;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.People;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SkiaSharp;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence;

/// <summary>A photograph leaves the house after two people have said so, and comes back when its row is guarded.</summary>
public sealed class EvidencePicturesTests : IAsyncLifetime
{
    private readonly App app = new();
    private Person secretary = null!;
    private Person head = null!;
    private Guid izium;

    public async ValueTask InitializeAsync()
    {
        (secretary, head) = (await app.PersonOf(App.Secretary), await app.PersonOf(App.Head));
        izium = secretary.CommunityId!.Value;
        await Book.Write(izium, secretary.Id, "import", [School]);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_picture_is_shown_after_a_second_person_looked_at_it()
    {
        var picture = await Add();
        Assert.Empty(await Shown());
        Assert.Equal(HttpStatusCode.NotFound, await Fetch(picture.File));
        Assert.Equal(Refusal.SecondPersonNeeded, await Pictures.Confirm(izium, secretary, picture.Id));

        Assert.Null(await Pictures.Confirm(izium, head, picture.Id));

        Assert.Single(await Shown());
        Assert.Equal(HttpStatusCode.OK, await Fetch(picture.File));
        var deck = await Library.Create(izium, Deck, secretary.Id);
        var version = (await Library.Publish(deck.Id, secretary.Id)).Version!;
        using var client = app.CreateClient();
        var json = await client.GetStringAsync(new Uri($"/files/{version.Version}", UriKind.Relative));
        Assert.Contains(picture.File, json, StringComparison.Ordinal);
        Assert.Contains("Школа без даху", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_is_offered_narrower_forms_and_they_are_taken_back_too()
    {
        var picture = await Add(Photographs.Png(SKColors.SlateGray, 2400, 1800));
        await Pictures.Confirm(izium, head, picture.Id);
        var deck = await Library.Create(izium, Deck, secretary.Id);
        var version = (await Library.Publish(deck.Id, secretary.Id)).Version!;
        using var client = app.CreateClient();
        var json = await client.GetStringAsync(new Uri($"/files/{version.Version}", UriKind.Relative));

        Assert.Equal([480, 960, 1600], picture.Forms().Select(f => f.Width));
        foreach (var form in picture.Forms())
        {
            Assert.Contains($"/files/{form.File} {form.Width}w", json, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await Fetch(form.File));
        }

        await Book.Save(izium, secretary.Id, "edit", School with { Access = Access.Restricted }, 1);

        foreach (var form in picture.Forms())
            Assert.Equal(HttpStatusCode.NotFound, await Fetch(form.File));
    }

    [Fact]
    public async Task A_list_shows_its_own_people_a_small_form()
    {
        var picture = await Add(Photographs.Png(SKColors.SlateGray, 2400, 1800));
        using var own = await app.ClientFor(App.Secretary);

        Assert.Equal(480, await WidthOf("?width=300"));
        Assert.Equal(960, await WidthOf("?width=481"));
        Assert.Equal(1600, await WidthOf("?width=9000"));
        Assert.Equal(1600, await WidthOf(""));

        async Task<int> WidthOf(string query)
        {
            var webp = await own.GetByteArrayAsync(
                new Uri($"/evidence/pictures/{picture.Id}{query}", UriKind.Relative)
            );
            using var drawn = SKBitmap.Decode(webp);
            return drawn.Width;
        }
    }

    [Fact]
    public async Task Guarding_the_row_takes_its_picture_back()
    {
        var picture = await Add();
        await Pictures.Confirm(izium, head, picture.Id);
        Assert.Single(await Shown());

        await Book.Save(izium, secretary.Id, "edit", School with { Access = Access.Restricted }, 1);

        // At once, and not when somebody next looks at a deck.
        Assert.Equal(HttpStatusCode.NotFound, await Fetch(picture.File));
        Assert.Empty(await Shown());
    }

    [Fact]
    public async Task A_picture_taken_back_is_in_no_file_that_is_made_anew_or_was_made_before()
    {
        var picture = await Add();
        await Pictures.Confirm(izium, head, picture.Id);
        var deck = await Library.Create(izium, Deck, secretary.Id);
        var version = (await Library.Publish(deck.Id, secretary.Id)).Version!.Version;
        var own = await app.ClientFor(App.Secretary);
        var offline = new Uri($"/decks/{deck.Id}/versions/{version}/offline.html?language=uk", UriKind.Relative);
        Assert.Contains("data:image/webp", await own.GetStringAsync(offline), StringComparison.Ordinal);

        await Pictures.Remove(izium, secretary.Id, picture.Id);

        Assert.Equal(HttpStatusCode.NotFound, await Fetch(picture.File));
        Assert.DoesNotContain("data:image/webp", await own.GetStringAsync(offline), StringComparison.Ordinal);
        var page = await (await Desk.Of(app, App.Secretary)).Read($"/decks/{deck.Id}");
        Assert.Contains(
            "a photograph",
            page.QuerySelector("#still-shown[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_picture_is_not_laid_out_by_who_read_the_row_before_it_was_guarded()
    {
        var picture = await Add();
        await Pictures.Confirm(izium, head, picture.Id);
        var before = await Book.Public(izium);
        await Book.Save(izium, secretary.Id, "edit", School with { Access = Access.Restricted }, 1);

        await Pictures.Shown(izium, before);

        Assert.Equal(HttpStatusCode.NotFound, await Fetch(picture.File));
    }

    [Fact]
    public async Task What_waits_for_a_second_person_stands_in_their_list_and_is_confirmed_there()
    {
        var picture = await Add();
        var own = await Desk.Of(app, App.Secretary, "uk");
        var mine = await own.Read("/evidence/releases");
        Assert.NotNull(mine.QuerySelector($"#pictures img[src*='{picture.Id}']"));
        Assert.Null(mine.QuerySelector($"#pictures input[value='picture-{picture.Id:N}']"));

        var other = await Desk.Of(app, App.Head, "uk");
        var waiting = (await Releases.CountWaiting(izium)) + (await Pictures.Waiting(izium)).Count;
        Assert.EndsWith(
            $"({waiting})",
            (await other.Read("/evidence")).QuerySelector("a[href='/evidence/releases']")!.TextContent,
            StringComparison.Ordinal
        );
        var list = await other.Read("/evidence/releases");
        var after = await other.Send(list, $"#pictures input[value='picture-{picture.Id:N}']");

        Assert.Null(after.QuerySelector($"#pictures img[src*='{picture.Id}']"));
        Assert.True((await Pictures.Find(izium, picture.Id))!.IsConfirmed);
    }

    [Fact]
    public async Task A_refused_picture_loses_nothing_that_was_typed_beside_it()
    {
        var desk = await Desk.Of(app, App.Secretary, "uk");
        var page = await desk.Read("/evidence/damages/row?id=" + School.Id);
        var after = await desk.SendFile(
            page,
            "form[enctype]",
            ("Picture", "шкода.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()),
            ("Alt.uk", "Дах зруйновано"),
            ("Alt.fr", "Toit détruit"),
            ("Kind", "Damaged")
        );

        var form = after.QuerySelector("form[enctype]")!;
        Assert.NotNull(form.QuerySelector("[role=alert]"));
        Assert.True(form.Closest("details")!.HasAttribute("open"));
        Assert.Equal("Дах зруйновано", form.QuerySelector("[name='Alt.uk']")!.GetAttribute("value"));
        Assert.Equal("Toit détruit", form.QuerySelector("[name='Alt.fr']")!.GetAttribute("value"));
        Assert.True(form.QuerySelector("option[value=Damaged]")!.HasAttribute("selected"));
        Assert.Empty(await Pictures.Of(izium, Register.Damages, School.Id));
    }

    [Fact]
    public async Task A_restricted_row_and_its_picture_are_not_even_a_members_to_see()
    {
        var picture = await Add();
        var member = await Desk.Of(app, App.Interpreter, "uk");
        Assert.NotEmpty(await member.Download($"/evidence/pictures/{picture.Id}"));
        Assert.Equal(HttpStatusCode.OK, member.Status);
        await Book.Save(izium, secretary.Id, "edit", School with { Access = Access.Restricted }, 1);

        foreach (var path in new[] { $"/evidence/pictures/{picture.Id}", $"/evidence/damages/row?id={School.Id}" })
        {
            await member.Download(path);
            Assert.Equal(HttpStatusCode.NotFound, member.Status);
        }

        foreach (var path in new[] { "/evidence", "/evidence/releases" })
        {
            var page = await member.Read(path);
            Assert.DoesNotContain(School.Id, page.Source.Text, StringComparison.Ordinal);
            Assert.DoesNotContain($"{picture.Id}", page.Source.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_communitys_same_photograph_stays_with_them()
    {
        var mine = await Add();
        await Pictures.Confirm(izium, head, mine.Id);
        Assert.Single(await Shown());
        var (partner, chennevieres) = (await app.PersonOf(App.PartnerSecretary), Given.Chennevieres);
        await Book.Write(chennevieres, partner.Id, "import", [School]);
        var theirs = await Add(chennevieres, partner);
        Assert.Equal(mine.File, theirs.File);

        await Pictures.Shown(chennevieres, await Book.Public(chennevieres));
        await Book.Save(chennevieres, partner.Id, "edit", School with { Access = Access.Restricted }, 1);
        await Pictures.Remove(chennevieres, partner.Id, theirs.Id);

        Assert.Equal(HttpStatusCode.OK, await Fetch(mine.File));
    }

    [Fact]
    public async Task A_picture_whose_file_is_lost_stops_no_deck()
    {
        var picture = await Add();
        await Pictures.Confirm(izium, head, picture.Id);
        File.Delete(Path.Combine(app.DataFolder, "guarded", picture.File));

        Assert.Empty(await Shown());
        using var own = await app.ClientFor(App.Secretary);
        using var answer = await own.GetAsync(new Uri($"/evidence/pictures/{picture.Id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Its_own_people_see_it_at_once_and_nobody_else()
    {
        var picture = await Add();
        var (own, partner) = (await Desk.Of(app, App.Secretary), await Desk.Of(app, App.PartnerSecretary));

        Assert.Contains(
            $"/evidence/pictures/{picture.Id}",
            (await own.Read("/evidence/damages/row?id=S-1")).Body!.InnerHtml,
            StringComparison.Ordinal
        );
        await partner.Read($"/evidence/pictures/{picture.Id}");
        Assert.Equal(HttpStatusCode.NotFound, partner.Status);
    }

    private const string Deck =
        "---\ntitle: А / B\nlanguages: uk, fr\n---\n\n# one\n\n```data one-building\nid: S-1\n```\n";

    private static Damage School =>
        new()
        {
            Id = "S-1",
            Sector = Sector.EducationScience,
            Name = LocalText.Of(("uk", "Школа"), ("fr", "École")),
        };

    private RegisterBook Book => app.Services.GetRequiredService<RegisterBook>();
    private ReleaseDesk Releases => app.Services.GetRequiredService<ReleaseDesk>();
    private EvidencePictures Pictures => app.Services.GetRequiredService<EvidencePictures>();
    private DeckLibrary Library => app.Services.GetRequiredService<DeckLibrary>();

    private async Task<IReadOnlyList<BuildingPicture>> Shown() => await Pictures.Shown(izium, await Book.Public(izium));

    private async Task<HttpStatusCode> Fetch(string file)
    {
        using var client = app.CreateClient();
        using var answer = await client.GetAsync(new Uri($"/files/{file}", UriKind.Relative));
        return answer.StatusCode;
    }

    private Task<EvidencePicture> Add(byte[]? photograph = null) => Add(izium, secretary, photograph);

    private async Task<EvidencePicture> Add(Guid community, Person by, byte[]? photograph = null)
    {
        var wanted = new EvidencePicture
        {
            Id = Guid.CreateVersion7(),
            CommunityId = community,
            Register = Register.Damages,
            Key = "S-1",
            Kind = PictureKind.Damaged,
            File = "",
            Width = 0,
            Height = 0,
            Alt = LocalText.Of(("uk", "Школа без даху"), ("fr", "L’école sans toit")),
            AddedBy = by.Id,
            AddedAt = default,
        };
        Assert.Null(await Pictures.Add(wanted, "school.png", photograph ?? Photographs.Png(SKColors.SlateGray)));
        return (await Pictures.Of(community, Register.Damages, "S-1")).Single();
    }
}
