using MeetingHub.Web.People;

namespace MeetingHub.Web.Scheduling.Reminders;

/// <summary>What somebody ticked: an unticked box sends nothing, and means no.</summary>
public sealed class ReminderForm
{
    public bool Week { get; set; }
    public bool Day { get; set; }
    public bool Hour { get; set; }

    public void Write(Person person) => (person.RemindWeek, person.RemindDay, person.RemindHour) = (Week, Day, Hour);
}
