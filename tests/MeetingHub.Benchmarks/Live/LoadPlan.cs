namespace MeetingHub.Benchmarks.Live;

/// <summary>What the load client is to do: whom to connect, what to show, and whose costs to read.</summary>
public sealed record LoadPlan(
    string Address,
    int ServerId,
    string PresenterPath,
    IReadOnlyList<string> ParticipantPaths,
    bool IsOurs,
    IReadOnlyList<string> Slides,
    int Changes,
    int IntervalMilliseconds
);

/// <summary>What one run showed. Times in milliseconds, memory in kilobytes.</summary>
public sealed record LoadResult(
    int Participants,
    double JoinsASecond,
    double P50,
    double P90,
    double P99,
    double LastP50,
    double LastP99,
    double CpuSecondsAThousand,
    double IdleCpuPercent,
    double ResidentKilobytes,
    double ClientCpuPercent,
    long Lost
);
