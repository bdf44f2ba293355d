using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Evidence.Maps;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Imaging;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>A view that a data block can name. It sees what may be shown and nothing else.</summary>
internal interface IView
{
    /// <summary>As the block writes it: lower-case words with hyphens.</summary>
    string Name { get; }

    /// <summary>What the block's author may set, besides its titles; any other option is refused.</summary>
    IReadOnlyList<string> Options { get; }

    FigureReading Draw(Scene scene, DataBlock block, Texts texts);
}

/// <summary>What there is to draw from, at one moment.</summary>
internal sealed record Scene(PublicRegisters Registers)
{
    public IReadOnlyList<BuildingPicture> Pictures { get; init; } = [];

    /// <summary>Areas that the community has brought in; without any, countries stand in for them.</summary>
    public IReadOnlyList<MapBoundary> Boundaries { get; init; } = [];
}

/// <summary>The five pictures that tell a building's story, in its order; the names are those of DREAM's illustrations.</summary>
public enum PictureKind
{
    Before,
    Damaged,
    InProgress,
    Vision,
    Complete,
}

/// <summary>A picture of a row that may be shown; <paramref name="Forms"/> are in the public file store, the widest last.</summary>
public sealed record BuildingPicture(
    Register Register,
    string Key,
    PictureKind Kind,
    IReadOnlyList<StoredWidth> Forms,
    int Width,
    int Height,
    LocalText Alt
)
{
    public string File => Forms[^1].File;
}
