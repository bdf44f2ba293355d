using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks.Out.Paper;

internal enum Face
{
    Regular,
    Bold,
    Italic,
}

/// <summary>What a text is, which decides how large and how dark it is printed.</summary>
internal enum Style
{
    Cover,
    Title,
    Heading,
    Body,
    Quote,
    Code,
    Source,
    Caption,
    Label,
    Note,
}

internal enum Align
{
    Start,
    Middle,
    End,
}

/// <summary>Words in one face; a line break in them breaks the line.</summary>
internal sealed record Run(string Text, Face Face = Face.Regular, string? Link = null);

/// <summary>A part of a slide that stands on its own.</summary>
internal abstract record Block;

/// <param name="Style">What it is.</param>
/// <param name="Text">Its words.</param>
/// <param name="Depth">How many lists and quotations it stands in.</param>
/// <param name="Marker">What stands before the first line: a bullet or a number.</param>
internal sealed record TextBlock(Style Style, IReadOnlyList<Run> Text, int Depth = 0, string? Marker = null) : Block;

internal sealed record TableBlock(IReadOnlyList<TableLine> Head, IReadOnlyList<TableLine> Rows) : Block;

internal sealed record TableLine(IReadOnlyList<TableField> Fields);

internal sealed record TableField(IReadOnlyList<Run> Text, Align Align);

/// <param name="File">The address that the slide shows it from.</param>
/// <param name="Alt">What is to be read instead.</param>
internal sealed record PictureBlock(string File, string Alt) : Block;

internal sealed record SketchBlock(Sketch Sketch) : Block;

internal sealed record RuleBlock : Block;
