using System.Text.Json;
using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Evidence.Exchange;
using NJsonSchema;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Exchange;

public sealed class Oc4idsWritingTests
{
    [Fact]
    public async Task What_is_written_keeps_the_standards_rules()
    {
        var rules = await JsonSchema.FromFileAsync(Given.PathOf("oc4ids-0.9-rules.json"));
        var bare = new RecoveryProject { Id = "P-2" };

        Assert.Empty(rules.Validate(Write(Given.Izium with { Projects = [Given.Repair(), bare] })));
    }

    [Fact]
    public async Task The_rules_accept_the_standards_own_example_and_refuse_what_is_wrong()
    {
        var rules = await JsonSchema.FromFileAsync(Given.PathOf("oc4ids-0.9-rules.json"));

        Assert.Empty(rules.Validate(await File.ReadAllTextAsync(Given.PathOf("oc4ids-example.json"))));
        var json = Write(Given.Izium);
        Assert.NotEmpty(rules.Validate(json.Replace("\"preparation\"", "\"planned\"", StringComparison.Ordinal)));
        Assert.NotEmpty(rules.Validate(json.Replace("T00:00:00Z", " in spring", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_read_back_as_the_same_project()
    {
        var shown = PublicRegisters.Of(Given.Izium, Given.Day);

        var brought = Oc4idsReading.Read(Given.Bytes(Write(Given.Izium)), Given.Izium, Given.Terms).Brought!;

        var project = Assert.Single(brought.Entries.OfType<RecoveryProject>());
        Assert.Equal(shown.Projects[0] with { SourceUrl = "https://hub.example/export" }, project);
        Assert.Equal(
            Given.Grant() with
            {
                SourceUrl = "https://hub.example/export",
            },
            Assert.Single(brought.Entries.OfType<Funding>())
        );
    }

    [Fact]
    public void Sums_that_are_only_hoped_for_do_not_stand_as_finance()
    {
        var json = Write(Given.Izium with { Funding = [Given.Grant(FundingState.Pledged)] });

        Assert.DoesNotContain("600000", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restricted_project_is_in_no_byte()
    {
        var secret = Given.Repair("SECRET-1", Access.Restricted);
        var json = Write(
            new([], [Given.Repair(), secret], [Given.Grant(project: "SECRET-1") with { Amount = 987_654 }])
        );

        Assert.DoesNotContain("SECRET", json, StringComparison.Ordinal);
        Assert.DoesNotContain("987654", json, StringComparison.Ordinal);
    }

    private static string Write(Registers registers)
    {
        using var file = new MemoryStream();
        Oc4idsWriting.Write(
            file,
            PublicRegisters.Of(registers, Given.Day),
            new(new("https://hub.example/export"), "Izium", Instant.FromUtc(2023, 1, 20, 9, 0), "uk")
        );
        using var json = JsonDocument.Parse(file.ToArray());
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }
}
