using MeetingHub.Domain;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>A fault in the words of one language.</summary>
internal sealed record ReasonWords(Texts Texts, ColumnMap Map)
{
    public string Of(CellFault fault, string header) =>
        (header.Length > 0 ? $"{header}: " : "") + Of(Texts, fault.Kind, fault.Value, fault.Hint);

    public static string Of(Texts texts, CellFaultKind kind, string value, string? hint) =>
        texts[$"cell_fault_kind.{Code.Of(kind)}", value, hint];
}
