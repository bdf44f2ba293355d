using MeetingHub.Web.Data;
using NodaTime;

namespace MeetingHub.Web.People;

/// <summary>Adds entries to the caller's unit of work, so that a deed and its trace are written together.</summary>
public sealed class AuditTrail(IClock clock)
{
    public void Note(HubDb db, Guid? by, string what, string? subject = null) =>
        db.Audit.Add(
            new AuditEntry
            {
                Id = Guid.CreateVersion7(),
                At = clock.GetCurrentInstant(),
                By = by,
                What = what,
                Subject = subject,
            }
        );
}
