using NodaTime;

namespace MeetingHub.Domain.Evidence;

/// <summary>The registers that a community keeps.</summary>
public enum Register
{
    Damages,
    Projects,
    Funding,
}

/// <summary>A row of a register. Its id is unique in the community's register and is how an import finds it again.</summary>
public interface IEntry
{
    /// <summary>1 to 100 characters, as the community's own files write it.</summary>
    string Id { get; }

    Register Register { get; }

    /// <summary>Where it belongs; null for a row that takes its sector from elsewhere.</summary>
    Sector? RdnaSector { get; }

    Access Access { get; }

    /// <summary>The first day on which an open row may be shown; null for at once.</summary>
    LocalDate? ReleaseAfter { get; }

    IEntry With(Access access, LocalDate? releaseAfter);
}
