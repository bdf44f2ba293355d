using System.Net;
using AngleSharp.Html.Dom;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Evidence;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence;

public sealed class RegisterPagesTests : IAsyncLifetime
{
    private const string Row = "/evidence/damages/row?id=S-1%2F%D0%B0";
    private readonly App app = new();
    private Desk secretary = null!;
    private Guid izium;

    public async ValueTask InitializeAsync()
    {
        var person = await app.PersonOf(App.Secretary);
        izium = person.CommunityId!.Value;
        await Book.Write(izium, person.Id, "import", [School]);
        secretary = await Desk.Of(app, App.Secretary, "uk");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_row_is_found_by_a_word_of_any_of_its_languages_and_by_its_sector()
    {
        var page = await secretary.Read(
            "/evidence/damages?Words=%D0%A8%D0%9A%D0%9E%D0%9B%D0%90&Sector=EducationScience"
        );
        Assert.Contains("Школа №4", page.QuerySelector("table.register")!.TextContent, StringComparison.Ordinal);

        page = await secretary.Read("/evidence/damages?Words=%C3%A9cole+voisine");
        Assert.Null(page.QuerySelector("table.register tr a[href*='S-1']"));
    }

    [Fact]
    public async Task A_row_written_by_hand_reads_back_and_keeps_its_history_field_by_field()
    {
        var page = await secretary.Read("/evidence/damages/edit?id=S-1%2F%D0%B0");
        await secretary.Send(
            page,
            "form:has([name=Revision])",
            ("cell.people_served_before", "1 250"),
            ("cell.grade", "severe")
        );

        var row = await secretary.Read(secretary.At);
        Assert.Contains("Збережено", row.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1\u00A0250", row.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        var history = row.QuerySelector(".history")!.TextContent;
        Assert.Contains("Обслуговували людей раніше: нічого → 1\u00A0250", history, StringComparison.Ordinal);
        Assert.Contains("Олена Приклад", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_by_its_field_and_nothing_typed_is_lost()
    {
        var page = await secretary.Read("/evidence/damages/edit");
        var answer = await secretary.Send(
            page,
            "form:has([name=Revision])",
            ("cell.damage_id", "N-1"),
            ("cell.name_uk", "Нова будівля"),
            ("cell.rdna_sector", "housing"),
            ("cell.damage_amount", "-5"),
            ("cell.katotth", "UA1")
        );

        Assert.NotNull(answer.QuerySelector("#problem-damage_amount"));
        Assert.NotNull(answer.QuerySelector("#problem-katotth"));
        Assert.Equal("Нова будівля", answer.QuerySelector("[name='cell.name_uk']")!.GetAttribute("value"));
        Assert.Null(await Book.Find(izium, Register.Damages, "N-1"));
    }

    [Fact]
    public async Task An_edit_over_somebody_elses_shows_both_and_writes_neither_silently()
    {
        var page = await secretary.Read("/evidence/damages/edit?id=S-1%2F%D0%B0");
        var head = await app.PersonOf(App.Head);
        await Book.Save(izium, head.Id, "edit", School with { ObjectType = "ліцей" }, 1);

        var answer = await secretary.Send(page, "form:has([name=Revision])", ("cell.object_type", "гімназія"));

        Assert.Equal("гімназія", answer.QuerySelector("[name='cell.object_type']")!.GetAttribute("value"));
        Assert.Contains("ліцей", answer.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        await secretary.Send(answer, "form:has([name=Revision])");
        Assert.Equal("гімназія", (await Now()).ObjectType);
    }

    [Fact]
    public async Task A_row_taken_out_is_brought_back()
    {
        var page = await secretary.Read(Row);
        page = await secretary.Send(page, "input[name=_handler][value=remove]");
        Assert.True((await Book.Find(izium, Register.Damages, School.Id))!.IsRemoved);

        await secretary.Send(page, "input[name=_handler][value='restore-1']");

        Assert.False((await Book.Find(izium, Register.Damages, School.Id))!.IsRemoved);
        Assert.Equal("Школа №4", (await Now()).Name.In("uk"));
    }

    [Fact]
    public async Task What_was_guarded_is_shown_after_two_people_said_so()
    {
        await Book.Save(
            izium,
            (await app.PersonOf(App.Secretary)).Id,
            "edit",
            School with
            {
                Access = Access.Restricted,
            },
            1
        );
        var page = await secretary.Read(Row);
        await secretary.Send(page, "form:has([name=To])", ("To", "Open"), ("Reason", "Школу вже відкрито"));
        Assert.DoesNotContain((await Book.Public(izium)).Damages, d => d.Id == School.Id);
        var own = await secretary.Read("/evidence/releases");
        Assert.Null(own.QuerySelector("section:has(a[href*='id=S-1']) input[value^='confirm-']"));

        var head = await Desk.Of(app, App.Head, "uk");
        var waiting = await head.Read("/evidence/releases");
        Assert.Contains("Школу вже відкрито", waiting.Body!.TextContent, StringComparison.Ordinal);
        await head.Send(waiting, "section:has(a[href*='id=S-1']) input[value^='confirm-']");

        Assert.Contains((await Book.Public(izium)).Damages, d => d.Id == School.Id);
    }

    [Fact]
    public async Task Of_many_rows_asked_for_at_once_those_are_shown_that_were_listed()
    {
        var person = await app.PersonOf(App.Secretary);
        var rows = Enumerable
            .Range(0, 503)
            .Select(i => School with { Id = $"B-{i:000}", Sector = Sector.Energy })
            .ToList();
        await Book.Write(izium, person.Id, "import", rows);
        var shown = (await Book.Public(izium)).Damages.Count;

        var head = await Desk.Of(app, App.Head, "uk");
        var page = await head.Read("/evidence/releases");
        Assert.Equal(500, page.QuerySelectorAll("a[href*='id=B-']").Length);
        const string all = "section:has(a[href*='id=B-']) input[value^='confirm-']:not([value^='confirm-one-'])";
        await head.Send(page, all, ("Listed", ""));
        Assert.Equal(shown, (await Book.Public(izium)).Damages.Count);
        var (yes, no) = (RowOf(page, 0), RowOf(page, 1));
        page = await head.Send(page, $"li:has(a[href='{yes}']) input[value^='confirm-one-']");
        Assert.Equal(shown + 1, (await Book.Public(izium)).Damages.Count);
        page = await head.Send(page, $"li:has(a[href='{no}']) input[value^='decline-one-']");
        await head.Send(page, all);

        Assert.DoesNotContain((await Book.Public(izium)).Damages, d => no.EndsWith(d.Id, StringComparison.Ordinal));
        Assert.Equal(shown + 501, (await Book.Public(izium)).Damages.Count);
        Assert.Equal(1, (await head.Read("/evidence/releases")).QuerySelectorAll("a[href*='id=B-']").Length);

        static string RowOf(IHtmlDocument page, int place) =>
            page.QuerySelectorAll("li:has(input[value^='confirm-one-']) a[href*='id=B-']")[place].GetAttribute("href")!;
    }

    [Fact]
    public async Task Another_community_sees_no_row_and_a_member_changes_none()
    {
        var partner = await Desk.Of(app, App.PartnerSecretary);
        await partner.Read(Row);
        Assert.Equal(HttpStatusCode.NotFound, partner.Status);
        Assert.DoesNotContain("S-1", (await partner.Read("/evidence")).Body!.TextContent, StringComparison.Ordinal);

        var member = await Desk.Of(app, App.Interpreter);
        Assert.Null((await member.Read(Row)).QuerySelector("input[name=_handler][value=remove]"));
        await member.Read("/evidence/damages/edit");
        Assert.Equal(HttpStatusCode.NotFound, member.Status);
    }

    private static Damage School =>
        new()
        {
            Id = "S-1/а",
            Sector = Sector.EducationScience,
            Name = LocalText.Of(("uk", "Школа №4"), ("fr", "École n° 4")),
        };

    private RegisterBook Book => app.Services.GetRequiredService<RegisterBook>();

    private async Task<Damage> Now() =>
        (Damage)RegisterBook.Entry((await Book.Find(izium, Register.Damages, School.Id))!);
}
