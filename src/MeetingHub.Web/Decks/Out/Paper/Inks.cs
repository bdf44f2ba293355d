using MeetingHub.Web.Figures;
using SkiaSharp;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>The colours of the page's light theme (hub.css), on white. Grades darken evenly, so that a copier keeps them apart.</summary>
internal static class Inks
{
    public static SKColor Of(Tone tone) =>
        tone switch
        {
            Tone.Muted => new(0x56, 0x61, 0x6F),
            Tone.Accent => new(0x14, 0x50, 0x8C),
            Tone.Line => new(0xC5, 0xCC, 0xD6),
            Tone.Warn => new(0x7A, 0x4D, 0x00),
            _ => new(0x16, 0x20, 0x2C),
        };

    public static SKColor Of(Ink ink) =>
        ink switch
        {
            Ink.Muted => Of(Tone.Muted),
            Ink.Line => Of(Tone.Line),
            Ink.Track => new(0xE2, 0xE6, 0xEB),
            Ink.Land => new(0xE9, 0xED, 0xF1),
            Ink.Paper => SKColors.White,
            Ink.Main => Of(Tone.Accent),
            Ink.MainSoft => new(0x9D, 0xBB, 0xD8),
            Ink.Good => new(0x1C, 0x6B, 0x3C),
            Ink.Warn => new(0xB3, 0x7A, 0x12),
            Ink.Bad => new(0xA3, 0x21, 0x1F),
            Ink.GradeUnknown => new(0xC9, 0xD0, 0xD8),
            Ink.GradeMinor => new(0xF3, 0xD9, 0xA8),
            Ink.GradeModerate => new(0xE3, 0x9A, 0x4A),
            Ink.GradeSevere => new(0xB9, 0x53, 0x2A),
            Ink.GradeDestroyed => new(0x6B, 0x1F, 0x1A),
            _ => Of(Tone.Ink),
        };
}
