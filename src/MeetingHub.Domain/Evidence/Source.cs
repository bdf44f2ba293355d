using NodaTime;

namespace MeetingHub.Domain.Evidence;

/// <summary>Where a figure comes from and of which day it is. Every figure that is shown carries it.</summary>
public sealed record Source(string? Title, string? Url, LocalDate? Date)
{
    public static readonly Source Unknown = new(null, null, null);
}
