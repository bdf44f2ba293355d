using System.Text.Json.Serialization;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Evidence.Import.Files;
using NodaTime;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>How far an import is.</summary>
public enum ImportStage
{
    /// <summary>Headers, encoding or sheet wait for somebody's look.</summary>
    Columns,
    Reading,

    /// <summary>Read and judged; nothing is written yet.</summary>
    Ready,
    Writing,
    Done,

    /// <summary>The file as a whole cannot be read.</summary>
    Failed,
}

/// <summary>One uploaded file on its way into a register. It belongs to one person and lies on the disk for at most a day.</summary>
public sealed record ImportCase
{
    public required Guid Id { get; init; }
    public required Guid CommunityId { get; init; }
    public required Guid PersonId { get; init; }
    public required Register Register { get; init; }

    /// <summary>As the browser called it, to be shown; nothing is opened under it.</summary>
    public required string FileName { get; init; }

    public required long Bytes { get; init; }

    /// <summary>In which the reasons beside rejected rows are written.</summary>
    public required string Language { get; init; }
    public required Instant At { get; init; }
    public required TableForm Form { get; init; }
    public bool EncodingIsSure { get; init; }
    public IReadOnlyList<string> Sheets { get; init; } = [];
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>
    /// What somebody said of headers, by <see cref="HeaderKey"/>: a column's name, or the empty string for "not taken". And of words, by
    /// <see cref="OwnWords.KeyOf"/>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Said { get; init; } = new Dictionary<string, string>();

    public Answers Answers { get; init; } = Answers.None;
    public ImportStage Stage { get; init; }
    public FileFault? Fault { get; init; }
    public string? FaultDetail { get; init; }
    public Reading? Read { get; init; }
    public RegisterBook.Written? Written { get; init; }

    /// <summary>Writing was given up, by somebody or by a fault; nothing of it is in the register.</summary>
    public bool WasStopped { get; init; }

    [JsonIgnore]
    public RegisterSchema Schema => RegisterSchema.Of(Register);

    [JsonIgnore]
    public ColumnMap Map => ColumnMap.Of(Schema, Headers, Said);
}

/// <summary>What reading a file brought to light.</summary>
public sealed record Reading
{
    public required int Rows { get; init; }
    public required int Good { get; init; }
    public required int Faults { get; init; }
    public required int New { get; init; }
    public required int Changed { get; init; }
    public required int Same { get; init; }
    public required IReadOnlyList<string> AwaitRelease { get; init; }
    public required int AwaitReleaseCount { get; init; }
    public IReadOnlyList<string> OtherCurrency { get; init; } = [];
    public int OtherCurrencyCount { get; init; }
    public required IReadOnlyList<ReadingQuestion> Questions { get; init; }
    public required IReadOnlyDictionary<string, DecimalMark> Decided { get; init; }
    public required TableNotices Notices { get; init; }
    public IReadOnlyList<UnknownWord> Words { get; init; } = [];

    /// <summary>Lines that are no entries (<see cref="SideRow"/>), the first of them.</summary>
    public IReadOnlyList<long> Aside { get; init; } = [];

    public int AsideCount { get; init; }
    public required IReadOnlyList<PreviewRow> Preview { get; init; }

    public int Bad => Rows - Good;

    /// <summary>All of it can be written.</summary>
    public bool IsWhole => Bad == 0 && OtherCurrencyCount == 0;

    public bool IsDecided => Questions.All(q => q.IsAnswered);
}

/// <summary>A row as it will be read, in the order of the file's columns; a bad one as it stands in the file.</summary>
public sealed record PreviewRow(long Line, bool IsGood, IReadOnlyList<string> Cells);

/// <summary>A fault of a line, as it is listed.</summary>
public sealed record LineFault(long Line, string Header, CellFault Fault);
