using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Tests.Scheduling;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Meetings;

public sealed class NoticeOfSittingTests
{
    [Fact]
    public async Task The_meetings_page_says_until_when_the_convocation_must_leave_and_warns_when_it_is_late()
    {
        await using var planned = await Planned.Make();
        var desk = await Desk.Of(planned.App, App.Secretary);

        var said = await Notice(desk, planned);
        Assert.Contains("Thursday, 14 January 2027 (5 clear days)", said, StringComparison.Ordinal);

        planned.Clock.Reset(Instant.FromUtc(2027, 1, 15, 9, 0));
        said = await Notice(desk, planned);
        Assert.Contains("too late for 5 clear days", said, StringComparison.Ordinal);
        Assert.Contains("Monday, 18 January 2027", said, StringComparison.Ordinal);

        planned.Clock.Reset(Instant.FromUtc(2027, 1, 19, 9, 0));
        Assert.Contains("even for the 1 clear day", await Notice(desk, planned), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_working_meeting_needs_no_convocation()
    {
        await using var planned = await Planned.Make(p => p with { Kind = MeetingKind.WorkingMeeting });
        var desk = await Desk.Of(planned.App, App.Secretary);
        Assert.DoesNotContain("clear day", await Notice(desk, planned), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_said_while_one_types_and_hinders_nothing()
    {
        await using var planned = await Planned.Make();
        var desk = await Desk.Of(planned.App, App.Secretary);
        var times =
            $"/meetings/times?Date=2027-01-08&Time=15:00&Zone=Europe/Kyiv&Minutes=60&Partner={planned.Maire.CommunityId}";
        Assert.Contains("too late for 5", await Text(desk, times + "&Kind=AddressToCouncil"), StringComparison.Ordinal);
        Assert.DoesNotContain("clear day", await Text(desk, times + "&Kind=WorkingMeeting"), StringComparison.Ordinal);
        Assert.Null((await planned.Revise(p => Planned.At(p, Instant.FromUtc(2027, 1, 8, 13, 0)))).Refusal);
    }

    [Fact]
    public async Task A_small_commune_says_so_and_has_shorter_notice()
    {
        await using var planned = await Planned.Make();
        var theirs = await Desk.Of(planned.App, App.PartnerSecretary);
        await theirs.Send(await theirs.Read("/people"), "input[name='Size']", ("Size", "3499"));
        Assert.Contains(
            "Saturday, 16 January 2027 (3 clear days)",
            await Notice(theirs, planned),
            StringComparison.Ordinal
        );

        await theirs.Send(await theirs.Read("/people"), "input[name='Size']", ("Size", ""));
        var said = await Notice(theirs, planned);
        Assert.Contains("(5 clear days)", said, StringComparison.Ordinal);
        Assert.Contains("inhabitants is not entered", said, StringComparison.Ordinal);
    }

    private static Task<string> Notice(Desk desk, Planned planned) => Text(desk, $"/meetings/{planned.Id}");

    private static async Task<string> Text(Desk desk, string path) => (await desk.Read(path)).Body!.TextContent;
}
