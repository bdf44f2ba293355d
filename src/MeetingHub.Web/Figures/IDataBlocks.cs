using MeetingHub.Domain.Decks;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Figures;

/// <summary>One community's registers as its slides see them, at one moment: asked often, without waiting.</summary>
public interface IDataBlocks
{
    FigureReading Draw(DataBlock block, string language);

    /// <summary>Whether a row, named as in <see cref="Figure.Rows"/>, may be seen now.</summary>
    bool IsShown(string row);
}

/// <summary>Where decks get them from.</summary>
public interface IDataBlockSource
{
    Task<IDataBlocks> Of(Guid communityId, CancellationToken stop = default);

    /// <summary>What rows of a person's own community are called; those that they may not read are told as guarded.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesOf(Person person, IEnumerable<string> rows, Texts texts);
}

/// <summary>For a deck that is read apart from any community: it has no registers to show.</summary>
public sealed class NoDataBlocks : IDataBlocks
{
    public static readonly NoDataBlocks Instance = new();

    public bool IsShown(string row) => false;

    public FigureReading Draw(DataBlock block, string language) =>
        new(null, new DeckProblem(DeckProblem.DataNone, block.Line));
}
