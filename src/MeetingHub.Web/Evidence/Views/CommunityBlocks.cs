using System.Collections.Concurrent;
using MeetingHub.Domain;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Evidence.Maps;
using MeetingHub.Web.Evidence.Pages;
using MeetingHub.Web.Evidence.Pictures;
using MeetingHub.Web.Figures;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>
/// Gives each deck the registers of its community, as they may be shown today. As long as nothing changes everybody is given
/// the same, with the figures that were drawn from it.
/// </summary>
internal sealed class CommunityBlocks(
    RegisterBook book,
    EvidencePictures pictures,
    BoundaryShelf boundaries,
    IEnumerable<IView> views
) : IDataBlockSource
{
    private const string PicturePrefix = "pictures/";

    private readonly Dictionary<string, IView> byName = views.ToDictionary(v => v.Name);
    private readonly ConcurrentDictionary<Guid, Blocks> given = new();

    public async Task<IDataBlocks> Of(Guid communityId, CancellationToken stop = default)
    {
        var registers = await book.Public(communityId, stop);
        var scene = new Scene(registers)
        {
            Pictures = await pictures.Shown(communityId, registers),
            Boundaries = await boundaries.Of(communityId, stop),
        };
        return given.AddOrUpdate(
            communityId,
            _ => new Blocks(byName, scene),
            (_, known) => known.Shows(scene) ? known : new Blocks(byName, scene)
        );
    }

    public async Task<IReadOnlyDictionary<string, string>> NamesOf(Person person, IEnumerable<string> rows, Texts texts)
    {
        var all = await book.SeenBy(person);
        var facts = new EntryFacts(texts);
        var names = all
            .Damages.Cast<IEntry>()
            .Concat(all.Projects)
            .Concat(all.Funding)
            .ToDictionary(RegisterBook.NameOf, facts.NameOf, StringComparer.Ordinal);
        return rows.ToDictionary(
            r => r,
            r =>
                names.GetValueOrDefault(r)
                ?? texts[
                    r.StartsWith(PicturePrefix, StringComparison.Ordinal) ? "evidence.picture" : "evidence.guarded_row"
                ],
            StringComparer.Ordinal
        );
    }

    /// <summary>Blocks over registers that are at hand already, drawn by every view there is.</summary>
    internal static IDataBlocks Over(PublicRegisters registers) =>
        new Blocks(EvidenceFeature.Views.ToDictionary(v => v.Name), new Scene(registers));

    private sealed class Blocks(IReadOnlyDictionary<string, IView> views, Scene scene) : IDataBlocks
    {
        private const int MostDrawn = 2000;

        private readonly ConcurrentDictionary<string, FigureReading> drawn = new();
        private readonly Lazy<HashSet<string>> shown = new(() => NamesOf(scene));

        public bool Shows(Scene other) =>
            ReferenceEquals(other.Registers, scene.Registers)
            && ReferenceEquals(other.Boundaries, scene.Boundaries)
            && other.Pictures.SequenceEqual(scene.Pictures);

        public bool IsShown(string row) => shown.Value.Contains(row);

        public FigureReading Draw(DataBlock block, string language)
        {
            // Options are anybody's words: whoever tries ever new ones must not fill the memory.
            if (drawn.Count >= MostDrawn)
                drawn.Clear();
            var reading = drawn.GetOrAdd($"{language}\n{block.Key}", _ => Anew(block, language));
            return reading.Problem is { } problem
                ? reading with
                {
                    Problem = problem with { Line = block.Line },
                }
                : reading;
        }

        private FigureReading Anew(DataBlock block, string language)
        {
            if (!views.TryGetValue(block.View, out var view))
                return Refused(DeckProblem.DataView, block.View, string.Join(", ", views.Keys.Order()));
            if (
                block.Options.Keys.Except(ViewOptions.Titles).FirstOrDefault(o => !view.Options.Contains(o)) is
                { } other
            )
                return Refused(DeckProblem.DataOption, other, string.Join(", ", view.Options));
            return view.Draw(scene, block, Texts.In(language));
        }

        private static FigureReading Refused(string code, params string[] args) =>
            new(null, new DeckProblem(code, 0, args));

        private static HashSet<string> NamesOf(Scene scene) =>
            [
                .. scene
                    .Registers.Damages.Cast<IEntry>()
                    .Concat(scene.Registers.Projects)
                    .Concat(scene.Registers.Funding)
                    .Select(RegisterBook.NameOf),
                .. scene.Pictures.Select(p => PicturePrefix + p.File),
            ];
    }
}
