using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.Log;
using MeetingHub.Web.Shared.Imaging;
using NodaTime;

namespace MeetingHub.Web.Evidence.Pictures;

/// <summary>
/// A picture of a row. It is shown to nobody outside until somebody other than its uploader has looked at it, and never while
/// its row may not be shown: a photograph tells an enemy more than a line of text.
/// </summary>
public sealed class EvidencePicture
{
    public const int LongestText = 300;

    public required Guid Id { get; init; }
    public required Guid CommunityId { get; init; }
    public required Register Register { get; init; }
    public required string Key { get; init; }
    public required PictureKind Kind { get; init; }

    /// <summary>Its name in the guarded store; the public store has it under the same name while it is shown.</summary>
    public required string File { get; init; }

    /// <summary>Its narrower forms for phones and weak lines, as JSON of <see cref="StoredWidth"/>.</summary>
    public string Narrower { get; init; } = "[]";

    public required int Width { get; init; }
    public required int Height { get; init; }
    public required LocalText Alt { get; init; }
    public LocalDate? ReleaseAfter { get; init; }
    public required Guid AddedBy { get; init; }
    public required Instant AddedAt { get; init; }
    public Guid? ConfirmedBy { get; set; }

    public bool IsConfirmed => ConfirmedBy is { } by && by != AddedBy;

    public bool MayBeShown(LocalDate day) => IsConfirmed && (ReleaseAfter is not { } from || from <= day);

    /// <summary>All its forms, the widest last.</summary>
    public IReadOnlyList<StoredWidth> Forms() => [.. EventJson.Read<List<StoredWidth>>(Narrower), new(Width, File)];

    public IEnumerable<string> Files() => Forms().Select(f => f.File);
}
