using System.IO.Compression;
using System.Text;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Decks.Compiling;
using MeetingHub.Web.Decks.Templates;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence;

public sealed class ViewsTests
{
    private static IReadOnlyList<IView> Views => EvidenceFeature.Views;

    public static TheoryData<string, string> Blocks =>
        new()
        {
            { "damage-by-sector", "" },
            { "damage-by-sector", "of: need\ncurrency: UAH" },
            { "grades", "" },
            { "grades", "by: sector" },
            { "needs-funded-gap", "" },
            { "pipeline", "" },
            { "timeline", "" },
            { "funding-by-source", "currency: EUR" },
            { "top-projects", "" },
            { "one-building", "" },
            { "big-number", "of: gap\ncurrency: UAH" },
            { "places", "" },
            { "places", "of: projects" },
        };

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_figure_tells_its_source_its_day_and_the_same_figures_as_a_table_in_every_language(
        string view,
        string options
    )
    {
        foreach (var language in Language.All)
        {
            var figure = Draw(view, options, language).Figure!;

            Assert.NotEmpty(figure.Title);
            Assert.NotEmpty(figure.Origin.Source);
            Assert.NotEmpty(figure.Origin.AsOf);
            Assert.NotEmpty(figure.Table.Rows);
            Assert.NotEmpty(figure.Facts);
            Assert.DoesNotContain("figure.", FigureHtml.Of(figure), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_drawing_weighs_at_most_six_kilobytes_and_its_words_stay_within_it(string view, string options)
    {
        var figure = Draw(view, options, "uk").Figure!;
        var bytes = Encoding.UTF8.GetBytes(FigureHtml.Of(figure));

        Assert.True(Compressed(bytes) <= 6 * 1024, $"{Compressed(bytes)} bytes");
        foreach (var words in figure.Sketch?.Shapes.OfType<Words>() ?? [])
        {
            Assert.InRange(words.Y, 0, figure.Sketch!.Height + 6);
            Assert.InRange(words.X, 0, figure.Sketch.Width);
        }
    }

    /// <summary>Fourteen slides, nine figures: what a phone fetches before the first word is said.</summary>
    [Fact]
    public void A_whole_deck_in_three_languages_weighs_less_than_sixty_kilobytes()
    {
        var text = DeckTemplates.Fill(
            "damage-and-recovery",
            LocalText.Of(("uk", "Збитки"), ("fr", "Dommages"), ("en", "Damage")),
            Language.All,
            LocalText.Of(("uk", "Громада"), ("fr", "Communauté"), ("en", "Community")),
            LocalText.Of(("uk", "Партнер"), ("fr", "Partenaire"), ("en", "Partner"))
        );
        var compiled = DeckCompiler.Compile(text, new Dictionary<string, string>(), CommunityBlocks.Over(Izium()));

        Assert.Empty(compiled.Problems);
        var bytes = Compressed(Encoding.UTF8.GetBytes(compiled.Deck!.PublicJson()));
        TestContext.Current.TestOutputHelper!.WriteLine($"{bytes} bytes");
        Assert.InRange(bytes, 1, 60 * 1024);
    }

    [Fact]
    public void Amounts_of_another_currency_are_named_beside_and_never_added()
    {
        var figure = Draw("funding-by-source", "", "en").Figure!;

        Assert.EndsWith(", EUR", figure.Title, StringComparison.Ordinal);
        Assert.Equal(850_000, figure.Facts.Sum(f => f.Value));
        Assert.Contains("not counted: 12,000,000\u00A0UAH", figure.Origin.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_is_printed_with_its_day_and_source()
    {
        var figure = Draw("funding-by-source", "currency: UAH\nrate: EUR=40.1 on 2023-01-10 source NBU", "en").Figure!;

        Assert.Contains("EUR 1 = 40.1 UAH on 10 Jan 2023, NBU", figure.Origin.Method, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("damage-by-sector", "sectors: casino", "deck.problem.data_value")]
    [InlineData("damage-by-sector", "of: money", "deck.problem.data_value")]
    [InlineData("damage-by-sector", "top: 99", "deck.problem.data_value")]
    [InlineData("funding-by-source", "currency: UAH\nrate: EUR=40", "deck.problem.data_value")]
    [InlineData("one-building", "id: nobody", "deck.problem.data_row")]
    public void What_an_option_cannot_be_is_told_with_what_it_can(string view, string options, string code) =>
        Assert.Equal(code, Draw(view, options, "en").Problem!.Code);

    [Fact]
    public void Numbers_stand_as_their_reader_writes_them()
    {
        string Cost(string language) => Draw("needs-funded-gap", "currency: UAH", language).Figure!.Table.Rows[0][2];

        Assert.Equal("75,000,000\u00A0UAH", Cost("en"));
        Assert.Equal("75\u202F000\u202F000\u00A0UAH", Cost("fr"));
        Assert.Equal("75\u00A0000\u00A0000\u00A0UAH", Cost("uk"));
    }

    [Fact]
    public void With_nothing_in_the_registers_a_slide_says_so_and_is_no_error()
    {
        var scene = new Scene(PublicRegisters.Of(Registers.Empty, new LocalDate(2023, 1, 15)));
        foreach (var view in Views)
        {
            var figure = view.Draw(scene, DataBlock.Read(view.Name, "", 1)!, Texts.In("en")).Figure!;
            Assert.True(figure.Facts.All(f => f.Value == 0), view.Name);
        }
    }

    [Fact]
    public void A_title_of_ones_own_stands_in_its_language_alone()
    {
        Assert.Equal("Наші школи", Draw("grades", "title-uk: Наші школи", "uk").Figure!.Title);
        Assert.Equal("Degré de dommage", Draw("grades", "title-uk: Наші школи", "fr").Figure!.Title);
    }

    private static FigureReading Draw(string view, string options, string language) =>
        Views
            .Single(v => v.Name == view)
            .Draw(new Scene(Izium()), DataBlock.Read(view, options, 1)!, Texts.In(language));

    private static long Compressed(byte[] bytes)
    {
        using var kept = new MemoryStream();
        using (var brotli = new BrotliStream(kept, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(bytes);
        return kept.Length;
    }

    private static PublicRegisters Izium()
    {
        var damages = Enum.GetValues<Sector>()
            .SelectMany((sector, s) => Enumerable.Range(0, (s % 5) + 1).Select(i => Damage($"D-{s}-{i}", sector, i)))
            .ToList();
        var projects = Enumerable.Range(1, 12).Select(Project).ToList();
        Funding[] funding =
        [
            Fund("P-1", 12_000_000, "UAH", FundingState.Committed, "Державний фонд регіонального розвитку"),
            Fund("P-1", 600_000, "EUR", FundingState.Committed, "Фонд"),
            Fund("P-2", 200_000, "EUR", FundingState.Disbursed, "Словенія"),
            Fund("P-3", 50_000, "EUR", FundingState.Pledged, "Chennevières-sur-Marne"),
        ];
        return PublicRegisters.Of(new(damages, projects, funding), new LocalDate(2023, 1, 15));
    }

    private static Damage Damage(string id, Sector sector, int i) =>
        new()
        {
            Id = id,
            Sector = sector,
            Name = LocalText.Of(("uk", $"Об’єкт {id}"), ("fr", $"Site {id}"), ("en", $"Site {id}")),
            Grade = (DamageGrade)(i % 5),
            Method = (AssessmentMethod)(i % 4),
            Source = new("Акт обстеження", null, new LocalDate(2022, 12, 1)),
            NeedAmount = i % 3 == 0 ? null : 1_250_000.5m * i,
            Currency = "UAH",
            PriceDate = new LocalDate(2022, 12, 31),
            ServedBefore = 100 * i,
            Point = new(49.2m + (0.0123m * i), 37.25m + (0.0071m * ((int)sector % 7))),
            Precision = (GeoPrecision)(i % 3),
        };

    private static RecoveryProject Project(int i) =>
        new()
        {
            Id = $"P-{i}",
            Title = LocalText.Of(
                ("uk", $"Відновлення освітнього закладу №{i} з укриттям і сучасною їдальнею"),
                ("fr", $"Relèvement de l’établissement n° {i}, avec abri et cantine"),
                ("en", $"School no. {i} with a shelter and a canteen")
            ),
            Status = (ProjectStatus)(i % 5),
            Start = new LocalDate(2022, 10, 1).PlusMonths(i * 2),
            End = i % 4 == 0 ? null : new LocalDate(2023, 6, 1).PlusMonths(i * 3),
            CostTotal = 1_000_000m * i,
            Currency = i == 1 || i % 2 == 0 || i > 4 ? "UAH" : "EUR",
            Priority = i,
            Ask = AskType.Expertise,
            Point = new(49.2m + (0.004m * i), 37.25m),
        };

    private static Funding Fund(string project, decimal amount, string currency, FundingState state, string party) =>
        new()
        {
            Id = $"{project}-{party}",
            ProjectId = project,
            Amount = amount,
            Currency = currency,
            State = state,
            Party = party,
            Date = new LocalDate(2022, 12, 15),
        };
}
