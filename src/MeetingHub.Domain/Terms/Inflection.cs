using MeetingHub.Domain.Languages;

namespace MeetingHub.Domain.Terms;

/// <summary>
/// Which words are one word declined. Two are when both end in endings of one and the same paradigm and are equal before them:
/// <c>громад|а</c>, <c>громад|ою</c>; <c>пошкодже|ння</c>, <c>пошкодже|нь</c>; <c>municip|al</c>, <c>municip|aux</c>. A common
/// beginning alone would take <c>радник</c> for <c>рада</c>; a stemmer would have to know every word. Paradigms stand apart, so that
/// an ending of one does not lend itself to another. What changes inside a word (<c>договір</c>, <c>договору</c>) is not found,
/// and homonyms (<c>раді</c>, glad) are: it is a hint for a translator, who sees the word.
/// Ukrainian endings after the declensions of the official orthography of 2019; French and English ones form plural and feminine.
/// </summary>
public static class Inflection
{
    /// <summary>Shorter beginnings say too little.</summary>
    private const int ShortestStem = 3;

    private static readonly string[][] Ukrainian =
    [
        Endings(
            "_ а я о е є у ю і ї и ь й ом ем єм ою ею єю ам ям ами ями ах ях ів їв ей ові еві єві ті чю ччю ттю ддю ллю"
        ),
        Endings("ий ій а я е є ого його ього ому йому ьому им їм ім ої йої ьої ою ьою у ю і ї их їх ими їми"),
        Endings("ння нню нням нні нь ннями ннях ннів"),
        Endings("ття ттю ттям тті ть ттями ттях ттів"),
        Endings("ка ки ці ку кою ко ок кам ками ках"),
        Endings("ок ку ка кові ком ки ків кам ками ках"),
        Endings("ець ця цеві цю цем ці ців цям цями цях"),
        Endings("га ги зі гу гою г гам гами гах"),
        Endings("ість ості істю остей остям остями остях"),
    ];

    private static readonly string[][] French =
    [
        Endings("_ s"),
        Endings("_ x"),
        Endings("al ale ales aux"),
        Endings("é ée és ées"),
        Endings("er ers ère ères"),
        Endings("if ifs ive ives"),
        Endings("eur eurs euse euses rice rices"),
        Endings("eux euse euses"),
    ];

    private static readonly string[][] English = [Endings("_ s es"), Endings("y ies")];

    /// <summary>
    /// The beginnings under which a word in small letters can be found, each with its paradigm: words that share one are one word.
    /// </summary>
    public static IEnumerable<(string Stem, int Paradigm)> StemsOf(string word, string language)
    {
        var paradigms = language switch
        {
            Language.Ukrainian => Ukrainian,
            Language.French => French,
            _ => English,
        };
        yield return (word, -1);
        foreach (var (number, endings) in paradigms.Index())
        {
            foreach (var ending in endings)
            {
                if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                    yield return (word[..^ending.Length], number);
            }
        }
    }

    private static string[] Endings(string list) => [.. list.Split(' ').Select(e => e == "_" ? "" : e)];
}
