using MeetingHub.Web.People;
using NodaTime;

namespace MeetingHub.Web.Shared.Uploads;

/// <summary>What a file is sent for, and how large it may be. A feature that takes files registers its own.</summary>
public sealed record UploadKind(string Name, long LargestBytes)
{
    /// <summary>Who may send such files at all: nobody else fills the disk with them.</summary>
    public Func<Person, bool> May { get; init; } = _ => true;
}

/// <summary>A file that is being sent: whose it is, what for, and how many bytes were announced.</summary>
public sealed record Upload(Guid Id, Guid PersonId, string Kind, string FileName, long Length, Instant At);

/// <summary>A file that came whole. Disposing of it deletes it.</summary>
public sealed record ReceivedFile(string FileName, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

public enum UploadFault
{
    UnknownKind,
    Empty,
    TooLarge,
    TooMany,
    NoSpace,
}
