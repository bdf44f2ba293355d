using MeetingHub.Web.Busy;
using MeetingHub.Web.Graph;
using MeetingHub.Web.Tests.Live;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Graph;

public class GraphSettingsTests
{
    private static readonly (string, string)[] Whole =
    [
        ("Graph:TenantId", "izium.example"),
        ("Graph:ClientId", "id"),
        ("Graph:ClientSecret", "secret"),
    ];

    [Fact]
    public void Off_by_default_nothing_of_it_runs()
    {
        using var services = new ServiceCollection().AddGraph(Configuration()).BuildServiceProvider();

        Assert.Null(GraphSettings.Fault(Configuration()));
        Assert.Empty(services.GetServices<IBusySource>());
        Assert.Null(services.GetService<CalendarCopier>());
    }

    [Theory]
    [InlineData("Graph:TenantId", "")]
    [InlineData("Graph:ClientId", "")]
    [InlineData("Graph:ClientSecret", "")]
    [InlineData("Graph:TenantId", "izium.example/../common")]
    [InlineData("Graph:AuthorityUrl", "http://login.example")]
    [InlineData("Graph:BaseUrl", "graph.example")]
    [InlineData("Graph:TimeoutSeconds", "0")]
    [InlineData("Graph:Communities", "Izium")]
    public void Settings_that_cannot_work_stop_the_start(string key, string value) =>
        Assert.StartsWith(key + ":", GraphSettings.Fault(Configuration([.. Whole, (key, value)])));

    [Fact]
    public void A_whole_section_is_well() => Assert.Null(GraphSettings.Fault(Configuration(Whole)));

    [Fact]
    public async Task Communities_of_others_do_not_reach_the_tenant()
    {
        await using var office = new Office(communities: Guid.NewGuid().ToString());
        var meeting = await office.Meeting();
        var head = await office.Person(App.Head);

        var refusal = await office.Copies.Put(meeting.Id, Hall.Secretary(meeting, Domain.Meetings.Side.Host), head.Id);

        Assert.Equal(Domain.Meetings.Refusal.NotAllowed, refusal);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.GroupBy(s => s.Key).Select(g => KeyValuePair.Create(g.Key, (string?)g.Last().Value))
            )
            .Build();
}
