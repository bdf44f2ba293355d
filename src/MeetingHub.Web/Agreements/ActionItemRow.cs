using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using NodaTime;

namespace MeetingHub.Web.Agreements;

/// <summary>An action item as the register lists it.</summary>
public sealed class ActionItemRow
{
    public required Guid Id { get; init; }
    public required Guid MeetingId { get; init; }
    public required Guid HostId { get; init; }
    public required Guid PartnerId { get; init; }
    public ActionStatus Status { get; set; }
    public Side OwnerSide { get; set; }
    public LocalDate? Due { get; set; }
    public required string Item { get; set; }
    public Instant UpdatedAt { get; set; }
}

/// <summary>Keeps <see cref="ActionItemRow"/> in step with the log.</summary>
public sealed class ActionItemRows : ISummary
{
    public async Task Write(HubDb db, Change change, CancellationToken stop)
    {
        if (ReferenceEquals(change.Before.Items, change.After.Items))
            return;

        foreach (var item in change.After.Items.Where(i => change.Before.Item(i.Id) != i))
        {
            if (await db.ActionItems.FindAsync([item.Id], stop) is not { } row)
            {
                row = new ActionItemRow
                {
                    Id = item.Id,
                    MeetingId = change.After.Id,
                    HostId = change.After.HostId,
                    PartnerId = change.After.PartnerId,
                    Item = "",
                };
                db.ActionItems.Add(row);
            }

            row.Status = item.Status;
            row.OwnerSide = item.Wording.OwnerSide;
            row.Due = item.Wording.Due;
            row.Item = EventJson.Write(item);
            row.UpdatedAt = change.Facts[^1].At;
        }
    }
}
