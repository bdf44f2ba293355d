using MeetingHub.Browser.Tests.Stage;
using Microsoft.Playwright;
using SkiaSharp;
using static Microsoft.Playwright.Assertions;

namespace MeetingHub.Browser.Tests;

/// <summary>The pictures of the README: the demo, with a meeting under way, as each of its people sees it.</summary>
public sealed class Screenshots(string folder) : IAsyncDisposable
{
    private readonly Chrome chrome = new();
    private readonly House house = new();

    public async Task Make()
    {
        Directory.CreateDirectory(folder);
        await chrome.InitializeAsync();
        foreach (var dark in new[] { false, true })
        {
            await Prepared(dark);
            await Room(dark);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await chrome.DisposeAsync();
        await house.DisposeAsync();
    }

    private async Task Prepared(bool dark)
    {
        await using var secretary = await Someone(Cast.UkrainianSecretary, Screen.Laptop, dark);
        await secretary.GoTo("/meetings");
        await Shoot(secretary, "meetings", dark);
        await secretary.GoTo($"/meetings/{house.DemoMeeting}");
        await Shoot(secretary, "meeting", dark);
        await secretary.GoTo("/meetings/new");
        await secretary.Find("[name='Form.TitleUk']").FillAsync("Школи Ізюма: план робіт");
        await secretary.Find("[name='Form.TitleFr']").FillAsync("Écoles d’Izioum : plan des travaux");
        await secretary.Find("[name='Form.Date']").FillAsync("2027-03-28");
        await secretary.Find("[name='Form.Time']").FillAsync("03:30");
        await Expect(secretary.Find("[name='Form.Hour']")).ToHaveCountAsync(2);
        await secretary.Find("[data-times]").ScrollIntoViewIfNeededAsync();
        await Shoot(secretary, "scheduling-skipped-hour", dark);
        await secretary.Find("[name='Form.Date']").FillAsync("2027-01-20");
        await secretary.Find("[name='Form.Time']").FillAsync("15:00");
        await Expect(secretary.Find("[data-times-here] .moment")).ToHaveCountAsync(2);
        await Shoot(secretary, "scheduling", dark);
        await secretary.GoTo("/meetings/find");
        await secretary.Find("[name=from]").FillAsync("2027-03-22");
        await secretary.Find("[name=to]").FillAsync("2027-04-02");
        await secretary.Click("main form .actions button");
        await secretary.Find("#found").EvaluateAsync("e => e.scrollIntoView()");
        await Shoot(secretary, "finding", dark);
        await secretary.Find("[data-hours]").EvaluateAsync("e => e.scrollIntoView({ block: 'center' })");
        await Shoot(secretary, "hours", dark);
        foreach (
            var (path, name) in new[]
            {
                ("/calendar?view=week", "calendar"),
                ("/decks", "decks"),
                ("/decks/views#needs-funded-gap", "figures"),
                ("/evidence", "registers"),
                ("/evidence/map", "map"),
                ("/actions", "actions"),
                ("/people", "people"),
                ("/profile", "profile"),
            }
        )
        {
            await secretary.GoTo(path);
            await Shoot(secretary, name, dark);
        }

        await secretary.GoTo("/decks");
        var deck = await secretary.Find("a.cover").First.GetAttributeAsync("href");
        await secretary.GoTo($"{deck}/slides/timeline?from=uk&to=fr");
        if (!dark)
            await ChangeTheOriginal(secretary);
        await secretary.Find(".sides").First.EvaluateAsync("e => e.scrollIntoView()");
        await Shoot(secretary, "side-by-side", dark);
    }

    // A translation that was confirmed before its original changed.
    private static async Task ChangeTheOriginal(Visitor secretary)
    {
        await secretary.Click("[value='reviewed uk']");
        await secretary.Click("[value='reviewed fr']");
        await secretary.Click(".sides summary");
        var original = secretary.Find("#part-body-uk-0");
        var text = await original.InputValueAsync();
        await original.FillAsync(
            text.Replace("місто звільнено", "Ізюм звільнено Збройними силами України", StringComparison.Ordinal)
        );
        await secretary.Click("[value=save]");
    }

    private async Task Room(bool dark)
    {
        await using var head = await Someone(Cast.UkrainianHead, Screen.Laptop, dark);
        await using var secretary = await Someone(Cast.UkrainianSecretary, Screen.Laptop, dark);
        await using var phone = await Someone(Cast.Mayor, Screen.Phone, dark);
        await using var chamber = await Someone(Cast.FrenchSecretary, Screen.Projector, dark);
        await secretary.EnterRoom(house.DemoMeeting, "/present");
        await head.EnterRoom(house.DemoMeeting, "/present");
        await phone.EnterRoom(house.DemoMeeting);
        await chamber.EnterRoom(house.DemoMeeting, "/chamber");
        if (!dark)
            await Begin(secretary, head, phone);
        await head.HoldsSlides();
        await Task.WhenAll(head.Sees("buildings"), phone.Sees("buildings"), chamber.Sees("buildings"));
        await Expect(head.Find("#here-count")).ToHaveTextAsync("4");
        foreach (var visitor in new[] { head, phone })
            await visitor.Page.EvaluateAsync("scrollTo(0, 0)");
        await Shoot(head, "presenter", dark);
        await Shoot(phone, "participant", dark);
        await Shoot(chamber, "chamber", dark);
        await phone.Find("#items").ScrollIntoViewIfNeededAsync();
        await phone.Find("#items-title").EvaluateAsync("e => e.scrollIntoView()");
        await Shoot(phone, "participant-items", dark);
        await secretary.Find("#items-title").EvaluateAsync("e => e.scrollIntoView()");
        await Shoot(secretary, "action-items", dark);
        await secretary.GoTo($"/meetings/{house.DemoMeeting}/record?view=both");
        await Shoot(secretary, "record", dark);
    }

    private static async Task Begin(Visitor secretary, Visitor head, Visitor phone)
    {
        await secretary.Click("[data-do='[\"Open\"]']");
        await head.TakeSlides();
        await head.Click("details:has(#slide-list) summary");
        await head.Click("[data-key=buildings]");
        await head.Sees("buildings");
        await head.Click("details:has(#slide-list) summary");
        await phone.Find("#ask textarea").FillAsync("Quelle école rouvrira la première, et de quoi a-t-elle besoin ?");
        await phone.Click("#ask button");
        await Expect(phone.Find(".question")).ToHaveCountAsync(1);
        await Propose(
            secretary,
            "Передати перелік обладнання для двох шкіл",
            "Envoyer la liste du matériel pour deux écoles"
        );
        await Propose(
            secretary,
            "Призначити дату онлайн-зустрічі вчителів",
            "Fixer la date d’une rencontre en ligne des enseignants"
        );
        await head.Find("[data-key^=confirm]").First.ClickAsync();
        await Expect(head.Find("[data-key^=withdraw]")).ToHaveCountAsync(1);
        await phone.Find("[data-key^=confirm]").First.ClickAsync();
        await Expect(phone.Find(".item.agreed")).ToHaveCountAsync(1);
    }

    private static async Task Propose(Visitor secretary, string uk, string fr)
    {
        var before = await secretary.Find(".item").CountAsync();
        await secretary.Click("#new-item");
        await secretary.Find("[name='text.uk']").FillAsync(uk);
        await secretary.Find("[name='text.fr']").FillAsync(fr);
        await secretary.Find("[name='owner.uk']").FillAsync("Відділ освіти");
        await secretary.Find("[name='owner.fr']").FillAsync("Service de l’éducation");
        await secretary.Find("#item-form [name=due]").FillAsync("2027-02-15");
        await secretary.Click("#item-form .actions button:not([type])");
        await Expect(secretary.Find(".item")).ToHaveCountAsync(before + 1);
    }

    private Task<Visitor> Someone(Cast.Account account, Screen screen, bool dark) =>
        chrome.Visitor(house.Address, screen, account, dark);

    private async Task Shoot(Visitor visitor, string name, bool dark)
    {
        await Expect(visitor.Find(".toast")).ToHaveCountAsync(0);
        var shot = await visitor.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        using var picture = SKBitmap.Decode(shot);
        using var file = File.Create(Path.Combine(folder, $"{name}{(dark ? "-dark" : "")}.webp"));
        picture.Encode(file, SKEncodedImageFormat.Webp, 80);
    }
}
