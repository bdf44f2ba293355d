using MeetingHub.Domain.Evidence;
using NodaTime;

namespace MeetingHub.Web.Evidence;

/// <summary>
/// A row of a community's register: the entry as JSON, and beside it what is searched and sorted by. One table for all
/// registers, because whatever is done to a row (import, change, release, history) is done to all alike.
/// </summary>
public sealed class RegisterRow
{
    public required Guid CommunityId { get; init; }
    public required Register Register { get; init; }

    /// <summary>The entry's id in the community's own files.</summary>
    public required string Key { get; init; }

    public required string Body { get; set; }
    public Access Access { get; set; }

    /// <summary>Taken out. The row is kept: what it was guarded by holds when it comes again.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>Counts the row's changes from 1: an edit says which one it saw.</summary>
    public int Revision { get; set; }

    /// <summary>Names and places in lower case: SQLite folds no Cyrillic.</summary>
    public string Search { get; set; } = "";

    public Instant UpdatedAt { get; set; }
    public Guid UpdatedBy { get; set; }
}

/// <summary>What a row was after each of its changes, and who made it; null when it was taken out.</summary>
public sealed class RegisterChange
{
    public required Guid CommunityId { get; init; }
    public required Register Register { get; init; }
    public required string Key { get; init; }
    public required int Revision { get; init; }
    public string? Body { get; init; }
    public required Instant At { get; init; }
    public required Guid By { get; init; }

    /// <summary>By which way it came: <c>edit</c>, <c>import</c>, <c>release</c>, <c>removal</c>, <c>restore</c>, <c>api</c>.</summary>
    public required string Way { get; init; }
}

/// <summary>Counts a community's changes of any register, so that what was made from them knows whether it still holds.</summary>
public sealed class RegisterState
{
    public required Guid CommunityId { get; init; }
    public long Revision { get; set; }
    public Instant UpdatedAt { get; set; }

    /// <summary>What has been told of limited rows, as JSON of <see cref="ToldSum"/>.</summary>
    public string Told { get; set; } = "[]";
}
