namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>How a style is printed: points, and the share of a line above and below a block.</summary>
internal sealed record Type(float Size, Face Face, Tone Tone, float Before, float After)
{
    /// <summary>Noto's letters with accents above need as much.</summary>
    public float Leading => Size * 1.36f;

    public float Baseline => Size * 1.06f;

    public static Type Of(Style style, float scale)
    {
        var type = style switch
        {
            Style.Cover => new Type(26, Face.Bold, Tone.Ink, 0, 8),
            Style.Title => new Type(15, Face.Bold, Tone.Ink, 0, 5),
            Style.Heading => new Type(11.5f, Face.Bold, Tone.Ink, 4, 3),
            Style.Quote => new Type(10.5f, Face.Italic, Tone.Ink, 0, 6),
            Style.Code => new Type(8.5f, Face.Regular, Tone.Ink, 0, 6),
            Style.Source => new Type(8, Face.Regular, Tone.Muted, 1, 4),
            Style.Caption => new Type(8.5f, Face.Bold, Tone.Muted, 3, 4),
            Style.Label => new Type(8, Face.Bold, Tone.Accent, 0, 2),
            Style.Note => new Type(9, Face.Regular, Tone.Muted, 0, 4),
            _ => new Type(10.5f, Face.Regular, Tone.Ink, 0, 6),
        };
        return type with { Size = type.Size * scale, Before = type.Before * scale, After = type.After * scale };
    }
}
