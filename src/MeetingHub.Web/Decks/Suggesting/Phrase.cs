using System.Net;
using System.Text;

namespace MeetingHub.Web.Decks.Suggesting;

/// <summary>A piece of a line: words, or a mark around pieces, or something that is not to be translated.</summary>
internal abstract record Piece;

internal sealed record WordsPiece(string Text) : Piece;

/// <summary>Emphasis, a link, a picture's alternative text: <paramref name="Open"/> and <paramref name="Close"/> are its Markdown.</summary>
internal sealed record MarkPiece(string Element, string Open, string Close, IReadOnlyList<Piece> Inner) : Piece;

/// <summary>Code or a bare address, kept as it stands.</summary>
internal sealed record FixedPiece(string Raw) : Piece;

/// <summary>A run of Markdown that is translated as one: from a character on, so many characters.</summary>
internal sealed record Phrase(int Start, int Length, IReadOnlyList<Piece> Pieces, bool IsInTable)
{
    /// <summary>
    /// As HTML for a service that keeps tags: marks are numbered elements, addresses and code stay here. Machines take emphasis
    /// along to where it belongs in the other language; letters around it they would lose.
    /// </summary>
    public string ToHtml()
    {
        var html = new StringBuilder();
        var number = 0;
        Write(Pieces);
        return html.ToString();

        void Write(IReadOnlyList<Piece> pieces)
        {
            foreach (var piece in pieces)
            {
                switch (piece)
                {
                    case WordsPiece words:
                        html.Append(WebUtility.HtmlEncode(words.Text));
                        break;
                    case MarkPiece mark:
                        html.Append('<').Append(mark.Element).Append(" id=\"").Append(++number).Append("\">");
                        Write(mark.Inner);
                        html.Append("</").Append(mark.Element).Append('>');
                        break;
                    case FixedPiece:
                        html.Append("<span id=\"")
                            .Append(++number)
                            .Append("\" translate=\"no\">")
                            .Append(number)
                            .Append("</span>");
                        break;
                }
            }
        }
    }

    /// <summary>Marks in the order of their numbers.</summary>
    public IReadOnlyList<Piece> Numbered()
    {
        List<Piece> numbered = [];
        Collect(Pieces);
        return numbered;

        void Collect(IReadOnlyList<Piece> pieces)
        {
            foreach (var piece in pieces.Where(p => p is not WordsPiece))
            {
                numbered.Add(piece);
                if (piece is MarkPiece mark)
                    Collect(mark.Inner);
            }
        }
    }

    /// <summary>All runs of words, for a service that lost the tags: then each is translated by itself.</summary>
    public IEnumerable<string> Runs() => RunsOf(Pieces);

    private static IEnumerable<string> RunsOf(IReadOnlyList<Piece> pieces) =>
        pieces.SelectMany(p =>
            p switch
            {
                WordsPiece words when HasWords(words.Text) => [words.Text],
                MarkPiece mark => RunsOf(mark.Inner),
                _ => [],
            }
        );

    public static bool HasWords(string text) => text.Any(char.IsLetter);
}
