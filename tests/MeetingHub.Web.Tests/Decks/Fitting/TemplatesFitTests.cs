using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Decks.Fitting;
using MeetingHub.Web.Decks.Out.Offline;
using MeetingHub.Web.Decks.Templates;
using MeetingHub.Web.Figures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Fitting;

public sealed class TemplatesFitTests : IAsyncDisposable
{
    private readonly App app = new();

    public static TheoryData<string> Names => [.. DeckTemplates.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Slides_of_figures_fit_where_they_are_measured_and_where_they_are_guessed(string name)
    {
        var estimate = new FitEstimate(_ => null);
        var check = new FitCheck(
            new Browser(new FitSettings()),
            new FitPage(app.Services.GetRequiredService<WebParts>(), _ => null),
            estimate,
            NullLogger<FitCheck>.Instance
        );
        Assert.SkipUnless(check.CanMeasure, "No Chromium on the path.");
        var deck = await Filled(name);

        var measured = await check.Check(deck, TestContext.Current.CancellationToken);

        Assert.True(measured.IsMeasured);
        Assert.Empty(measured.Overflows);
        Assert.Empty(estimate.Of(deck).Overflows);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<CompiledDeck> Filled(string name)
    {
        var izium = (await app.PersonOf(App.Secretary)).CommunityId!.Value;
        var text = DeckTemplates.Fill(
            name,
            LocalText.Of(("uk", "Назва"), ("fr", "Titre"), ("en", "Title")),
            Language.All,
            LocalText.Of(("uk", "Громада"), ("fr", "Communauté"), ("en", "Community")),
            LocalText.Of(("uk", "Партнер"), ("fr", "Partenaire"), ("en", "Partner"))
        );
        var data = await app.Services.GetRequiredService<IDataBlockSource>().Of(izium);
        return DeckCompiler.Compile(text, new Dictionary<string, string>(), data).Deck!;
    }
}
