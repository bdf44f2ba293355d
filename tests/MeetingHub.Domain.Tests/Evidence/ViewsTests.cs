using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using NodaTime;
using Xunit;

namespace MeetingHub.Domain.Tests.Evidence;

public sealed class ViewsTests
{
    private static readonly Rates Hryvnia = new("UAH", []);

    [Fact]
    public void The_gap_is_the_cost_less_what_is_committed_and_paid_and_a_pledge_closes_none_of_it()
    {
        var view = Gap(
            [Given.Project("p", 100, "UAH")],
            [
                Given.Funding("p", 30, "UAH", FundingState.Committed),
                Given.Funding("p", 20, "UAH", FundingState.Disbursed),
                Given.Funding("p", 40, "UAH", FundingState.Pledged),
                Given.Funding("p", 10, "UAH", FundingState.Sought),
            ]
        );

        var line = Assert.Single(view.Lines);
        Assert.Equal((50m, 40m), (line.Gap, line.Pledged));
    }

    [Fact]
    public void What_one_project_has_too_much_helps_no_other()
    {
        var view = Gap(
            [Given.Project("rich", 10, "UAH"), Given.Project("poor", 100, "UAH")],
            [Given.Funding("rich", 60, "UAH", FundingState.Disbursed)]
        );

        Assert.Equal(100, Assert.Single(view.Lines).Gap);
    }

    [Fact]
    public void Each_currency_is_a_line_of_its_own_and_funds_in_another_are_named_not_counted()
    {
        var view = Gap(
            [Given.Project("a", 100, "UAH"), Given.Project("b", 5, "EUR")],
            [Given.Funding("a", 3, "EUR", FundingState.Committed)]
        );

        Assert.Equal(["EUR", "UAH"], view.Lines.Select(l => l.Currency).Order());
        Assert.Equal(100, view.Lines.Single(l => l.Currency == "UAH").Gap);
        Assert.Equal(("EUR", 3m), Assert.Single(view.Unmatched));
    }

    [Fact]
    public void With_a_rate_everything_is_told_in_one_currency()
    {
        var rates = new Rates("UAH", [new("EUR", 40, new LocalDate(2023, 1, 10), "NBU")]);

        var view = NeedsFundedGap.Of(
            Given.Shown(
                null,
                [Given.Project("a", 100, "UAH"), Given.Project("b", 5, "EUR")],
                [Given.Funding("a", 1, "EUR", FundingState.Committed)]
            ),
            ProjectFilter.All,
            rates
        );

        var line = Assert.Single(view.Lines);
        Assert.Equal((300m, 260m), (line.Cost, line.Gap));
        Assert.Empty(view.Unmatched);
    }

    [Fact]
    public void A_project_without_a_cost_and_a_cancelled_one_are_not_in_the_gap()
    {
        var cancelled = Given.Project("c", 70, "UAH") with { Status = ProjectStatus.Cancelled };

        var view = Gap([Given.Project("a", 100, "UAH"), Given.Project("b"), cancelled], []);

        Assert.Equal((100m, 1), (Assert.Single(view.Lines).Gap, view.WithoutCost));
    }

    [Fact]
    public void Amounts_of_another_currency_stay_out_and_are_named()
    {
        var shown = Given.Shown([
            Given.Damage("a", Sector.Housing, 10, "UAH"),
            Given.Damage("b", Sector.Housing, 7, "EUR"),
            Given.Damage("c", Sector.Housing),
        ]);

        var view = DamageBySector.Of(shown, DamageFilter.All, Measure.Damage, Hryvnia);

        var line = Assert.Single(view.Lines);
        Assert.Equal((3, 10m, 2), (line.Objects, line.Value, line.Without));
        Assert.Equal(("EUR", 7m), Assert.Single(view.LeftOut));
        Assert.Equal(["EUR", "UAH"], DamageBySector.Currencies(shown, DamageFilter.All, Measure.Damage));
    }

    [Fact]
    public void Limited_rows_are_counted_by_whole_sectors_and_by_nothing_finer()
    {
        var limited = Enumerable
            .Range(0, 3)
            .Select(i => Given.Damage($"l{i}", Sector.Health, 5, "UAH") with { Access = Access.Limited })
            .ToList();
        var shown = Given.Shown([Given.Damage("open", Sector.Health, 1, "UAH"), .. limited]);

        var whole = DamageBySector.Of(shown, DamageFilter.All, Measure.Damage, Hryvnia);
        var severe = DamageFilter.All with { Grades = [DamageGrade.Unknown] };

        Assert.Equal((4, 16m, 3), (whole.Objects, whole.Total, whole.Limited));
        Assert.Equal(1, DamageBySector.Of(shown, severe, Measure.Count, null).Total);
        Assert.Equal(1, GradeDistribution.Of(shown, DamageFilter.All).Total);
    }

    [Fact]
    public void Damage_and_needs_are_never_one_sum()
    {
        var row = Given.Damage("a", Sector.Housing, 10, "UAH") with { NeedAmount = 25 };
        var shown = Given.Shown([row]);

        Assert.Equal(10, DamageBySector.Of(shown, DamageFilter.All, Measure.Damage, Hryvnia).Total);
        Assert.Equal(25, DamageBySector.Of(shown, DamageFilter.All, Measure.Need, Hryvnia).Total);
    }

    [Fact]
    public void Methods_of_assessment_are_told_apart()
    {
        var shown = Given.Shown([
            Given.Damage("a") with
            {
                Method = AssessmentMethod.Satellite,
            },
            Given.Damage("b") with
            {
                Method = AssessmentMethod.CommissionAct,
            },
            Given.Damage("c") with
            {
                Method = AssessmentMethod.Satellite,
            },
        ]);

        Assert.Equal(
            [(AssessmentMethod.Satellite, 2), (AssessmentMethod.CommissionAct, 1)],
            DamageBySector.Of(shown, DamageFilter.All, Measure.Count, null).Provenance.Methods
        );
    }

    [Fact]
    public void Projects_are_listed_by_priority_and_those_without_come_last()
    {
        var view = TopProjects.Of(
            Given.Shown(
                null,
                [
                    Given.Project("none", 900, "UAH"),
                    Given.Project("second", 1, "UAH") with
                    {
                        Priority = 2,
                    },
                    Given.Project("first", 1, "UAH") with
                    {
                        Priority = 1,
                    },
                ]
            ),
            ProjectFilter.All,
            2
        );

        Assert.Equal(["first", "second"], view.Lines.Select(l => l.Project.Id));
        Assert.Equal(1, view.Others);
    }

    [Fact]
    public void What_is_only_sought_is_nobodys_gift()
    {
        var shown = Given.Shown(
            null,
            [Given.Project("p", 10, "UAH")],
            [
                Given.Funding("p", 4, "UAH", FundingState.Sought, "bank"),
                Given.Funding("p", 3, "UAH", FundingState.Pledged, "town"),
            ]
        );

        Assert.Equal("town", Assert.Single(FundingBySource.Of(shown, ProjectFilter.All, Hryvnia).Lines).Party);
    }

    [Fact]
    public void Words_of_DREAM_are_kept_verbatim_beside_the_stage()
    {
        var project = Given.Project("p") with
        {
            Status = ProjectStatus.Implementation,
            DreamStatus = "active",
            DreamStatusDetails = "implementation",
        };

        var line = Assert.Single(Pipeline.Of(Given.Shown(null, [project]), ProjectFilter.All).Lines);

        Assert.Equal(["active / implementation"], line.DreamWords);
    }

    private static NeedsFundedGap Gap(IReadOnlyList<RecoveryProject> projects, IReadOnlyList<Funding> funding) =>
        NeedsFundedGap.Of(Given.Shown(null, projects, funding), ProjectFilter.All, null);
}
