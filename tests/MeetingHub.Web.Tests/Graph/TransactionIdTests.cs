using MeetingHub.Web.Graph;
using Xunit;

namespace MeetingHub.Web.Tests.Graph;

public class TransactionIdTests
{
    private static readonly Guid Meeting = Guid.Parse("01920000-0000-7000-8000-000000000001");

    [Fact]
    public void It_follows_from_the_meeting_alone_and_differs_for_each_event_made_for_it()
    {
        Assert.Equal(TransactionId.Of(Meeting, 1), TransactionId.Of(Meeting, 1));
        Assert.NotEqual(TransactionId.Of(Meeting, 1), TransactionId.Of(Meeting, 2));
        Assert.NotEqual(TransactionId.Of(Meeting, 1), TransactionId.Of(Guid.Empty, 1));
    }
}
