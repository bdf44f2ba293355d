namespace MeetingHub.Domain.Evidence;

/// <summary>
/// What a project's status in the Ukrainian state system DREAM means in OC4IDS. DREAM's own two words are kept beside it: the
/// mapping loses which office has the project now. Codes after the public API's description, version 1.0.
/// <list type="table">
/// <item><term>cancelled, unsuccessful</term><description>cancelled</description></item>
/// <item><term>complete</term><description>completion</description></item>
/// <item><term>initiated, definition, defined</term><description>identification</description></item>
/// <item><term>appraisal, appraised, structuring, structured</term><description>preparation</description></item>
/// <item><term>applied, refused, approved</term><description>preparation: it is about money, and nothing is built yet</description></item>
/// <item><term>implementation</term><description>implementation</description></item>
/// <item><term>pending without details</term><description>identification</description></item>
/// <item><term>all else</term><description>not known: a guess would pass for DREAM's word</description></item>
/// </list>
/// </summary>
public static class DreamStatus
{
    public static ProjectStatus? Of(string? status, string? details) =>
        (status, details) switch
        {
            ("cancelled" or "unsuccessful", _) => ProjectStatus.Cancelled,
            ("complete", _) => ProjectStatus.Completion,
            ("pending" or "active", "initiated" or "definition" or "defined") => ProjectStatus.Identification,
            (
                "pending"
                    or "active",
                "appraisal"
                    or "appraised"
                    or "structuring"
                    or "structured"
                    or "applied"
                    or "refused"
                    or "approved"
            ) => ProjectStatus.Preparation,
            ("pending" or "active", "implementation") => ProjectStatus.Implementation,
            ("pending", null) => ProjectStatus.Identification,
            _ => null,
        };
}
