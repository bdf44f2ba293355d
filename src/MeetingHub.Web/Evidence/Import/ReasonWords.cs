using MeetingHub.Domain;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>What is wrong with a cell and what would be right, in the words of one language.</summary>
internal static class ReasonWords
{
    /// <param name="column">The column that the fault is in; null where it is in none.</param>
    public static string Of(Texts texts, Column? column, CellFault fault) =>
        (fault.Kind, column) switch
        {
            // The words that are shown are taken as well as their codes.
            (CellFaultKind.UnknownWord, { Words: { } words }) => texts[
                "cell_fault_kind.unknown_word",
                fault.Value,
                string.Join("; ", words.Values.Select(texts.Of))
            ],
            (CellFaultKind.UnknownWord, _) => texts["cell_fault_kind.unknown_currency"],
            _ => texts[$"cell_fault_kind.{Code.Of(fault.Kind)}", fault.Value, fault.Hint],
        };
}
