using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>What a file of projects holds, ready to be looked at; nothing is written yet.</summary>
/// <param name="Entries">Projects and their funding, on top of what the registers say already.</param>
/// <param name="Refused">What cannot be a row, and why.</param>
/// <param name="Left">What the file says and no column holds.</param>
/// <param name="Order">How coordinates were understood; null when the file has none.</param>
/// <param name="Pictures">Addresses of pictures: told, never fetched unasked.</param>
public sealed record Brought(
    IReadOnlyList<IEntry> Entries,
    IReadOnlyList<BringRefusal> Refused,
    IReadOnlyList<LeftField> Left,
    CoordinateReading? Order,
    IReadOnlyList<Illustration> Pictures
);

/// <summary>A file, or why it is none of ours; the detail is the place that is wrong.</summary>
public sealed record BringReading(Brought? Brought, BringFault? Fault, string Detail = "");

public sealed record BringRefusal(string Where, BringFault Fault);

public sealed record LeftField(string Field, LeftWhy Why, int Times);

public sealed record Illustration(string ProjectId, string Kind, string Address);

/// <summary>Why a file or a project in it is not taken.</summary>
public enum BringFault
{
    NotJson,
    TooLarge,
    TooMany,
    NoProjects,
    IdMissing,
    IdTooLong,
    IdTwice,
    NotAnObject,
    NotAnAddress,
    NothingFetched,
}

/// <summary>Why a field of a project is not taken.</summary>
public enum LeftWhy
{
    NoColumn,
    NotValid,
    Person,
    Ambiguous,
}

/// <summary>What whoever brings a file says about it, because the file does not.</summary>
/// <param name="Language">The language of texts that do not name theirs.</param>
/// <param name="Order">How to read coordinates; null to decide by where they lie.</param>
/// <param name="Funding">How near the sums are; a row that is there already keeps its own word.</param>
/// <param name="IsGuarded">New rows are restricted whatever their sector.</param>
public sealed record BringTerms(
    string Language,
    CountryBox? Box,
    CoordinateOrder? Order = null,
    FundingState Funding = FundingState.Pledged,
    bool IsGuarded = false
)
{
    public const int LargestFile = 20 * 1024 * 1024;
    public const int MostProjects = 20_000;

    /// <summary>Its points speak for both orders or for none, and nobody has said which it is: nothing is written then.</summary>
    public bool IsUnclear(Brought brought) => Order is null && brought.Order is { IsSure: false };

    /// <summary>Who may learn of a row: as it was; a new one as its sector asks.</summary>
    public RecoveryProject Guard(RecoveryProject project, RecoveryProject? before) =>
        project with
        {
            Access = before?.Access ?? (IsGuarded ? Access.Restricted : Exposure.Default(project)),
        };
}
