using MeetingHub.Web.Busy;
using MeetingHub.Web.Mail;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Graph;

/// <summary>
/// Reads when a mailbox is busy. What Graph cannot say of any part of the window makes the whole unknown: half an answer would
/// show the other half as free.
/// </summary>
internal sealed class GraphSchedule(GraphConnection connection, IClock clock) : IBusySource
{
    // getSchedule takes less than 62 days at once.
    private static readonly Duration LongestWindow = Duration.FromDays(60);
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    public BusySourceKind Kind => BusySourceKind.Microsoft365;

    public async Task<BusyAnswer> Read(BusySourceRow source, Interval window, CancellationToken stop)
    {
        if (!MailAddress.IsValid(source.Address))
            return new BusyAnswer.Unknown(BusyFault.AddressNotAllowed);
        var asOf = clock.GetCurrentInstant();
        var busy = new List<Interval>();
        for (var from = window.Start; from < window.End; from += LongestWindow)
        {
            var part = new Interval(from, Instant.Min(from + LongestWindow, window.End));
            var answer = await Ask(source.Address, part, stop);
            if (answer.Value is not { } said)
                return new BusyAnswer.Unknown(Why(answer.Fault));
            if (said.Value is not [{ Error: var error } schedule])
                return new BusyAnswer.Unknown(BusyFault.NotACalendar);
            if (error is not null)
                return new BusyAnswer.Unknown(BusyFault.Refused);
            if (ScheduleReading.Of(schedule, part) is not { } times)
                return new BusyAnswer.Unknown(BusyFault.NotACalendar);
            busy.AddRange(times);
        }

        return new BusyAnswer.Known(ScheduleReading.Merged(busy), asOf);
    }

    private Task<GraphAnswer<GetSchedulePostResponse>> Ask(string mailbox, Interval part, CancellationToken stop) =>
        connection.Ask(
            (graph, limit) =>
                graph
                    .Users[mailbox]
                    .Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(
                        new GetSchedulePostRequestBody
                        {
                            Schedules = [mailbox],
                            StartTime = At(part.Start),
                            EndTime = At(part.End),
                            AvailabilityViewInterval = ScheduleReading.CellMinutes,
                        },
                        request => request.Headers.Add("Prefer", "outlook.timezone=\"UTC\""),
                        limit
                    ),
            stop
        );

    private static DateTimeTimeZone At(Instant instant) => new() { DateTime = Utc.Format(instant), TimeZone = "UTC" };

    private static BusyFault Why(GraphFault? fault) =>
        fault switch
        {
            GraphFault.TooSlow => BusyFault.TooSlow,
            GraphFault.Garbled => BusyFault.NotACalendar,
            GraphFault.SignInRefused or GraphFault.NotPermitted or GraphFault.NotFound or GraphFault.Rejected =>
                BusyFault.Refused,
            _ => BusyFault.NotReachable,
        };
}
