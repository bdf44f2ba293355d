using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;

namespace MeetingHub.Domain.Tests;

public class ArchitectureTests
{
    [Fact]
    public void The_domain_knows_nothing_but_NodaTime_and_the_base_library()
    {
        var others =
            from reference in typeof(Meeting).Assembly.GetReferencedAssemblies()
            let name = reference.Name!
            where name != "NodaTime" && !name.StartsWith("System.", StringComparison.Ordinal)
            select name;
        Assert.Empty(others);
    }

    [Fact]
    public void The_domain_reaches_neither_network_nor_database_nor_threads()
    {
        string[] forbidden =
        [
            "System.Net",
            "System.Data",
            "System.Threading",
            "System.Diagnostics.Process",
            "System.IO",
        ];
        var reached =
            from reference in typeof(Meeting).Assembly.GetReferencedAssemblies()
            where forbidden.Any(f => reference.Name!.StartsWith(f, StringComparison.Ordinal))
            select reference.Name;
        Assert.Empty(reached);
    }

    [Fact]
    public void Facts_are_sealed()
    {
        var open = typeof(MeetingEvent)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(MeetingEvent)) && !t.IsSealed);
        Assert.Empty(open);
    }

    [Fact]
    public void Facts_hold_ids_and_never_a_persons_name_or_address()
    {
        var telling =
            from fact in typeof(MeetingEvent).Assembly.GetTypes()
            where fact.IsSubclassOf(typeof(MeetingEvent))
            from property in fact.GetProperties()
            where property.Name is "Name" or "Email" or "Phone" or "Secret"
            select $"{fact.Name}.{property.Name}";
        Assert.Empty(telling);
    }

    [Fact]
    public void A_refusals_code_is_its_name_in_snake_case() =>
        Assert.Equal("not_presenting", Code.Of(Refusal.NotPresenting));
}
