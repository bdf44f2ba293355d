using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using NodaTime;
using Xunit;

namespace MeetingHub.Domain.Tests.Evidence;

public sealed class ExposureTests
{
    private static readonly LocalDate Today = new(2023, 1, 15);

    [Fact]
    public void A_restricted_row_is_not_in_what_may_be_shown()
    {
        var shown = Shown([Damage("open"), Damage("secret") with { Access = Access.Restricted }]);

        Assert.Equal("open", Assert.Single(shown.Damages).Id);
        Assert.Empty(shown.Limited);
    }

    [Fact]
    public void An_open_row_waits_for_its_release_date()
    {
        var row = Damage("later") with { ReleaseAfter = Today.PlusDays(1) };

        Assert.Empty(Shown([row]).Damages);
        Assert.Single(PublicRegisters.Of(new([row], [], []), Today.PlusDays(1)).Damages);
    }

    [Fact]
    public void Two_limited_rows_are_not_counted_and_three_are_one_sum()
    {
        Damage[] two = [Limited("a", 10), Limited("b", 20)];

        Assert.Empty(Shown(two).Limited);
        var sum = Assert.Single(Shown([.. two, Limited("c", 30)]).Limited);
        Assert.Equal((3, 60m), (sum.Count, sum.DamageAmount));
    }

    [Fact]
    public void An_amount_that_fewer_than_three_limited_rows_have_is_not_told()
    {
        var sum = Assert.Single(Shown([Limited("a", 10), Limited("b", 20), Limited("c", null)]).Limited);

        Assert.Null(sum.DamageAmount);
    }

    [Fact]
    public void A_project_names_no_damage_that_may_not_be_shown()
    {
        var project = new RecoveryProject { Id = "p", DamageIds = ["open", "secret"] };
        var all = new Registers([Damage("open"), Damage("secret") with { Access = Access.Restricted }], [project], []);

        Assert.Equal(["open"], Assert.Single(PublicRegisters.Of(all, Today).Projects).DamageIds);
    }

    [Fact]
    public void Funding_of_a_restricted_project_is_restricted_with_it()
    {
        var project = new RecoveryProject { Id = "p", Access = Access.Restricted };
        var funding = new Funding
        {
            Id = "f",
            ProjectId = "p",
            Amount = 1,
            Currency = "EUR",
            State = FundingState.Pledged,
        };

        Assert.Empty(PublicRegisters.Of(new([], [project], [funding]), Today).Funding);

        var released = project.With(Access.Open, null);
        Assert.Single(PublicRegisters.Of(new([], [(RecoveryProject)released], [funding]), Today).Funding);
    }

    [Fact]
    public void A_place_that_is_known_coarsely_is_shown_coarsely()
    {
        var row = Damage("d") with
        {
            Point = new GeoPoint(49.212345m, 37.256789m),
            Precision = GeoPrecision.Settlement,
        };

        Assert.Equal(new GeoPoint(49.21m, 37.26m), Assert.Single(Shown([row]).Damages).Point);
    }

    [Theory]
    [InlineData("міст через Сіверський Донець", true)]
    [InlineData("bridge", true)]
    [InlineData("pont routier", true)]
    [InlineData("школа міста", false)]
    [InlineData("адміністрація міста", false)]
    [InlineData("pontoon store", false)]
    public void Bridges_are_guarded_and_towns_are_not(string type, bool isSensitive) =>
        Assert.Equal(isSensitive, Exposure.IsSensitive(Damage("x") with { ObjectType = type }));

    [Fact]
    public void Nobody_alone_makes_a_row_more_open()
    {
        var before = Damage("d") with { Access = Access.Restricted };
        var substation = Damage("e") with { Sector = Sector.Energy, Access = Access.Open };

        Assert.Equal(Access.Restricted, Exposure.Alone(before with { Access = Access.Open }, before).Access);
        Assert.Equal(Access.Restricted, Exposure.Alone(before with { Access = Access.Restricted }, Damage("d")).Access);
        Assert.Equal(Access.Restricted, Exposure.Alone(substation, null).Access);
        Assert.Equal(Access.Open, Exposure.Alone(Damage("d"), null).Access);
    }

    [Fact]
    public void Nobody_alone_brings_a_release_forward()
    {
        var before = Damage("d") with { ReleaseAfter = Today.PlusDays(30) };

        Assert.Equal(before.ReleaseAfter, Exposure.Alone(before with { ReleaseAfter = null }, before).ReleaseAfter);
        Assert.Equal(before.ReleaseAfter, Exposure.Alone(before with { ReleaseAfter = Today }, before).ReleaseAfter);
        Assert.Equal(
            Today.PlusDays(60),
            Exposure.Alone(before with { ReleaseAfter = Today.PlusDays(60) }, before).ReleaseAfter
        );
    }

    [Fact]
    public void A_row_moved_into_a_guarded_sector_is_guarded_from_then_on()
    {
        var school = Damage("d");

        Assert.Equal(Access.Restricted, Exposure.Alone(school with { Sector = Sector.Energy }, school).Access);
    }

    [Theory]
    [InlineData("energy.generation", null, "", true)]
    [InlineData("transport.road;waterAndWaste", null, "", true)]
    [InlineData("education", null, "Школа", false)]
    [InlineData(null, Sector.Transport, "Відбудова (міст)", true)]
    [InlineData(null, Sector.EducationScience, "Школа біля мосту", false)]
    public void A_project_is_guarded_by_whichever_sector_or_name_it_has(
        string? codes,
        Sector? sector,
        string title,
        bool isSensitive
    ) =>
        Assert.Equal(
            isSensitive,
            Exposure.IsSensitive(
                new RecoveryProject
                {
                    Id = "p",
                    SectorOc4ids = codes,
                    Sector = sector,
                    Title = LocalText.Of(("uk", title)),
                }
            )
        );

    [Fact]
    public void A_damage_counts_by_its_name_where_it_could_be_a_bridge()
    {
        var bridge = Damage("b") with { Name = LocalText.Of(("fr", "Pont de la gare")), Sector = Sector.Transport };

        Assert.True(Exposure.IsSensitive(bridge));
        // "structure" says nothing; better a station too many.
        Assert.True(Exposure.IsSensitive(bridge with { ObjectType = "structure" }));
        Assert.False(Exposure.IsSensitive(bridge with { ObjectType = "maison", Sector = Sector.Housing }));
    }

    [Theory]
    [InlineData("Footbridge over the Donets")]
    [InlineData("Passerelle sur le Donets")]
    [InlineData("Путепровід на трасі")]
    [InlineData("Гребля ставка")]
    [InlineData("Old dam")]
    public void Whatever_carries_a_road_or_holds_water_is_sensitive(string name) =>
        Assert.True(
            Exposure.IsSensitive(Damage("b") with { Name = LocalText.Of(("en", name)), Sector = Sector.Transport })
        );

    [Fact]
    public void To_call_a_released_substation_something_else_needs_the_second_person()
    {
        var released = Damage("e") with { Sector = Sector.Energy, Access = Access.Open };

        Assert.Equal(Access.Restricted, Exposure.Alone(released with { Sector = Sector.Housing }, released).Access);
    }

    [Fact]
    public void Nobody_alone_shows_closer_where_a_released_substation_stands()
    {
        var released = Damage("e") with
        {
            Sector = Sector.Energy,
            Access = Access.Open,
            Point = new(49.2m, 37.2m),
            Precision = GeoPrecision.Settlement,
        };

        Assert.Equal(
            Access.Restricted,
            Exposure.Alone(released with { Precision = GeoPrecision.Exact }, released).Access
        );
        Assert.Equal(Access.Restricted, Exposure.Alone(released, released with { Point = null }).Access);
        Assert.Equal(Access.Restricted, Exposure.Alone(released with { PublicPlace = "вул. Ім’я" }, released).Access);
        Assert.Equal(Access.Restricted, Exposure.Alone(released with { Point = new(49.3m, 37.3m) }, released).Access);
        Assert.Equal(Access.Open, Exposure.Alone(released with { NeedAmount = 5 }, released).Access);
        // Nor by calling it something else in the same edit.
        Assert.Equal(
            Access.Restricted,
            Exposure.Alone(released with { Sector = Sector.Housing, Precision = GeoPrecision.Exact }, released).Access
        );
    }

    [Fact]
    public void A_row_that_says_nothing_of_its_access_asks_for_nothing()
    {
        var before = Damage("d") with { Access = Access.Restricted, ReleaseAfter = Today };

        var kept = Unsaid.AccessKept(Damage("d") with { NeedAmount = 5 }, before);

        Assert.Equal((Access.Restricted, Today), (kept.Access, kept.ReleaseAfter));
        Assert.False(Exposure.IsMoreOpen(kept, before));
    }

    private static PublicRegisters Shown(IReadOnlyList<Damage> damages) =>
        PublicRegisters.Of(new(damages, [], []), Today);

    private static Damage Damage(string id) =>
        new()
        {
            Id = id,
            Sector = Sector.Housing,
            Name = LocalText.Of(("uk", id)),
        };

    [Fact]
    public void A_sum_waits_until_as_many_rows_have_changed_as_it_takes_to_hide_one()
    {
        Damage[] three = [Limited("a", 10), Limited("b", 20), Limited("c", 30)];
        var first = Shown(three);
        var second = After(first, [.. three, Limited("d", 40)]);
        Assert.Equal((3, 60m), Told(second));
        var third = After(second, [.. three, Limited("d", 40), Limited("e", 50)]);
        Assert.Equal((3, 60m), Told(third));

        var last = After(third, [.. three, Limited("d", 40), Limited("e", 50), Limited("f", 60)]);

        Assert.Equal((6, 210m), Told(last));
        Assert.Equal((6, 210m), Told(After(last, [.. three, Limited("d", 40), Limited("e", 50), Limited("f", 60)])));
    }

    [Fact]
    public void A_changed_amount_of_one_row_shows_in_no_sum()
    {
        var first = Shown([Limited("a", 10), Limited("b", 20), Limited("c", 30)]);
        Assert.Equal((3, 60m), Told(After(first, [Limited("a", 999), Limited("b", 20), Limited("c", 30)])));
        Assert.Equal((3, 6m), Told(After(first, [Limited("a", 1), Limited("b", 2), Limited("c", 3)])));
    }

    [Fact]
    public void Amounts_wait_by_themselves_where_few_of_the_new_rows_have_one()
    {
        var first = Shown([Limited("a", 10), Limited("b", 20), Limited("c", 30)]);
        var second = After(
            first,
            [
                Limited("a", 10),
                Limited("b", 20),
                Limited("c", 30),
                Limited("d", 777),
                Limited("e", null),
                Limited("f", null),
            ]
        );
        Assert.Equal((6, 60m), Told(second));
    }

    [Theory]
    [InlineData(Access.Restricted)]
    [InlineData(Access.Open)]
    public void When_a_row_leaves_a_sum_nothing_is_told_of_it_until_enough_others_have_changed(Access access)
    {
        Damage[] four = [Limited("a", 10), Limited("b", 20), Limited("c", 30), Limited("d", 40)];
        var first = Shown(four);
        Damage[] left = [four[0] with { Access = access }, .. four[1..]];
        var second = After(first, left);
        Assert.Empty(second.Limited);

        Assert.Equal((5, 310m), Told(After(second, [.. left, Limited("e", 100), Limited("f", 120)])));
    }

    private static PublicRegisters After(PublicRegisters before, params Damage[] damages) =>
        PublicRegisters.Of(new(damages, [], []), Today, before.Told);

    private static (int, decimal?) Told(PublicRegisters shown)
    {
        var sum = Assert.Single(shown.Limited);
        return (sum.Count, sum.DamageAmount);
    }

    private static Damage Limited(string id, decimal? amount) =>
        Damage(id) with
        {
            Access = Access.Limited,
            DamageAmount = amount,
            Currency = "UAH",
        };
}
