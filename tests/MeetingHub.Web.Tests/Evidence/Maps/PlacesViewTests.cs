using System.IO.Compression;
using System.Text;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Maps;

public sealed class PlacesViewTests
{
    private static readonly LocalDate Day = new(2023, 1, 20);

    [Fact]
    public void A_place_known_to_the_settlement_alone_is_a_wide_disc_with_the_number()
    {
        var figure = Draw([.. Enumerable.Range(0, 9).Select(i => At(i, GeoPrecision.Settlement))]);

        var shapes = figure.Sketch!.Shapes;
        Assert.Contains(shapes, s => s is Dot { Ink: Ink.Track, Radius: >= 25 });
        Assert.Contains(shapes, s => s is Words { Text: "9" });
        Assert.Equal("9", figure.Table.Rows[0][2]);
    }

    [Fact]
    public void A_restricted_place_is_in_no_byte_and_no_digit_more_than_may_be_shown()
    {
        var secret = At(1, GeoPrecision.Exact) with
        {
            Access = Access.Restricted,
            Point = new(48.1m, 38.9m),
            PublicPlace = "СЕКРЕТ",
        };

        var with = FigureHtml.Of(Draw([At(0), secret]));

        Assert.Equal(FigureHtml.Of(Draw([At(0)])), with);
    }

    [Fact]
    public void Ten_thousand_places_weigh_no_more_than_a_figure_may()
    {
        var figure = Draw([
            .. Enumerable
                .Range(0, 10_000)
                .Select(i =>
                    At(i, GeoPrecision.Exact) with
                    {
                        Point = new(48.6m + (i % 101 * 0.0097m), 36.5m + (i % 97 * 0.0161m)),
                        PublicPlace = $"вулиця Довга, {i}",
                    }
                ),
        ]);

        Assert.InRange(Compressed(FigureHtml.Of(figure)), 1000, 6 * 1024);
        Assert.Equal(
            "10,000",
            figure.Table.Rows.Aggregate(0m, (sum, r) => sum + Count(r[2])).ToString("N0", Texts.In("en").Culture)
        );
    }

    [Fact]
    public void The_source_line_names_the_boundaries_licence() =>
        Assert.Contains("ODbL 1.0", Draw([At(0)]).Origin.Method, StringComparison.Ordinal);

    [Fact]
    public void Sectors_and_grades_choose_what_is_shown_and_an_unknown_boundary_is_told()
    {
        Damage[] two = [At(0), At(1) with { Sector = Sector.Health, Grade = DamageGrade.Minor }];

        Assert.Equal("Health", Assert.Single(Draw(two, "sectors: health").Table.Rows)[1]);
        Assert.Equal("Health", Assert.Single(Draw(two, "grades: minor").Table.Rows)[1]);
        var refused = Reading(two, "boundary: Atlantis");
        Assert.Equal("deck.problem.data_value", refused.Problem!.Code);
    }

    [Fact]
    public void Hostile_names_stay_text()
    {
        var html = FigureHtml.Of(Draw([At(0) with { PublicPlace = "<script>alert(1)</script>" }]));

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    private static decimal Count(string cell) => decimal.Parse(cell, Texts.In("en").Culture);

    private static Figure Draw(IReadOnlyList<Damage> damages, string options = "") => Reading(damages, options).Figure!;

    private static FigureReading Reading(IReadOnlyList<Damage> damages, string options) =>
        new PlacesView().Draw(
            new Scene(PublicRegisters.Of(new(damages, [], []), Day)),
            DataBlock.Read("places", options, 1)!,
            Texts.In("en")
        );

    private static Damage At(int id, GeoPrecision precision = GeoPrecision.Street) =>
        new()
        {
            Id = $"D-{id}",
            Name = LocalText.Of(("uk", $"Школа {id}")),
            Sector = Sector.EducationScience,
            Point = new(49.21m, 37.26m),
            Precision = precision,
            Grade = (DamageGrade)(id % 5),
        };

    private static long Compressed(string text)
    {
        using var kept = new MemoryStream();
        using (var brotli = new BrotliStream(kept, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(Encoding.UTF8.GetBytes(text));
        return kept.Length;
    }
}
