using System.Text.Json;
using MeetingHub.Domain;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Evidence.Exchange;
using NJsonSchema;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Exchange;

public sealed class Oc4idsWritingTests
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    [Fact]
    public async Task What_is_written_keeps_the_standards_rules()
    {
        var rules = await JsonSchema.FromFileAsync(Given.PathOf("oc4ids-0.9-rules.json"));
        var bare = new RecoveryProject { Id = "P-2" };

        Assert.Empty(rules.Validate(Write(Given.Izium with { Projects = [Given.Repair(), bare] })));
    }

    [Fact]
    public async Task What_registers_hold_and_the_standard_has_no_code_for_does_not_spoil_the_package()
    {
        var rules = await JsonSchema.FromFileAsync(Given.PathOf("oc4ids-0.9-rules.json"));
        var odd = Given.Repair() with
        {
            SectorOc4ids = ".road; transport.air",
            Type = ProjectType.Maintenance,
            Purpose = "",
            Currency = "ZWG",
            PublicUrl = "mailto:mayor@izium.example",
        };
        var json = Write(
            new(
                [],
                [odd, Given.Repair("P-2") with { Currency = "SLE" }],
                [Given.Grant() with { Currency = "VED", FinanceType = "бюджет" }]
            )
        );

        Assert.Empty(rules.Validate(json));
        Assert.DoesNotContain("amount", json, StringComparison.Ordinal);
        Assert.DoesNotContain("mailto", json, StringComparison.Ordinal);
        var project = Projects(json)[0];
        Assert.Equal("maintenance", project.GetProperty("type").GetString());
        Assert.Equal(
            "Фонд",
            project
                .GetProperty("budget")
                .GetProperty("finance")[0]
                .GetProperty("financingParty")
                .GetProperty("name")
                .GetString()
        );
        Assert.False(Projects(json)[1].TryGetProperty("budget", out _));
    }

    [Fact]
    public async Task Every_field_that_is_written_stands_in_the_rules()
    {
        using var rules = JsonDocument.Parse(await File.ReadAllTextAsync(Given.PathOf("oc4ids-0.9-rules.json")));
        var funding = Given.Grant() with { FinanceType = "grant" };
        var project = Given.Repair() with { Purpose = "restoration" };
        using var json = JsonDocument.Parse(Write(new([], [project], [funding])));

        Assert.Empty(Unruled(json.RootElement, rules.RootElement, rules.RootElement, ""));
    }

    [Fact]
    public async Task All_codes_of_the_closed_lists_are_written_and_no_others()
    {
        using var rules = JsonDocument.Parse(await File.ReadAllTextAsync(Given.PathOf("oc4ids-0.9-rules.json")));
        var definitions = rules.RootElement.GetProperty("definitions");

        Assert.Equal(Enum.GetValues<ProjectStatus>().Select(s => Code.Of(s)), Codes("project", "status"));
        Assert.Equal(Enum.GetValues<ProjectType>().Select(t => Code.Of(t)), Codes("project", "type"));
        Assert.All(Codes("finance", "type"), code => Assert.True(Oc4idsCodes.IsFinanceType(code)));
        var known = Codes("value", "currency").ToHashSet();
        foreach (var first in Letters)
        foreach (var second in Letters)
        foreach (var third in Letters)
        {
            string code = new([first, second, third]);
            Assert.Equal(known.Contains(code), Oc4idsCodes.IsCurrency(code));
        }

        IEnumerable<string> Codes(string of, string field) =>
            definitions
                .GetProperty(of)
                .GetProperty("properties")
                .GetProperty(field)
                .GetProperty("enum")
                .EnumerateArray()
                .Select(c => c.GetString()!);
    }

    [Fact]
    public void A_point_is_written_longitude_first_as_the_schema_says()
    {
        var geometry = Projects(Write(Given.Izium))[0].GetProperty("locations")[0].GetProperty("geometry");

        Assert.Equal(
            [37.251m, 49.212m],
            geometry.GetProperty("coordinates").EnumerateArray().Select(n => n.GetDecimal())
        );
    }

    [Fact]
    public void Whoever_is_referred_to_stands_among_the_parties_once_with_every_role()
    {
        var town = Given.Grant() with { Id = "P-1/2", Party = Given.Repair().Implementer };
        var again = Given.Grant() with { Id = "P-1/3" };
        var project = Projects(Write(Given.Izium with { Funding = [Given.Grant(), town, again] }))[0];

        var parties = project.GetProperty("parties").EnumerateArray().ToList();
        Assert.Equal(
            [("Виконавчий комітет", "publicAuthority,funder"), ("Фонд", "funder")],
            parties.Select(p =>
                (
                    p.GetProperty("name").GetString()!,
                    string.Join(',', p.GetProperty("roles").EnumerateArray().Select(r => r.GetString()))
                )
            )
        );
        var referred = project
            .GetProperty("budget")
            .GetProperty("finance")
            .EnumerateArray()
            .Select(f => f.GetProperty("financingParty"))
            .Append(project.GetProperty("publicAuthority"));
        Assert.All(
            referred,
            r =>
                Assert.Contains(
                    parties,
                    p =>
                        p.GetProperty("id").GetString() == r.GetProperty("id").GetString()
                        && p.GetProperty("name").GetString() == r.GetProperty("name").GetString()
                )
        );
    }

    [Theory]
    [InlineData("uk", "uk", "Відбудова школи № 4")]
    [InlineData("fr", "fr", "Reconstruction de l’école nº 4")]
    [InlineData("en", "fr", "Reconstruction de l’école nº 4")]
    public void A_project_names_the_language_that_its_title_is_in(string asked, string named, string title)
    {
        var project = Projects(Write(Given.Izium, asked))[0];

        Assert.Equal(named, project.GetProperty("language").GetString());
        Assert.Equal(title, project.GetProperty("title").GetString());
    }

    [Fact]
    public void Addresses_are_written_in_ASCII()
    {
        var project = Given.Repair() with { PublicUrl = "https://ізюм.example/школа 4" };

        var json = Write(Given.Izium with { Projects = [project] }, root: "https://хаб.example/export");

        var url = Projects(json)[0].GetProperty("documents")[0].GetProperty("url").GetString();
        Assert.Equal("https://xn--g1ak7c4a.example/%D1%88%D0%BA%D0%BE%D0%BB%D0%B0%204", url);
        Assert.Contains("\"uri\": \"https://xn--80ac2d.example/export\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_whose_publisher_has_no_name_says_where_it_is_from() =>
        Assert.Contains("\"name\": \"hub.example\"", Write(Given.Izium, publisher: ""), StringComparison.Ordinal);

    [Fact]
    public async Task The_rules_accept_the_standards_own_example_and_refuse_what_is_wrong()
    {
        var rules = await JsonSchema.FromFileAsync(Given.PathOf("oc4ids-0.9-rules.json"));

        Assert.Empty(rules.Validate(await File.ReadAllTextAsync(Given.PathOf("oc4ids-example.json"))));
        var json = Write(Given.Izium);
        Assert.NotEmpty(rules.Validate(json.Replace("\"preparation\"", "\"planned\"", StringComparison.Ordinal)));
        Assert.NotEmpty(rules.Validate(json.Replace("T00:00:00Z", " in spring", StringComparison.Ordinal)));
        Assert.NotEmpty(rules.Validate(json.Replace("\"UAH\"", "\"ZWG\"", StringComparison.Ordinal)));
        Assert.NotEmpty(rules.Validate(json.Replace("\"Виконавчий комітет\"", "\"\"", StringComparison.Ordinal)));
        Assert.NotEmpty(rules.Validate(json.Replace("\"public-page\"", "7", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_read_back_as_the_same_project()
    {
        var registers = Given.Izium with
        {
            Projects = [Given.Repair() with { Type = ProjectType.Maintenance }],
            Funding = [Given.Grant() with { FinanceType = "grant" }],
        };
        var shown = PublicRegisters.Of(registers, Given.Day);
        // As another community gets it: nothing is known, not even in which country the points lie.
        var terms = Given.Terms with
        {
            Box = null,
        };

        var brought = Oc4idsReading.Read(Given.Bytes(Write(registers)), Registers.Empty, terms).Brought!;

        var was = shown.Projects[0];
        Assert.Equal(
            was with
            {
                DreamId = null,
                Title = LocalText.Of(("uk", was.Title.In("uk"))),
                DreamStatus = null,
                DreamStatusDetails = null,
                DamageIds = [],
                Priority = null,
                PublicUrl = null,
                PriceDate = null,
                SourceUrl = "https://hub.example/export",
            },
            Assert.Single(brought.Entries.OfType<RecoveryProject>())
        );
        Assert.Equal(
            registers.Funding[0] with
            {
                State = FundingState.Pledged,
                SourceUrl = "https://hub.example/export",
            },
            Assert.Single(brought.Entries.OfType<Funding>())
        );
        Assert.DoesNotContain(brought.Left, l => l.Field is "language");
    }

    [Fact]
    public void It_is_read_back_on_top_of_the_same_project()
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

    private static List<JsonElement> Projects(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("projects").EnumerateArray().Select(p => p.Clone())];
    }

    private static IEnumerable<string> Unruled(JsonElement written, JsonElement rule, JsonElement rules, string at)
    {
        if (rule.TryGetProperty("$ref", out var name))
            rule = rules.GetProperty("definitions").GetProperty(name.GetString()!.Split('/')[^1]);
        return written.ValueKind switch
        {
            JsonValueKind.Object => written
                .EnumerateObject()
                .SelectMany(f =>
                    rule.TryGetProperty("properties", out var fields) && fields.TryGetProperty(f.Name, out var field)
                        ? Unruled(f.Value, field, rules, $"{at}/{f.Name}")
                        : [$"{at}/{f.Name}"]
                ),
            JsonValueKind.Array => written
                .EnumerateArray()
                .SelectMany(i => Unruled(i, rule.GetProperty("items"), rules, at)),
            _ => [],
        };
    }

    private static string Write(
        Registers registers,
        string language = "uk",
        string root = "https://hub.example/export",
        string publisher = "Izium"
    )
    {
        using var file = new MemoryStream();
        Oc4idsWriting.Write(
            file,
            PublicRegisters.Of(registers, Given.Day),
            new(new(root), publisher, Instant.FromUtc(2023, 1, 20, 9, 0), language)
        );
        using var json = JsonDocument.Parse(file.ToArray());
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }
}
