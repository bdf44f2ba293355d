using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

public sealed class FundingReadingTests
{
    private const string Headers = "project_id|party|amount|currency|state|date";

    [Fact]
    public void A_line_without_an_id_gets_the_same_one_each_time_whatever_its_amount()
    {
        var first = Read("p|Фонд|100|EUR|pledged|2023-01-01");
        var again = Read("p|Фонд|150|EUR|обіцяно|01.01.2023");

        Assert.Equal(first[0].Id, again[0].Id);
        Assert.NotEqual(first[0].Id, Read("p|Фонд|100|EUR|committed|2023-01-01")[0].Id);
    }

    [Fact]
    public void Equal_lines_are_told_apart_by_their_order()
    {
        var lines = Read("p|Фонд|100|EUR|pledged|", "p|Фонд|200|EUR|pledged|");

        Assert.Equal(lines[0].Id + "-2", lines[1].Id);
    }

    [Fact]
    public void An_id_of_the_files_own_is_kept() =>
        Assert.Equal(
            "F-1",
            new Table(Register.Funding, "funding_id|" + Headers, "F-1|p|Фонд|1|EUR|pledged|").Only<Funding>().Id
        );

    [Theory]
    [InlineData("|Фонд|1|EUR|pledged|", "project_id")]
    [InlineData("p|Фонд||EUR|pledged|", "amount")]
    [InlineData("p|Фонд|1||pledged|", "currency")]
    [InlineData("p|Фонд|1|EUR||", "state")]
    public void Project_amount_currency_and_state_are_needed(string row, string column)
    {
        var fault = new Table(Register.Funding, Headers, row).Fault();

        Assert.Equal((column, CellFaultKind.Required), (fault.Column, fault.Kind));
    }

    private static List<Funding> Read(params string[] rows) =>
        [.. new Table(Register.Funding, Headers, rows).Read().Select(r => (Funding)r.Entry!)];
}
