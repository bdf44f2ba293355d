using System.Text;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Terms;
using MeetingHub.Web.Decks.Out.Pack;
using MeetingHub.Web.Decks.Terms;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Terms;

public sealed class GlossaryTests : IAsyncDisposable
{
    private readonly App app = new();

    private TermBook Book => app.Services.GetRequiredService<TermBook>();

    [Fact]
    public async Task A_community_begins_with_the_packaged_terms_and_interpreters_get_its_own()
    {
        var me = await app.PersonOf(App.Secretary);
        var both = await Task.WhenAll(Book.Rows(me.CommunityId!.Value), Book.Rows(me.CommunityId!.Value));

        Assert.All(both, rows => Assert.True(rows.Count >= 40));
        Assert.All(both[0], r => Assert.Equal(3, r.Words.Texts.Count));
        var pack = await app.Services.GetRequiredService<ITermBook>().Of(me.CommunityId!.Value);
        Assert.Equal(both[0].Count, pack.Count);
    }

    [Fact]
    public async Task Terms_are_added_changed_and_removed_and_do_not_come_back()
    {
        var desk = await Desk.Of(app, App.Secretary);
        var page = await desk.Read("/glossary");
        var count = page.QuerySelectorAll(".glossary tbody tr").Length;
        page = await desk.Send(page, "#edit", ("Word.uk", "волонтер"), ("Word.fr", "bénévole"), ("Act", "save"));
        var row = page.QuerySelectorAll(".glossary tbody tr").Single(r => r.TextContent.Contains("волонтер"));

        page = await desk.Read(row.QuerySelector("a")!.GetAttribute("href")!.Split('#')[0]);
        page = await desk.Send(page, "#edit", ("Word.fr", "volontaire"), ("Act", "save"));
        Assert.Contains("volontaire", page.QuerySelector(".glossary")!.TextContent, StringComparison.Ordinal);

        page = await desk.Read(row.QuerySelector("a")!.GetAttribute("href")!.Split('#')[0]);
        page = await desk.Send(page, "#edit", ("Act", "remove"));
        Assert.Equal(count, page.QuerySelectorAll(".glossary tbody tr").Length);
        Assert.DoesNotContain("волонтер", page.QuerySelector(".glossary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_terms_goes_out_and_comes_back_as_it_was_and_computes_nothing()
    {
        var me = await app.PersonOf(App.Secretary);
        var community = me.CommunityId!.Value;
        await Book.Save(community, null, new Term(LocalText.Of(("uk", "=cmd|' /C calc'!A0"))), me.Id);
        var client = await app.ClientFor(App.Secretary);
        var file = await client.GetByteArrayAsync("/glossary/terms.csv");

        Assert.DoesNotContain("\"=cmd", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        var reading = TermFile.Read(file);
        Assert.Empty(reading.Faults);
        Assert.Equal((0, 0), await Book.Import(community, reading.Terms, me.Id));
    }

    [Fact]
    public async Task An_imported_file_changes_what_is_known_adds_what_is_new_and_names_what_is_wrong()
    {
        var desk = await Desk.Of(app, App.Secretary, "en");
        var file =
            $"en;note;uk;fr\nmayor;;міський голова;Monsieur le maire\nbread;;хліб;pain\n;only a note;;\n{new string('x', 201)};;;\n";
        var page = await desk.SendFile(
            await desk.Read("/glossary"),
            "form[enctype]",
            ("File", "terms.csv", Encoding.UTF8.GetBytes(file))
        );

        var said = page.QuerySelector("[role=status]")!.TextContent;
        Assert.Contains("New: 1. Changed: 1. Not taken: 2.", said, StringComparison.Ordinal);
        Assert.Contains("Line 4", said, StringComparison.Ordinal);
        Assert.Contains("Monsieur le maire", page.QuerySelector(".glossary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'u', (byte)'k', (byte)'\n', 0xE3, 0xF0 }, "terms.fault.not_utf8")]
    [InlineData(new byte[] { (byte)'a', (byte)',', (byte)'b', (byte)'\n' }, "terms.fault.columns")]
    [InlineData(new byte[0], "terms.fault.columns")]
    public void What_is_no_file_of_terms_is_told(byte[] file, string code) =>
        Assert.Equal(code, TermFile.Read(file).Faults.Single().Code);

    [Fact]
    public void A_quote_that_is_never_closed_ends_the_reading()
    {
        var file = Encoding.UTF8.GetBytes("uk,fr\n\"" + new string('я', 100_000));

        Assert.Equal("terms.fault.row", TermFile.Read(file).Faults.Single().Code);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
