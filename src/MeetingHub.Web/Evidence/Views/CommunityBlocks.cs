using MeetingHub.Domain.Decks;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>Gives each deck the registers of its community, as they may be shown today.</summary>
internal sealed class CommunityBlocks(RegisterBook book, IEnumerable<IView> views) : IDataBlockSource
{
    private readonly Dictionary<string, IView> byName = views.ToDictionary(v => v.Name);

    public async Task<IDataBlocks> Of(Guid communityId, CancellationToken stop = default) =>
        new Blocks(byName, new Scene(await book.Public(communityId, stop)));

    private sealed class Blocks(IReadOnlyDictionary<string, IView> views, Scene scene) : IDataBlocks
    {
        public FigureReading Draw(DataBlock block, string language)
        {
            if (!views.TryGetValue(block.View, out var view))
                return Refused(DeckProblem.DataView, block.View, string.Join(", ", views.Keys.Order()));
            if (
                block.Options.Keys.Except(ViewOptions.Titles).FirstOrDefault(o => !view.Options.Contains(o)) is
                { } unknown
            )
                return Refused(DeckProblem.DataOption, unknown, string.Join(", ", view.Options));
            return view.Draw(scene, block, Texts.In(language));

            FigureReading Refused(string code, params string[] args) =>
                new(null, new DeckProblem(code, block.Line, args));
        }
    }
}
