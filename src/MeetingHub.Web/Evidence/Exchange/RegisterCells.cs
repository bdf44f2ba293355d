using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>A row's cells beside their columns.</summary>
internal static class RegisterCells
{
    /// <summary>Columns whose cells differ between two states of one row.</summary>
    public static IReadOnlyList<string> Changed(IEntry before, IEntry after)
    {
        var (old, now) = (EntryCells.Of(before), EntryCells.Of(after));
        return
        [
            .. RegisterSchema
                .Of(after.Register)
                .Columns.Where((_, place) => old[place] != now[place])
                .Select(c => c.Name),
        ];
    }
}
