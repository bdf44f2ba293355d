namespace MeetingHub.Web.Shared.Fetching;

/// <summary>Why nothing came of asking a server.</summary>
public enum FetchFault
{
    AddressNotAllowed,
    NotReachable,
    TooSlow,
    TooLarge,

    /// <summary>It does not unpack.</summary>
    Garbled,

    /// <summary>The server says that we may not, or that there is no such thing.</summary>
    Refused,
}
