using System.Buffers.Binary;
using MeetingHub.Web.Shared.Uploads;
using MetadataExtractor;
using MetadataExtractor.Formats.FileType;
using MetadataExtractor.Formats.WebP;
using Directory = MetadataExtractor.Directory;

namespace MeetingHub.Web.Shared.Imaging;

/// <summary>
/// Reads what we drew with a reader that is not ours: a picture in which it finds more than its size is not kept. So a place or
/// a name cannot come back with another version of the encoder, or by a mistake of ours.
/// </summary>
internal static class PictureProof
{
    public static bool IsClean(byte[] webp)
    {
        try
        {
            return HoldsPixelsAlone(webp)
                && ImageMetadataReader.ReadMetadata(new MemoryStream(webp)).All(d => IsSize(d) && !d.HasError);
        }
        catch (Exception e) when (e is ImageProcessingException or IOException or ArgumentException)
        {
            return false;
        }
    }

    private static bool IsSize(Directory directory) => directory is WebPDirectory or FileTypeDirectory;

    /// <summary>Chunks of pixels and transparency, and not a byte behind them (WebP container, RFC 9649).</summary>
    private static bool HoldsPixelsAlone(ReadOnlySpan<byte> webp)
    {
        if (
            FileKinds.Of(webp) != FileKind.WebP
            || BinaryPrimitives.ReadUInt32LittleEndian(webp[4..]) + 8 != webp.Length
        )
            return false;
        for (var rest = webp[12..]; rest.Length > 0; )
        {
            if (rest.Length < 8 || !IsPixels(rest[..4]))
                return false;
            var length = 8L + BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            length += length % 2;
            if (length > rest.Length)
                return false;
            rest = rest[(int)length..];
        }

        return true;
    }

    private static bool IsPixels(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("VP8 "u8)
        || name.SequenceEqual("VP8L"u8)
        || name.SequenceEqual("VP8X"u8)
        || name.SequenceEqual("ALPH"u8);
}
