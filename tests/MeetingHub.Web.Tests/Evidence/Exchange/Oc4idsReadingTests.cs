using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Evidence.Exchange;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Exchange;

public sealed class Oc4idsReadingTests
{
    [Fact]
    public void The_standards_own_example_becomes_a_project_with_its_finance()
    {
        var file = File.ReadAllBytes(Given.PathOf("oc4ids-example.json"));
        var terms = Given.Terms with { Language = Language.English, Box = new CountryBox(49.8m, 60.9m, -8.7m, 1.8m) };

        var brought = Oc4idsReading.Read(file, Registers.Empty, terms).Brought!;

        var project = Assert.Single(brought.Entries.OfType<RecoveryProject>());
        Assert.Equal("oc4ids-bu3kcz-m75-junctions-4-to-5-smart-motorway", project.Id);
        Assert.Equal("M75 Junctions 4 to 5 upgrade smart motorway", project.Title.Exactly("en"));
        Assert.Equal(ProjectStatus.Maintenance, project.Status);
        Assert.Equal(ProjectType.Expansion, project.Type);
        Assert.Equal("transport;transport.road", project.SectorOc4ids);
        Assert.Equal(Sector.Transport, project.Sector);
        Assert.Equal((40_000_000m, "GBP"), (project.CostTotal, project.Currency));
        Assert.Equal(100m, project.ProgressPercent);
        Assert.Equal("Motorways UK", project.Implementer);
        Assert.Equal(new GeoPoint(52.2571843m, -0.1163333m), project.Point);
        Assert.Equal(new CoordinateReading(CoordinateOrder.LatitudeFirst, true, 2, 0), brought.Order);
        var sum = Assert.Single(brought.Entries.OfType<Funding>());
        Assert.Equal((50_000_000m, "USD"), (sum.Amount, sum.Currency));
        Assert.Equal("United Nations Development Programme", sum.Party);
        Assert.Equal(FundingState.Pledged, sum.State);
    }

    [Fact]
    public void What_has_no_column_is_told_by_name_and_persons_by_that()
    {
        var file = File.ReadAllBytes(Given.PathOf("oc4ids-example.json"));

        var left = Oc4idsReading.Read(file, Registers.Empty, Given.Terms).Brought!.Left;

        Assert.Contains(new("contractingProcesses", LeftWhy.NoColumn, 1), left);
        Assert.Contains(new("transactions", LeftWhy.NoColumn, 1), left);
        Assert.Contains(new("budget.budgetBreakdowns", LeftWhy.NoColumn, 1), left);
        Assert.Contains(new("locations", LeftWhy.Ambiguous, 1), left);
        Assert.Contains(new("parties", LeftWhy.Person, 1), left);
        Assert.DoesNotContain(left, l => l.Field is "title" or "status" or "period");
    }

    [Theory]
    [InlineData("[49.21, 37.25]", CoordinateOrder.LatitudeFirst)]
    [InlineData("[37.25, 49.21]", CoordinateOrder.LongitudeFirst)]
    public void Both_orders_of_coordinates_put_Izium_where_it_is(string written, CoordinateOrder order)
    {
        var brought = Read(
            $$$$"""[{"id":"1","locations":[{"id":"1","geometry":{"type":"Point","coordinates":{{{{written}}}}}}]}]"""
        );

        Assert.Equal(order, brought.Order!.Order);
        Assert.True(brought.Order.IsSure);
        Assert.Equal(new GeoPoint(49.21m, 37.25m), Project(brought).Point);
    }

    [Fact]
    public void Where_points_do_not_tell_the_order_is_the_schemas_and_not_sure()
    {
        const string file =
            """[{"id":"1","locations":[{"id":"1","geometry":{"type":"Point","coordinates":[37.25,49.21]}}]}]""";
        var terms = Given.Terms with { Box = null };

        var brought = Oc4idsReading.Read(Given.Bytes(file), Registers.Empty, terms).Brought!;

        Assert.Equal(new CoordinateReading(CoordinateOrder.LongitudeFirst, false, 0, 0), brought.Order);
        Assert.Equal(new GeoPoint(49.21m, 37.25m), Project(brought).Point);
    }

    [Theory]
    [InlineData("uk", false)]
    [InlineData("uk-UA", false)]
    [InlineData("en", true)]
    public void A_file_in_another_language_than_was_said_is_told_of(string language, bool isTold) =>
        Assert.Equal(isTold, Read($$"""[{"id":"1","language":"{{language}}"}]""").Left.Any(l => l.Field == "language"));

    [Fact]
    public void An_order_that_somebody_chose_is_taken_though_the_points_speak_against_it()
    {
        const string file =
            """[{"id":"1","locations":[{"id":"1","geometry":{"type":"Point","coordinates":[37.25,49.21]}}]}]""";
        var terms = Given.Terms with { Order = CoordinateOrder.LatitudeFirst };

        var brought = Oc4idsReading.Read(Given.Bytes(file), Registers.Empty, terms).Brought!;

        Assert.Equal(new CoordinateReading(CoordinateOrder.LatitudeFirst, false, 0, 1), brought.Order);
        Assert.Equal(new GeoPoint(37.25m, 49.21m), Project(brought).Point);
    }

    [Fact]
    public void What_OC4IDS_has_no_word_for_stays_as_it_was()
    {
        var before = Given.Repair(access: Access.Limited) with { Ask = AskType.Expertise, Priority = 2 };
        const string file = """[{"id":"P-1","title":"Нова назва","status":"implementation"}]""";

        var after = Project(Oc4idsReading.Read(Given.Bytes(file), new([], [before], []), Given.Terms).Brought!);

        Assert.Equal(
            before with
            {
                Title = LocalText.Of(("uk", "Нова назва"), ("fr", before.Title.Exactly("fr")!)),
                Status = ProjectStatus.Implementation,
            },
            after
        );
    }

    [Fact]
    public void A_new_project_of_energy_is_restricted_with_its_funding_and_both_are_released_together()
    {
        const string file = """
            [{"id":"E-1","sector":["energy","energy.electricPower"],
              "budget":{"finance":[{"id":"1","value":{"amount":5,"currency":"EUR"}}]}}]
            """;

        var entries = Read(file).Entries;
        var (project, funding) = (entries.OfType<RecoveryProject>().Single(), entries.OfType<Funding>().ToList());
        Assert.Equal(Access.Restricted, project.Access);
        Assert.Empty(PublicRegisters.Of(new([], [project], funding), Given.Day).Funding);
        var released = (RecoveryProject)project.With(Access.Open, null);
        Assert.Single(PublicRegisters.Of(new([], [released], funding), Given.Day).Funding);
    }

    [Theory]
    [InlineData("""[{"title":"x"}]""", BringFault.IdMissing)]
    [InlineData("""[{"id":"1"},{"id":"1"}]""", BringFault.IdTwice)]
    [InlineData("""[7]""", BringFault.NotAnObject)]
    public void What_cannot_be_a_row_is_refused_by_its_place(string file, BringFault why)
    {
        Assert.Equal(why, Assert.Single(Read(file).Refused).Fault);
    }

    [Fact]
    public void An_id_that_is_too_long_is_refused() =>
        Assert.Equal(
            BringFault.IdTooLong,
            Assert.Single(Read($$"""[{"id":"{{new string('x', 101)}}"}]""").Refused).Fault
        );

    [Theory]
    [InlineData("", BringFault.NotJson)]
    [InlineData("<html>", BringFault.NotJson)]
    [InlineData("{\"projects\":[", BringFault.NotJson)]
    [InlineData("7", BringFault.NoProjects)]
    [InlineData("{\"projects\":[]}", BringFault.NoProjects)]
    [InlineData("{\"projects\":7}", BringFault.NoProjects)]
    public void A_file_that_is_none_is_refused(string file, BringFault why) =>
        Assert.Equal(why, Oc4idsReading.Read(Given.Bytes(file), Registers.Empty, Given.Terms).Fault);

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Equal(
            BringFault.NotJson,
            Oc4idsReading.Read(Given.Bytes(new string('[', 100_000)), Registers.Empty, Given.Terms).Fault
        );

    [Fact]
    public void Hostile_values_are_left_behind_and_never_an_error()
    {
        const string file = """
            [{"id":"1","title":{"a":[]},"description":7,"status":"nonsense","type":[],"sector":"x","period":"2023",
              "updated":"yesterday","locations":[{"geometry":{"type":"Point","coordinates":["a","b"]}},7,
              {"geometry":{"type":"Point","coordinates":[900,900]}}],
              "budget":{"amount":{"amount":-5,"currency":"uah"},"approvalDate":"2023-99-99",
              "finance":[{"id":"1","value":{"amount":1e999,"currency":"EUR"}},{"value":{"amount":1,"currency":"EUR"}}]}}]
            """;

        var brought = Read(file);

        var project = Project(brought);
        Assert.Null(project.CostTotal);
        Assert.Null(project.Point);
        Assert.Null(project.Status);
        Assert.Empty(brought.Entries.OfType<Funding>());
        Assert.Contains(brought.Left, l => l is { Field: "status", Why: LeftWhy.NotValid });
        Assert.Contains(brought.Left, l => l is { Field: "budget.amount.amount", Why: LeftWhy.NotValid });
    }

    [Fact]
    public void Names_that_turn_the_line_around_are_made_plain() =>
        Assert.Equal("cod.exe", Project(Read("[{\"id\":\"1\",\"title\":\"\u202Ecod.exe\u202C\"}]")).Title.In("uk"));

    private static Brought Read(string file) =>
        Oc4idsReading.Read(Given.Bytes(file), Registers.Empty, Given.Terms).Brought!;

    private static RecoveryProject Project(Brought brought) => Assert.Single(brought.Entries.OfType<RecoveryProject>());
}
