namespace MeetingHub.Web.Graph;

/// <summary>Why Microsoft 365 did not do what it was asked.</summary>
public enum GraphFault
{
    /// <summary>The application's own sign-in is refused: a wrong or expired secret (401).</summary>
    SignInRefused,

    /// <summary>The application may not use this mailbox (403).</summary>
    NotPermitted,

    /// <summary>There is no such mailbox; or, asked about an event, no such event (404).</summary>
    NotFound,

    /// <summary>It understood and says no (400 and the like).</summary>
    Rejected,

    /// <summary>The event stands, but no Teams link came with it: the mailbox may have no licence for Teams.</summary>
    NoTeamsLink,

    /// <summary>Throttled or out of order for now (429, 5xx).</summary>
    Overloaded,
    NotReachable,
    TooSlow,

    /// <summary>An answer that is none: a page of some proxy, broken JSON.</summary>
    Garbled,

    /// <summary>The fault lies here: a full disk, a bug.</summary>
    Unexpected,
}

public static class GraphFaults
{
    /// <summary>Waiting will not mend it: after a few tries a person must.</summary>
    public static bool NeedsPerson(this GraphFault fault) =>
        fault
            is GraphFault.SignInRefused
                or GraphFault.NotPermitted
                or GraphFault.NotFound
                or GraphFault.Rejected
                or GraphFault.NoTeamsLink;
}
