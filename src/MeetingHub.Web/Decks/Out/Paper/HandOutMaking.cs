using SkiaSharp;

namespace MeetingHub.Web.Decks.Out.Paper;

/// <summary>From a frozen deck to the bytes of its hand-out.</summary>
internal static class HandOutMaking
{
    public static byte[] Pdf(
        FrozenDeck frozen,
        HandOutOrder order,
        IReadOnlyList<Appendix> appendices,
        Func<string, byte[]?> pictures
    )
    {
        var letters = new Letters(PaperFonts.Has);
        var document = HandOut.Set(frozen, order, appendices, PaperFonts.Width, f => SizeOf(pictures(f)), letters);
        return HandOutPdf.Write(document, frozen.PublishedAt.ToDateTimeUtc(), pictures);
    }

    public static (int Width, int Height)? SizeOf(byte[]? picture)
    {
        if (picture is null)
            return null;
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data);
        return codec is null ? null : (codec.Info.Width, codec.Info.Height);
    }
}
