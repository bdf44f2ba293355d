using SkiaSharp;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>The colours of the page's light theme (hub.css), on white.</summary>
internal static class Inks
{
    public static SKColor Of(Tone tone) =>
        tone switch
        {
            Tone.Muted => new(0x56, 0x61, 0x6F),
            Tone.Accent => new(0x14, 0x50, 0x8C),
            Tone.Line => new(0xC5, 0xCC, 0xD6),
            Tone.Soft => new(0xE2, 0xE6, 0xEB),
            Tone.Warn => new(0x7A, 0x4D, 0x00),
            _ => new(0x16, 0x20, 0x2C),
        };
}
