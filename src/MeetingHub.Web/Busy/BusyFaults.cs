using MeetingHub.Web.Shared.Fetching;

namespace MeetingHub.Web.Busy;

internal static class BusyFaults
{
    /// <summary>What it means for somebody's calendar.</summary>
    public static BusyFault Of(FetchFault fault) =>
        fault switch
        {
            FetchFault.AddressNotAllowed => BusyFault.AddressNotAllowed,
            FetchFault.TooSlow => BusyFault.TooSlow,
            FetchFault.TooLarge => BusyFault.TooLarge,
            FetchFault.Garbled => BusyFault.NotACalendar,
            FetchFault.Refused => BusyFault.Refused,
            _ => BusyFault.NotReachable,
        };
}
