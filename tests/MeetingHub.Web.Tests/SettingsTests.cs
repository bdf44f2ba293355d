using System.Text.Json;
using MeetingHub.Web.Busy;
using MeetingHub.Web.Evidence.Exchange;
using MeetingHub.Web.Evidence.Import;
using MeetingHub.Web.Evidence.Maps;
using MeetingHub.Web.Graph;
using MeetingHub.Web.Mail;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace MeetingHub.Web.Tests;

public class SettingsTests
{
    private static readonly string Example = Path.Combine(TopLevel(), "appsettings.example.json");

    [Fact]
    public void The_example_documents_every_setting_with_its_default()
    {
        using var read = JsonDocument.Parse(
            File.ReadAllText(Example),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }
        );

        AssertSame(new HubSettings(), read.RootElement.GetProperty(HubSettings.Section));
        AssertSame(new MailSettings(), read.RootElement.GetProperty(MailSettings.Section));
        AssertSame(new GraphSettings(), read.RootElement.GetProperty(GraphSettings.Section));
        AssertSame(new BusySettings(), read.RootElement.GetProperty(BusySettings.Section));
        AssertSame(new MapSettings(), read.RootElement.GetProperty(MapSettings.Section));
        AssertSame(new DreamSettings(), read.RootElement.GetProperty(DreamSettings.Section));
        AssertSame(new ImportSettings(), read.RootElement.GetProperty(ImportSettings.Section));
    }

    [Fact]
    public void The_example_is_accepted_as_it_stands()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Example).Build();
        var settings = new HubSettings();
        configuration.GetSection(HubSettings.Section).Bind(settings, o => o.ErrorOnUnknownConfiguration = true);

        Assert.Null(settings.Fault());
        Assert.Null(MailSettings.Fault(configuration));
        Assert.Null(GraphSettings.Fault(configuration));
        Assert.Null(ImportSettings.Fault(configuration));
        Assert.Null(BusySettings.Fault(configuration));
        Assert.Null(DreamSettings.Fault(configuration));
        Assert.Null(MapSettings.Fault(configuration));
    }

    [Theory]
    [InlineData("JoinLinkDays", "0")]
    [InlineData("DataFolder", "")]
    [InlineData("PublicAddress", "meet.example")]
    [InlineData("PublicAddress", "https://meet.example/hub")]
    public void A_wrong_setting_is_named(string name, string value)
    {
        var settings = new HubSettings();
        new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)])
            .Build()
            .Bind(settings);

        Assert.StartsWith($"MeetingHub:{name}:", settings.Fault(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TrustedHosts", "https://calendar.example/")]
    [InlineData("TimeoutSeconds", "0")]
    public void A_wrong_setting_of_calendars_is_named(string name, string value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create($"Busy:{name}", (string?)value)])
            .Build();

        Assert.StartsWith($"Busy:{name}:", BusySettings.Fault(configuration), StringComparison.Ordinal);
    }

    private static void AssertSame(object settings, JsonElement documented)
    {
        var names = settings.GetType().GetProperties().Select(p => p.Name).Order().ToList();
        Assert.Equal(names, documented.EnumerateObject().Select(p => p.Name).Order());
        foreach (var property in settings.GetType().GetProperties())
        {
            var said = documented.GetProperty(property.Name);
            if (said.ValueKind == JsonValueKind.Object)
                AssertSame(property.GetValue(settings)!, said);
            else
                Assert.Equal(property.GetValue(settings)?.ToString() ?? "", said.ToString());
        }
    }

    private static string TopLevel()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MeetingHub.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
