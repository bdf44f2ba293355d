using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>A view that a data block can name. It sees what may be shown and nothing else.</summary>
internal interface IView
{
    /// <summary>As the block writes it: lower-case words with hyphens.</summary>
    string Name { get; }

    /// <summary>What the block's author may set; any other option is refused.</summary>
    IReadOnlyList<string> Options { get; }

    FigureReading Draw(Scene scene, DataBlock block, Texts texts);
}

/// <summary>What there is to draw from, at one moment.</summary>
internal sealed record Scene(PublicRegisters Registers);
