using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using MeetingHub.Browser.Tests.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingHub.Browser.Tests;

/// <summary>What holds for every page: everybody can use it, it fits a phone, and the browser has nothing to complain about.</summary>
public sealed class EveryPageTests(Chrome chrome)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_page_is_accessible_fits_its_screen_and_breaks_no_rule_of_the_browser(bool dark)
    {
        await using var house = new House();
        await Furnish(house);
        var faults = new List<string>();
        foreach (var screen in new[] { Screen.Phone, Screen.Laptop })
        {
            await using var secretary = await chrome.Visitor(house.Address, screen, Cast.UkrainianSecretary, dark);
            await using var stranger = await chrome.Visitor(house.Address, screen, dark: dark);
            var (signedIn, open) = await Pages(house, secretary);
            foreach (var (visitor, paths) in new[] { (secretary, signedIn), (stranger, open) })
            {
                foreach (var path in paths)
                {
                    await visitor.Page.GotoAsync(path);
                    if (
                        path.StartsWith("/m/", StringComparison.Ordinal)
                        && !path.EndsWith("/record", StringComparison.Ordinal)
                    )
                        await visitor.IsLive();
                    faults.AddRange((await FaultsOf(visitor)).Select(f => $"{path} ({screen.Width}): {f}"));
                }

                // A page that is not there answers 404, and the browser notes that in its console.
                faults.AddRange(visitor.Complaints.Where(c => !c.Contains("404", StringComparison.Ordinal)));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_visibly_and_skips_the_menu()
    {
        await using var house = new House();
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        foreach (
            var path in new[]
            {
                "/meetings/new",
                $"/meetings/{house.DemoMeeting}",
                "/calendar?view=week",
                "/decks",
                "/decks/views",
                "/evidence/bring",
                "/evidence/export",
                "/evidence/map",
                "/evidence/boundaries",
                "/actions",
                "/people",
                "/tray",
            }
        )
        {
            await secretary.GoTo(path);
            await secretary.Page.Keyboard.PressAsync("Tab");
            await Expect(secretary.Find(".skip")).ToBeFocusedAsync();
            await Expect(secretary.Find(".skip")).ToBeInViewportAsync();
            await secretary.Page.Keyboard.PressAsync("Enter");
            await Expect(secretary.Find("main")).ToBeFocusedAsync();
            for (var tab = 0; tab < 15; tab++)
            {
                await secretary.Page.Keyboard.PressAsync("Tab");
                Assert.Equal("", await secretary.Page.EvaluateAsync<string>(InvisibleFocus));
            }
        }
    }

    private const string TooWide = """
        () => [...document.body.querySelectorAll("*")]
          .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .slice(0, 5)
          .map((e) => `${e.tagName}.${e.className}#${e.id}`)
          .join(" ")
        """;

    private const string InvisibleFocus = """
        () => {
          const e = document.activeElement;
          const style = getComputedStyle(e);
          return e === document.body || style.outlineStyle !== "none" ? "" : e.outerHTML.slice(0, 200);
        }
        """;

    /// <summary>A meeting in which something happened, so that the pages have something to show.</summary>
    private async Task Furnish(House house)
    {
        await using var secretary = await chrome.Visitor(house.Address, Screen.Laptop, Cast.UkrainianSecretary);
        await secretary.EnterRoom(house.DemoMeeting, "/present");
        await secretary.Click("[data-do='[\"Open\"]']");
        await secretary.TakeSlides();
        await secretary.Page.Keyboard.PressAsync("PageDown");
        await secretary.Find("#ask textarea").FillAsync("Коли відкриють школу?");
        await secretary.Click("#ask button");
        await Expect(secretary.Find(".question")).ToHaveCountAsync(1);
        await secretary.Click("#new-item");
        await secretary.Find("[name='text.uk']").FillAsync("Передати перелік");
        await secretary.Click("#item-form .actions button:not([type])");
        await Expect(secretary.Find(".item")).ToHaveCountAsync(1);
    }

    /// <summary>A search over the days in which one side alone has changed its clock, with weekends in them.</summary>
    private static async Task<string> FindTime(Visitor secretary)
    {
        await secretary.GoTo("/meetings/find");
        await secretary.Find("[name=from]").FillAsync("2027-03-24");
        await secretary.Find("[name=to]").FillAsync("2027-04-06");
        await secretary.Click("main form .actions button");
        await Expect(secretary.Find(".slot").First).ToBeVisibleAsync();
        return new Uri(secretary.Page.Url).PathAndQuery;
    }

    private static async Task<string> AskPeople(Visitor secretary, string found)
    {
        await secretary.GoTo(found);
        await secretary.Find(".slot [name=at]").Nth(0).CheckAsync();
        await secretary.Find(".slot [name=at]").Nth(2).CheckAsync();
        await secretary.Find("form[action='/polls/new'] button").ClickAsync();
        await secretary.Find("[name$='TitleUk']").FillAsync("Коли зустрінемося?");
        await secretary.Find("[name='Form.Deadline.Date']").FillAsync("2027-03-01");
        await secretary.Click("main form .actions button");
        await secretary.Page.WaitForURLAsync(url => Guid.TryParse(url[^36..], out _));
        return new Uri(secretary.Page.Url).AbsolutePath;
    }

    /// <summary>A file of which something must be asked and some rows are faulty.</summary>
    private static async Task<string> BringFile(Visitor secretary)
    {
        await secretary.GoTo("/evidence/import");
        await secretary
            .Find("[data-upload] input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "damages.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(
                        "damage_id;rdna_sector;lat;lon;damage_amount;currency\n"
                            + "1;housing;37.26;49.21;1,234;UAH\n2;health;49.21;37.26;;\n3;nothing;;;;\n"
                    ),
                }
            );
        await secretary.Click("[data-upload] button:not([type=button])");
        await Expect(secretary.Find(".counts")).ToBeVisibleAsync();
        return new Uri(secretary.Page.Url).AbsolutePath;
    }

    /// <summary>The day of the demo's meeting, as the form to change it has it.</summary>
    private static async Task<string> DayOf(Visitor secretary, Guid meeting)
    {
        await secretary.GoTo($"/meetings/{meeting}/edit");
        return await secretary.Find("[name='Form.Date']").InputValueAsync();
    }

    private static async Task<string> PlanSeries(Visitor secretary)
    {
        await secretary.GoTo("/meetings/new");
        await secretary.Find("[name='Form.TitleUk']").FillAsync("Наглядова група");
        await secretary.Find("[name='Form.Date']").FillAsync("2027-02-09");
        await secretary.Find("[name='Form.Time']").FillAsync("19:00");
        await secretary.Find("[name='Form.Repeats']").SelectOptionAsync("Monthly");
        await secretary.Click("form[data-once] .actions button");
        await secretary.Page.WaitForURLAsync(url => url.Contains("/series/", StringComparison.Ordinal));
        return new Uri(secretary.Page.Url).AbsolutePath;
    }

    private static async Task<(string[] SignedIn, string[] Open)> Pages(House house, Visitor secretary)
    {
        var meeting = house.DemoMeeting;
        await secretary.GoTo("/decks");
        var deck = await secretary.Find(".cards a").First.GetAttributeAsync("href");
        await secretary.GoTo($"{deck}/slides");
        var slide = await secretary.Find(".slide-list a[href*='to=fr']").Nth(1).GetAttributeAsync("href");
        await secretary.GoTo($"/m/{meeting}/chamber");
        var code = await secretary.Find(".join .code").InnerTextAsync();
        await secretary.GoTo($"/meetings/{meeting}");
        await secretary.Find("tr:has-text('Claude Témoin') button[value=link]").ClickAsync();
        var link = new Uri(await secretary.Find(".secret code").InnerTextAsync()).AbsolutePath;
        var held = await DayOf(secretary, meeting);
        var found = await FindTime(secretary);
        var series = await PlanSeries(secretary);
        var poll = await AskPeople(secretary, found);
        var import = await BringFile(secretary);
        var ballot = new Uri(await Letters.LinkTo(house.Outbox, "maire@chennevieres.example", "/p/")).AbsolutePath;
        var invited = new Uri(await Letters.LinkTo(house.Outbox, "maire@chennevieres.example", "/s/")).AbsolutePath;
        return (
            [
                "/meetings",
                "/meetings/new",
                "/meetings/find",
                found,
                "/calendar",
                "/calendar?view=week&date=2027-02-09",
                "/calendar?view=agenda&date=2027-02-09",
                $"/meetings/{meeting}/invitation?languages=both",
                "/polls",
                "/polls/new",
                poll,
                series,
                "/communities/11111111-0000-4000-8000-000000000001/hours",
                "/profile/hours",
                $"/meetings/{meeting}",
                "/calendar",
                "/calendar?view=month&date=2027-03-28",
                "/calendar?view=week",
                $"/calendar?view=week&date={held}",
                "/calendar?view=week&date=2027-03-28",
                $"/calendar?view=agenda&date={held}",
                $"/meetings/{meeting}/invitation",
                $"/meetings/{meeting}/invitation?languages=both",
                $"/meetings/{meeting}/edit",
                $"/meetings/{meeting}/cancel",
                $"/meetings/{meeting}/record",
                $"/meetings/{meeting}/record?view=both",
                "/decks",
                "/decks/views",
                deck!,
                "/evidence",
                "/evidence/projects",
                "/evidence/releases",
                "/evidence/damages/edit",
                "/evidence/damages/row?id=IZ-H-001",
                "/evidence/bring",
                "/evidence/export",
                "/evidence/map",
                "/evidence/boundaries",
                "/evidence/import",
                import,
                $"{import}/columns",
                $"{import}/faults",
                $"{deck}/slides",
                slide!,
                "/glossary",
                "/actions",
                "/people",
                "/tray",
                "/profile",
                "/profile/calendar",
                $"/m/{meeting}",
                $"/m/{meeting}/present",
                $"/m/{meeting}/chamber",
            ],
            ["/", "/sign-in", "/j", $"/j?code={code}", link, invited, ballot, "/nowhere"]
        );
    }

    private static async Task<IEnumerable<string>> FaultsOf(Visitor visitor)
    {
        var faults = new List<string>();
        var overflow = await visitor.Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        if (overflow > 0)
            faults.Add($"{overflow} px wider than the screen: {await visitor.Page.EvaluateAsync<string>(TooWide)}");
        var axe = await visitor.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        faults.AddRange(
            from violation in axe.Violations
            where violation.Impact is "serious" or "critical"
            from node in violation.Nodes
            select $"{violation.Id}: {node.Html}"
        );
        return faults;
    }
}
