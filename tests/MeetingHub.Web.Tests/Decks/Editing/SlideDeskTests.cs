using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;
using MeetingHub.Web.Decks.Wordings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Editing;

public sealed class SlideDeskTests : IAsyncDisposable
{
    private readonly App app = new();

    private WordingBook Wordings => app.Services.GetRequiredService<WordingBook>();

    [Fact]
    public async Task People_on_different_slides_at_the_same_moment_all_save()
    {
        var shop = await Workshop.In(app);
        string[] slides = ["a", "b", "c"];
        var edits = await Task.WhenAll(
            slides.Select(
                (slide, n) => shop.Write(n == 1 ? shop.Head : shop.Secretary, slide, "notes.uk.0", "", $"Нотатка {n}")
            )
        );

        Assert.All(edits, e => Assert.Null(e.Refusal));
        foreach (var (slide, n) in slides.Select((s, n) => (s, n)))
            Assert.Equal($"Нотатка {n}", await shop.Wording(slide, "notes.uk.0"));
    }

    [Fact]
    public async Task Of_two_on_one_wording_neither_loses_a_word()
    {
        var shop = await Workshop.In(app);
        const string seen = "## École détruite\n\n+ Toit";
        var first = await shop.Write(shop.Secretary, "a", "body.fr.0", seen, "## École ruinée");
        var second = await shop.Write(shop.Head, "a", "body.fr.0", seen, "## École anéantie");
        var typedOn = await shop.Write(shop.Head, "a", "body.fr.0", seen, "## École anéantie, dit-on");

        Assert.True(first.IsDone);
        Assert.Equal("body.fr.0", Assert.Single(second.Aside).ToString());
        Assert.False(typedOn.IsDone);
        Assert.Equal("## École ruinée", await shop.Wording("a", "body.fr.0"));
        var aside = Assert.Single(await Wordings.AsideOf(shop.Id));
        Assert.Equal(("## École anéantie, dit-on", shop.Head), (aside.Text, aside.By));
    }

    [Fact]
    public async Task Two_who_write_the_same_do_not_disagree()
    {
        var shop = await Workshop.In(app);
        const string seen = "## École détruite\n\n+ Toit";
        await shop.Write(shop.Secretary, "a", "body.fr.0", seen, "## École");

        Assert.True((await shop.Write(shop.Head, "a", "body.fr.0", seen, "## École")).IsDone);
        Assert.Empty(await Wordings.AsideOf(shop.Id));
    }

    [Fact]
    public async Task The_wording_that_a_translation_was_made_from_is_known_after_the_source_changed_often()
    {
        var shop = await Workshop.In(app);
        const string seen = "## Школа зруйнована\n\n+ Дах громади";
        var before = seen;
        foreach (var next in new[] { "## Школа", "## Школа відновлена", "## Школа відкрита" })
        {
            await shop.Write(shop.Secretary, "a", "body.uk.0", before, next);
            before = next;
        }

        Assert.Equal(Standing.Stale, await shop.Standing("a", "fr"));
        Assert.Equal(seen, await Wordings.Find(shop.Id, "a", SourceHash.Of(seen)));
        // Steps of one hand's typing are not history.
        Assert.Equal(2, (await Wordings.HistoryOf(shop.Id, "a")).Count(w => w.Place == "body.uk.0"));
    }

    [Fact]
    public async Task What_another_wrote_is_history_though_one_went_back_to_it_and_on()
    {
        var shop = await Workshop.In(app);
        await shop.Write(shop.Head, "a", "body.fr.0", "## École détruite\n\n+ Toit", "## École ruinée");
        await shop.Write(shop.Secretary, "a", "body.fr.0", "## École ruinée", "## École anéantie");
        await shop.Write(shop.Secretary, "a", "body.fr.0", "## École anéantie", "## École ruinée");
        await shop.Write(shop.Secretary, "a", "body.fr.0", "## École ruinée", "## École en ruine");

        var history = await Wordings.HistoryOf(shop.Id, "a");
        Assert.Contains(history, w => w.Text == "## École ruinée" && w.By == shop.Head);
        Assert.Contains(history, w => w.Text == "## École en ruine" && w.By == shop.Secretary);
    }

    [Fact]
    public async Task A_text_taken_out_takes_no_other_with_it()
    {
        var shop = await Workshop.In(app);
        const string text =
            "---\ntitle: Ізюм\nlanguages: uk\n---\n\n# a\n\nПерше\n\n::: uk\n## Школа\n:::\n\nДруге\n\n::: notes uk\nПауза.\n:::\n\nТретє\n";
        await shop.Library.Save(shop.Id, 1, text, shop.Head);

        var edited = await shop.Desk.Write(
            shop.Id,
            "a",
            [
                new(PartPlace.Parse("shared.0")!.Value, SourceHash.Of("Перше"), ""),
                new(PartPlace.Parse("shared.1")!.Value, SourceHash.Of("Друге"), "Друге інакше"),
            ],
            shop.Secretary
        );

        Assert.Null(edited.Refusal);
        Assert.Equal("Друге інакше", await shop.Wording("a", "shared.0"));
        Assert.Equal("Третє", await shop.Wording("a", "shared.1"));
    }

    [Fact]
    public async Task An_edited_stale_translation_stays_stale_until_somebody_says_that_it_holds()
    {
        var shop = await Workshop.In(app);
        await shop.Write(shop.Secretary, "a", "body.uk.0", "## Школа зруйнована\n\n+ Дах громади", "## Ліцей");
        await shop.Write(shop.Secretary, "a", "body.fr.0", "## École détruite\n\n+ Toit", "## Lycée");
        Assert.Equal(Standing.Stale, await shop.Standing("a", "fr"));

        await shop.Desk.Edit(shop.Id, shop.Secretary, t => Stamps.Confirm(t, "a", "fr"), "slide_reviewed");
        Assert.Equal(Standing.Reviewed, await shop.Standing("a", "fr"));
        Assert.True(await app.Ask(db => db.Audit.AnyAsync(e => e.What == "slide_reviewed")));
    }

    [Fact]
    public async Task A_whole_text_saved_in_the_old_editor_is_kept_alike_and_loses_no_review()
    {
        var shop = await Workshop.In(app);
        await shop.Desk.Edit(shop.Id, shop.Secretary, t => Stamps.Confirm(t, "a", "fr"));
        var deck = (await shop.Library.Find(shop.Id))!;
        await shop.Library.Save(
            shop.Id,
            deck.Revision,
            deck.Draft.Replace("Меморандум", "Угода", StringComparison.Ordinal),
            shop.Head
        );

        Assert.Equal(Standing.Reviewed, await shop.Standing("a", "fr"));
        Assert.Equal("Меморандум", await Wordings.Find(shop.Id, "c", SourceHash.Of("Меморандум")));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
