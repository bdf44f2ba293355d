using MeetingHub.Domain.Meetings;
using NodaTime;

namespace MeetingHub.Domain.Evidence;

/// <summary>
/// Somebody asks that a row be shown, or be shown sooner, than it is. It is of the row's revision as they saw it: whatever is
/// changed afterwards has not been asked about.
/// </summary>
/// <param name="AskedBy">Who may not be the one that confirms.</param>
public sealed record Release(
    Register Register,
    string Key,
    int Revision,
    Access Access,
    LocalDate? ReleaseAfter,
    Guid AskedBy
)
{
    public const int LongestReason = 500;

    /// <summary>
    /// Why this person cannot confirm it now, or null. Two pairs of eyes are the whole of this rule: so it is asked of the
    /// request's author, whatever role either of them has.
    /// </summary>
    public Refusal? Confirm(Guid by, bool mayRelease, int revisionNow) =>
        !mayRelease ? Refusal.NotAllowed
        : by == AskedBy ? Refusal.SecondPersonNeeded
        : revisionNow != Revision ? Refusal.ChangedMeanwhile
        : null;
}
