using System.IO.Compression;
using MeetingHub.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace MeetingHub.Browser.Tests;

/// <summary>One meeting from the first form to the signed record, by seven people, each with a browser of their own.</summary>
public sealed class JourneyTests(Chrome chrome)
{
    private const string Guest = "invitee@chennevieres.example";
    private const string Slides = "18";
    private const string Question = "Quelle école rouvrira la première ?";

    [Fact]
    public async Task Two_communities_schedule_meet_and_agree()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await using var greffe = await chrome.Visitor(house.Address, Screen.Laptop, Cast.FrenchSecretary);

        var meeting = await Schedule(secretary);
        await PlaceDeck(secretary);
        var chamberLink = await InviteChamber(secretary);
        await NameMayor(greffe, meeting);

        await using var guest = await chrome.Visitor(house.Address, Screen.Phone);
        await AnswerAndEnter(guest, await Letters.LinkTo(house.Outbox, Guest), meeting);
        await secretary.GoTo($"/meetings/{meeting}");
        await Expect(secretary.Find("tr:has-text('Invitée') .tag.accepted")).ToBeVisibleAsync();

        await using var chamber = await chrome.Visitor(house.Address, Screen.Projector);
        await chamber.GoTo(chamberLink);
        await chamber.Click("form:has([name=Tongue]) button");
        await chamber.IsLive();

        await secretary.EnterRoom(meeting, "/present");
        await secretary.Click("[data-do='[\"Open\"]']");
        await using var head = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianHead);
        await Present(head, meeting, guest, chamber);
        await FollowWithoutNetwork(guest, head);

        await using var walkIn = await WalkIn(house, chamber);
        await AskAndAnswer(guest, walkIn, secretary);

        await greffe.EnterRoom(meeting, "/present");
        await using var mayor = await chrome.Visitor(house.Address, Screen.Phone, Cast.Mayor);
        await mayor.EnterRoom(meeting);
        await Agree(secretary, greffe, head, mayor, guest);

        await ReadRecord(secretary, meeting);
        foreach (var person in new[] { secretary, greffe, guest, chamber, head, walkIn, mayor })
            Assert.Empty(person.OwnFaults);
    }

    private static async Task<Guid> Schedule(Visitor secretary)
    {
        await secretary.GoTo("/meetings/new");
        await secretary.Find("[name='Form.TitleUk']").FillAsync("Школи: що далі");
        await secretary.Find("[name='Form.TitleFr']").FillAsync("Écoles : la suite");
        await secretary.Find("[name='Form.Date']").FillAsync(InTwoWeeks());
        await secretary.Find("[name='Form.Time']").FillAsync("15:00");
        await secretary.Find("[name='Form.AdmitAutomatically']").CheckAsync();
        await secretary.Find("[name='Form.Agenda[0].Uk']").FillAsync("Вітання");
        await secretary.Find("[name='Form.Agenda[0].Fr']").FillAsync("Accueil");
        await secretary.Find("[name='Form.Newcomers[0].Name']").FillAsync("Invitée Sanscompte");
        await secretary.Find("[name='Form.Newcomers[0].Email']").FillAsync(Guest);
        await secretary.Click("form[data-once] .actions button");
        await secretary.Page.WaitForURLAsync(url => Guid.TryParse(url[^36..], out _));
        return Guid.Parse(secretary.Page.Url[^36..]);
    }

    private static async Task PlaceDeck(Visitor secretary)
    {
        await secretary.Click("form:has([name=DeckId]) button");
        await Expect(secretary.Find("section:has([name=DeckId])")).ToContainTextAsync(Slides);
    }

    /// <summary>The hall's screen has no mail: its link is shown once, to be typed or carried there.</summary>
    private static async Task<string> InviteChamber(Visitor secretary)
    {
        await secretary.Click("details:has([name='Newcomer.Name']) summary");
        await secretary.Find("[name='Newcomer.Name']").FillAsync("Salle du conseil");
        await secretary.Find("[name='Newcomer.Role']").SelectOptionAsync("Chamber");
        await secretary.Click("form:has([name='Newcomer.Name']) > button");
        return await secretary.Find(".secret code").InnerTextAsync();
    }

    /// <summary>Who speaks for a side, that side says itself: the head whom the other secretary asked binds nobody yet.</summary>
    private static async Task NameMayor(Visitor greffe, Guid meeting)
    {
        await greffe.GoTo($"/meetings/{meeting}");
        var row = greffe.Find("tr:has-text('Dominique Modèle')");
        await row.Locator("button[value=represent]").ClickAsync();
        await Expect(row.Locator("td:first-child .tag")).ToBeVisibleAsync();
    }

    private static async Task AnswerAndEnter(Visitor guest, string link, Guid meeting)
    {
        await guest.Page.GotoAsync(link);
        await Expect(guest.Find("html")).ToHaveAttributeAsync("lang", "fr");
        await Expect(guest.Find("h1")).ToHaveTextAsync("Écoles : la suite");
        await guest.Click("[name=Choice][value=Accepted]");
        await Expect(guest.Find("[role=status] .tag.accepted")).ToBeVisibleAsync();
        await guest.Click("form:has([name=Tongue]) button");
        await guest.Page.WaitForURLAsync($"**/m/{meeting}");
        await guest.IsLive();
    }

    private static async Task Present(Visitor head, Guid meeting, params Visitor[] audience)
    {
        await head.EnterRoom(meeting, "/present");
        await head.TakeSlides();
        await head.Page.Keyboard.PressAsync("PageDown");
        await All(audience, v => v.Sees("who-we-are"));
        await head.Click("#forward");
        await All(audience, v => v.Sees("timeline"));
        await All(audience, v => Expect(v.Find("#stage li:not(.is-hidden)")).ToHaveCountAsync(0));
        await head.Page.Keyboard.PressAsync("PageDown");
        await All(audience, v => Expect(v.Find("#stage li:not(.is-hidden)")).ToHaveCountAsync(1));
        await Expect(head.Find("#notes")).Not.ToBeEmptyAsync();
        await Expect(head.Find("#place")).ToHaveTextAsync(await head.Word("live.place", 3, Slides));
    }

    private static async Task FollowWithoutNetwork(Visitor guest, Visitor head)
    {
        await guest.ReadsIn("fr");
        await guest.Context.SetOfflineAsync(true);
        await guest.Click("[data-speak=uk]");
        await guest.ReadsIn("uk");
        await Expect(guest.Find("h1")).ToHaveTextAsync("Школи: що далі");
        await guest.Sees("timeline");
        await head.Page.Keyboard.PressAsync("PageDown");
        await guest.Context.SetOfflineAsync(false);
        await guest.IsLive();
        await Expect(guest.Find("#stage li:not(.is-hidden)")).ToHaveCountAsync(2);
        await guest.Click("[data-speak=fr]");
        await guest.ReadsIn("fr");
    }

    private async Task<Visitor> WalkIn(House house, Visitor chamber)
    {
        var code = await chamber.Find(".join .code").InnerTextAsync();
        var walkIn = await chrome.Visitor(house.Address, Screen.Phone);
        await walkIn.GoTo("/");
        await walkIn.Find("[name=code]").FillAsync(code.ToLowerInvariant());
        await walkIn.Click("form:has([name=code]) button");
        await walkIn.Find("[name=Name]").FillAsync("Voisin Curieux");
        await walkIn.Click("form:has([name=Name]) button");
        await walkIn.IsLive();
        return walkIn;
    }

    private static async Task AskAndAnswer(Visitor guest, Visitor walkIn, Visitor secretary)
    {
        await guest.Find("#ask textarea").FillAsync(Question);
        await guest.Click("#ask button");
        await walkIn.Click("#questions .question .vote");
        await Expect(secretary.Find("#questions .vote")).ToContainTextAsync("1");
        await Expect(walkIn.Find("#questions .vote")).ToHaveAttributeAsync("aria-pressed", "true");
        await secretary.Find("#questions [name=note]").FillAsync("Гімназія № 4, у вересні.");
        await secretary.Click("#questions form button");
        await All(
            [guest, walkIn],
            v => Expect(v.Find(".question.answered .answer")).ToHaveTextAsync("Гімназія № 4, у вересні.")
        );
    }

    private static async Task Agree(Visitor secretary, Visitor greffe, Visitor head, Visitor mayor, Visitor guest)
    {
        await secretary.Click("#new-item");
        await secretary.Find("[name='text.uk']").FillAsync("Передати перелік обладнання");
        await secretary.Find("[name='text.fr']").FillAsync("Envoyer la liste du matériel");
        await secretary.Find("[name='owner.uk']").FillAsync("Відділ освіти");
        await secretary.Find("[name='owner.fr']").FillAsync("Service de l’éducation");
        await secretary.Find("#item-form [name=due]").FillAsync(InTwoWeeks());
        await secretary.Click("#item-form .actions button:not([type])");

        await head.Click("[data-key^=confirm]");
        await Expect(mayor.Find("#items .tag.good")).ToHaveCountAsync(1);
        await greffe.Click("[data-key^=edit_item]");
        await greffe.Find("[name='text.fr']").FillAsync("Envoyer la liste du matériel scolaire");
        await greffe.Click("#item-form .actions button:not([type])");
        await Expect(mayor.Find("#items .item-text")).ToHaveTextAsync("Envoyer la liste du matériel scolaire");
        await All([mayor, head], v => Expect(v.Find("#items .tag.good")).ToHaveCountAsync(0));

        await head.Click("[data-key^=confirm]");
        await mayor.Click("[data-key^=confirm]");
        await All(
            [secretary, greffe, head, mayor, guest],
            v => Expect(v.Find("#items .item.agreed")).ToBeVisibleAsync()
        );
    }

    private static async Task ReadRecord(Visitor secretary, Guid meeting)
    {
        await secretary.GoTo($"/meetings/{meeting}/record?view=both");
        var sheets = secretary.Find(".side-by-side > *");
        await Expect(sheets).ToHaveCountAsync(2);
        await Expect(sheets.Nth(0)).ToContainTextAsync("Передати перелік обладнання");
        await Expect(sheets.Nth(1)).ToContainTextAsync("Envoyer la liste du matériel scolaire");
        await Expect(sheets.Nth(1)).ToContainTextAsync(Question);

        var download = await secretary.Page.RunAndWaitForDownloadAsync(() => secretary.Click("a[href$='record.docx']"));
        Assert.EndsWith(".docx", download.SuggestedFilename, StringComparison.Ordinal);
        await using var file = File.OpenRead(await download.PathAsync());
        using var document = new ZipArchive(file);
        using var text = new StreamReader(document.GetEntry("word/document.xml")!.Open());
        Assert.Contains("Envoyer la liste du matériel scolaire", await text.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static Task All(IEnumerable<Visitor> people, Func<Visitor, Task> what) => Task.WhenAll(people.Select(what));

    private static string InTwoWeeks() =>
        NodaTime
            .Extensions.ClockExtensions.InZone(NodaTime.SystemClock.Instance, NodaTime.DateTimeZone.Utc)
            .GetCurrentDate()
            .With(NodaTime.DateAdjusters.Next(NodaTime.IsoDayOfWeek.Wednesday))
            .PlusDays(7)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
