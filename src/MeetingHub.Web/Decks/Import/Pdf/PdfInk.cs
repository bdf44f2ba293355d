using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace MeetingHub.Web.Decks.Import.Pdf;

/// <summary>Writes PDF objects (ISO 32000-1, 7.3). Strings as hexadecimal digits: a palette is a string too, and must keep each byte.</summary>
internal sealed class PdfInk(Stream stream)
{
    private readonly List<long> offsets = [];

    public void Begin() => Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");

    /// <summary>Objects are written in the order of their numbers, from 1.</summary>
    public void WriteObject(IToken token)
    {
        offsets.Add(stream.Position);
        Write(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n"));
        Write(token);
        Write("\nendobj\n");
    }

    public void End(IndirectReference root)
    {
        var at = stream.Position;
        var plain = CultureInfo.InvariantCulture;
        Write(string.Create(plain, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
            Write(string.Create(plain, $"{offset:D10} 00000 n \n"));
        Write(
            string.Create(
                plain,
                $"trailer\n<</Size {offsets.Count + 1}/Root {root.ObjectNumber} 0 R>>\nstartxref\n{at}\n%%EOF\n"
            )
        );
    }

    private void Write(IToken token)
    {
        switch (token)
        {
            case StreamToken streamed:
                Write(streamed.StreamDictionary.With(NameToken.Length, new NumericToken(streamed.Data.Length)));
                Write("\nstream\n");
                stream.Write(streamed.Data.Span);
                Write("\nendstream");
                break;
            case DictionaryToken dictionary:
                Write("<<");
                foreach (var (name, value) in dictionary.Data)
                {
                    WriteName(name);
                    Write(" ");
                    Write(value);
                }

                Write(">>");
                break;
            case ArrayToken array:
                Write("[");
                foreach (var value in array.Data)
                {
                    Write(value);
                    Write(" ");
                }

                Write("]");
                break;
            case NameToken name:
                WriteName(name.Data);
                break;
            case NumericToken number:
                Write(number.Data.ToString("0.##########", CultureInfo.InvariantCulture));
                break;
            case BooleanToken boolean:
                Write(boolean.Data ? "true" : "false");
                break;
            case StringToken text:
                Write($"<{Convert.ToHexString(text.GetBytes())}>");
                break;
            case HexToken hex:
                Write($"<{Convert.ToHexString(hex.Bytes)}>");
                break;
            case IndirectReferenceToken reference:
                Write(string.Create(CultureInfo.InvariantCulture, $"{reference.Data.ObjectNumber} 0 R"));
                break;
            default:
                Write("null");
                break;
        }
    }

    private void WriteName(string name)
    {
        var text = new StringBuilder("/");
        foreach (var b in Encoding.Latin1.GetBytes(name))
            _ =
                b is > 32 and < 127 && "()<>[]{}/%#".IndexOf((char)b, StringComparison.Ordinal) < 0
                    ? text.Append((char)b)
                    : text.Append('#').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        Write(text.ToString());
    }

    private void Write(string text) => stream.Write(Encoding.Latin1.GetBytes(text));
}
