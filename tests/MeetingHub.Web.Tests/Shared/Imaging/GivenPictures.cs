using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace MeetingHub.Web.Tests.Shared.Imaging;

/// <summary>Pictures as cameras and strangers make them. Every secret in them contains the word that must not survive.</summary>
internal static class GivenPictures
{
    public const string Secret = "IziumSecret49N";

    public static byte[] Plain(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.White);
        for (var x = 0; x < width; x++)
            bitmap.SetPixel(x, x * height / width, SKColors.DarkRed);
        return bitmap.Encode(format, 90).ToArray();
    }

    /// <summary>EXIF with GPS and a thumbnail, XMP, IPTC and a comment, as a telephone and an editor leave them.</summary>
    public static byte[] Photograph(int width, int height, byte orientation = 1)
    {
        var jpeg = Plain(width, height, SKEncodedImageFormat.Jpeg);
        return
        [
            .. jpeg[..2],
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation), .. Plain(16, 16, SKEncodedImageFormat.Jpeg)]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Utf8(Xmp)]),
            .. Segment(
                0xED,
                [
                    .. "Photoshop 3.0\08BIM"u8,
                    4,
                    4,
                    0,
                    0,
                    0,
                    0,
                    0,
                    24,
                    0x1C,
                    2,
                    0x5A,
                    0,
                    14,
                    .. Utf8(Secret),
                    0,
                    0,
                    0,
                    0,
                    0,
                ]
            ),
            .. Segment(0xFE, Utf8(Secret)),
            .. jpeg[2..],
        ];
    }

    public static byte[] PngWithTexts(int width, int height)
    {
        var png = Plain(width, height, SKEncodedImageFormat.Png);
        const int afterHeader = 33;
        return
        [
            .. png[..afterHeader],
            .. Chunk("tEXt", Utf8($"Comment\0{Secret}")),
            .. Chunk("iTXt", Utf8($"XML:com.adobe.xmp\0\0\0\0\0{Xmp}")),
            .. Chunk("eXIf", Tiff(1)),
            .. png[afterHeader..],
        ];
    }

    public static byte[] WebPWithExif(int width, int height)
    {
        var webp = Plain(width, height, SKEncodedImageFormat.Webp);
        byte[] extended = [0x0C, 0, 0, 0, .. Bits24(width - 1), .. Bits24(height - 1)];
        return WebP([.. Riff("VP8X", extended), .. webp[12..], .. Riff("EXIF", Tiff(1)), .. Riff("XMP ", Utf8(Xmp))]);
    }

    public static byte[] WebP(byte[] chunks)
    {
        byte[] file = [.. "RIFF\0\0\0\0WEBP"u8, .. chunks];
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)file.Length - 8);
        return file;
    }

    public static byte[] Riff(string name, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)body.Length);
        return [.. Utf8(name), .. length, .. body, .. new byte[body.Length % 2]];
    }

    /// <summary>Two frames and a comment.</summary>
    public static byte[] AnimatedGif() =>
        [
            .. "GIF89a"u8,
            2,
            0,
            2,
            0,
            0x80,
            0,
            0,
            255,
            0,
            0,
            0,
            0,
            255,
            0x21,
            0xFF,
            11,
            .. "NETSCAPE2.0"u8,
            3,
            1,
            0,
            0,
            0,
            0x21,
            0xFE,
            (byte)Secret.Length,
            .. Utf8(Secret),
            0,
            .. GifFrame,
            .. GifFrame,
            0x3B,
        ];

    private static readonly byte[] GifFrame =
    [
        0x21,
        0xF9,
        4,
        0,
        10,
        0,
        0,
        0,
        0x2C,
        0,
        0,
        0,
        0,
        2,
        0,
        2,
        0,
        0,
        2,
        3,
        0x44,
        0x02,
        0x05,
        0,
    ];

    /// <summary>A header that claims 30,000 × 30,000 pixels and next to nothing behind it.</summary>
    public static byte[] Huge(SKEncodedImageFormat format)
    {
        const int side = 30_000;
        var file = Plain(4, 4, format);
        switch (format)
        {
            case SKEncodedImageFormat.Png:
                BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), side);
                BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), side);
                BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(29), Crc(file.AsSpan(12, 17)));
                break;
            case SKEncodedImageFormat.Jpeg:
                var frame = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
                BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 5), side);
                BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 7), side);
                break;
            case SKEncodedImageFormat.Webp:
                // Its own format has 14 bits a side; the extended header has 24.
                byte[] extended = [0, 0, 0, 0, .. Bits24(side - 1), .. Bits24(side - 1)];
                file = WebP([.. Riff("VP8X", extended), .. file[12..]]);
                break;
        }

        return file;
    }

    public static byte[] HugeGif()
    {
        var gif = AnimatedGif();
        BinaryPrimitives.WriteUInt16LittleEndian(gif.AsSpan(6), 30_000);
        BinaryPrimitives.WriteUInt16LittleEndian(gif.AsSpan(8), 30_000);
        return gif;
    }

    private const string Xmp =
        $"<?xpacket begin=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:GPSLatitude='{Secret}'/></rdf:RDF></x:xmpmeta><?xpacket end='w'?>";

    /// <summary>Big-endian TIFF: orientation, a description, and GPS 49° 12' 31" N (EXIF 2.32, 4.6).</summary>
    private static byte[] Tiff(byte orientation)
    {
        byte[] description = [.. Utf8(Secret), 0, 0];
        const int first = 8;
        const int entries = 3;
        const int texts = first + 2 + (entries * 12) + 4;
        var gps = texts + description.Length;
        var degrees = gps + 2 + (2 * 12) + 4;
        return
        [
            .. "MM"u8,
            0,
            42,
            0,
            0,
            0,
            first,
            0,
            entries,
            .. Entry(0x010E, 2, Secret.Length + 1, Bytes(texts)),
            .. Entry(0x0112, 3, 1, [0, orientation, 0, 0]),
            .. Entry(0x8825, 4, 1, Bytes(gps)),
            0,
            0,
            0,
            0,
            .. description,
            0,
            2,
            .. Entry(1, 2, 2, [(byte)'N', 0, 0, 0]),
            .. Entry(2, 5, 3, Bytes(degrees)),
            0,
            0,
            0,
            0,
            .. Bytes(49),
            .. Bytes(1),
            .. Bytes(12),
            .. Bytes(1),
            .. Bytes(31),
            .. Bytes(1),
        ];

        static byte[] Bytes(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
        static byte[] Entry(ushort tag, byte type, int count, byte[] value) =>
            [(byte)(tag >> 8), (byte)tag, 0, type, .. Bytes(count), .. value];
    }

    private static byte[] Segment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Chunk(string name, byte[] body)
    {
        byte[] named = [.. Utf8(name), .. body];
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(named));
        return [.. length, .. named, .. crc];
    }

    private static byte[] Bits24(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}
